import { elementAt } from '#cli/demo-city/element-at.ts';
import { signedArea, type Point } from '#cli/demo-city/plane.ts';
import { polygonsAbove, type Field } from './contours.ts';
import { middleOf } from './grid.ts';
import type { Land } from './land.ts';
import { simplified } from './simplify.ts';

/** Slopes by the light they get from the north-west: 1 and 2 in shade and deep shade, −1 lit. */
export interface Shade {
	shade: -1 | 1 | 2;
	polygons: Point[][][];
}

/** Cells of the ground that make one point of the field, along each side. */
const block = 2;
const blurRounds = 3;
const smallestKm2 = 0.5;
const toleranceKm = 0.045;
const steps = [
	{ shade: -1, sign: -1, threshold: 0.22 },
	{ shade: 1, sign: 1, threshold: 0.2 },
	{ shade: 2, sign: 1, threshold: 0.45 }
] as const;

export function reliefOf(land: Land): Shade[] {
	const field = lightOf(land);
	return steps.map(({ shade, sign, threshold }) => {
		const signed = { ...field, values: field.values.map((value) => sign * value) };
		const polygons = polygonsAbove(signed, threshold)
			.map((rings) => rings.filter((ring) => Math.abs(signedArea(ring)) >= smallestKm2))
			.filter((rings) => rings.length > 0)
			.map((rings) => rings.map((ring) => simplified(ring, toleranceKm)));
		return { shade, polygons };
	});
}

/** −1 (lit) … 1 (in shade), fading to nothing at the border of the city. */
function lightOf({ ground, inside }: Land): Field {
	const { grid } = ground;
	const columns = Math.floor(grid.columns / block);
	const rows = Math.floor(grid.rows / block);
	const cellOf = (index: number) =>
		(Math.floor(index / columns) * block + 1) * grid.columns + (index % columns) * block + 1;
	const size = columns * rows;
	const heights = blurred(
		Float64Array.from({ length: size }, (_, index) => elementAt(ground.heights, cellOf(index))),
		columns,
		blurRounds
	);
	const presence = blurred(
		Float64Array.from({ length: size }, (_, index) => elementAt(inside, cellOf(index))),
		columns,
		blurRounds
	);
	const values = Float64Array.from({ length: size }, (_, index) => {
		const edge = Math.max(0, elementAt(presence, index) * 2 - 1);
		const east = (heights[index + 1] ?? 0) - (heights[index - 1] ?? 0);
		const north = (heights[index + columns] ?? 0) - (heights[index - columns] ?? 0);
		const fall = (north - east) / (2 * block * grid.cellKm * 100);
		return edge === 0 ? 0 : (edge * fall) / Math.sqrt(1 + fall * fall);
	});
	return { columns, rows, values, placeOf: (index) => middleOf(grid, cellOf(index)) };
}

function blurred(values: Float64Array, columns: number, rounds: number): Float64Array {
	let now = values;
	for (let round = 0; round < rounds; round += 1) {
		const before = now;
		now = before.map((value, index) => {
			const sides = [index - 1, index + 1, index - columns, index + columns];
			return sides.reduce((sum, side) => sum + (before[side] ?? value), 2 * value) / 6;
		});
	}
	return now;
}
