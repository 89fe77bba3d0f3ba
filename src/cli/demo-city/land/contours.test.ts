import { describe, expect, it } from 'vitest';
import { signedArea } from '#cli/demo-city/plane.ts';
import { polygonsAbove, type Field } from './contours.ts';

const columns = 41;

function fieldOf(height: (x: number, y: number) => number): Field {
	const placeOf = (index: number) =>
		[(index % columns) - 20, Math.floor(index / columns) - 20] as const;
	const values = Float64Array.from({ length: columns * columns }, (_, index) =>
		height(...placeOf(index))
	);
	return { columns, rows: columns, values, placeOf };
}

describe('what lies above a height', () => {
	it('is a disc around a cone, counter-clockwise and closed', () => {
		const [[ring = []] = [], ...others] = polygonsAbove(
			fieldOf((x, y) => 20 - Math.sqrt(x * x + y * y)),
			10
		);
		expect(others).toEqual([]);
		expect(ring.at(-1)).toEqual(ring[0]);
		expect(signedArea(ring) / (Math.PI * 100)).toBeCloseTo(1, 1);
	});

	it('is a ring with a hole around a crater', () => {
		const crater = fieldOf((x, y) => 5 - Math.abs(Math.sqrt(x * x + y * y) - 10));
		const polygons = polygonsAbove(crater, 1);
		expect(polygons.map((rings) => rings.map((ring) => Math.sign(signedArea(ring))))).toEqual([
			[1, -1]
		]);
	});

	it('is nothing where all lies below', () => {
		expect(
			polygonsAbove(
				fieldOf(() => 0),
				1
			)
		).toEqual([]);
	});
});
