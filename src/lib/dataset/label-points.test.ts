import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { AreaTree } from '#lib/domain/area.ts';
import { makeHierarchy } from '#lib/domain/hierarchy.ts';
import type { Boundary } from '#lib/ingest/boundary.ts';
import { makeLocator } from '#lib/ingest/locate.ts';
import { smallManifest } from '#lib/ingest/small-folder.ts';
import { labelPoints } from './label-points.ts';

/** A city of one area, which is its only village. */
const { tree } = makeHierarchy([{ code: 'a', parent: undefined, name: { zh: '甲', en: 'A' } }]);
const area: AreaTree = { ...tree, level: Uint8Array.of(0), population: Float64Array.of(NaN) };

function pointIn(geometry: Boundary['geometry']): [number, number] {
	const boundary: Boundary = { type: 'Feature', properties: {}, geometry };
	const boundaries = new Map([['village', new Map([['a', boundary]])]]);
	const { lon, lat } = labelPoints(smallManifest(), area, boundaries);
	expect([lon.length, lat.length]).toEqual([1, 1]);
	return [lon[0] ?? NaN, lat[0] ?? NaN];
}

function isInside(geometry: Boundary['geometry'], [lon, lat]: [number, number]): boolean {
	const boundary: Boundary = { type: 'Feature', properties: {}, geometry };
	return makeLocator(new Map([['a', boundary]]))(lon, lat) === 'a';
}

const square = (west: number, south: number, size: number): Position[] => [
	[west, south],
	[west + size, south],
	[west + size, south + size],
	[west, south + size],
	[west, south]
];

describe('the point of a label', () => {
	it('is the middle of a square', () => {
		const [lon, lat] = pointIn({ type: 'Polygon', coordinates: [square(104, 30, 0.5)] });
		expect(lon).toBeCloseTo(104.25, 3);
		expect(lat).toBeCloseTo(30.25, 3);
	});

	it('is in the largest part', () => {
		const parts = [[square(100, 30, 0.1)], [square(102, 30, 0.3)], [square(104, 30, 0.2)]];
		const [lon] = pointIn({ type: 'MultiPolygon', coordinates: parts });
		expect(lon).toBeCloseTo(102.15, 3);
	});

	it('is not in a hole', () => {
		const coordinates = [square(104, 30, 0.3), square(104.1, 30.1, 0.1)];
		const geometry = { type: 'Polygon' as const, coordinates };
		expect(isInside(geometry, pointIn(geometry))).toBe(true);
	});

	it('lies inside any star, however bent, to five digits', () => {
		const spokes = fc.array(fc.double({ min: 0.02, max: 0.2, noNaN: true }), {
			minLength: 5,
			maxLength: 12
		});
		fc.assert(
			fc.property(spokes, (lengths) => {
				const corners = lengths.map((length, i): Position => {
					const angle = (2 * Math.PI * i) / lengths.length;
					return [104 + length * Math.cos(angle), 30 + length * Math.sin(angle)];
				});
				const geometry = {
					type: 'Polygon' as const,
					coordinates: [[...corners, ...corners.slice(0, 1)]]
				};
				const point = pointIn(geometry);
				expect(isInside(geometry, point)).toBe(true);
				expect(point.map((degrees) => Number(degrees.toFixed(5)))).toEqual(point);
			}),
			{ seed: 42 }
		);
	});

	it('cannot be found for an area without a boundary', () => {
		expect(() => labelPoints(smallManifest(), area, new Map())).toThrow(RangeError);
	});
});
