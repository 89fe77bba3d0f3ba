import { elementAt } from '#cli/demo-city/element-at.ts';
import { distance, type Point } from '#cli/demo-city/plane.ts';
import { cellAt, middleOf, sizeOf, type Grid } from './grid.ts';
import type { Ground } from './ground.ts';

/** How steep the land is around each cell, in metres a kilometre, over about a kilometre. */
export function steepnessOf({ grid, heights }: Ground): Float64Array {
	const reach = Math.round(0.6 / grid.cellKm);
	const steepness = new Float64Array(sizeOf(grid));
	for (let row = reach; row < grid.rows - reach; row += 1) {
		for (let column = reach; column < grid.columns - reach; column += 1) {
			const cell = row * grid.columns + column;
			const east = elementAt(heights, cell + reach) - elementAt(heights, cell - reach);
			const up = reach * grid.columns;
			const north = elementAt(heights, cell + up) - elementAt(heights, cell - up);
			const span = 2 * reach * grid.cellKm;
			steepness[cell] = Math.sqrt(east * east + north * north) / span;
		}
	}
	return steepness;
}

/** The best cell around a point for a town: level, and beside a stream as large as can be had. */
export function townSite(
	ground: Ground,
	steepness: Float64Array,
	at: Point,
	reachKm: number
): number {
	const { grid, catchments } = ground;
	let best = cellAt(grid, at);
	let most = -Infinity;
	for (const cell of cellsWithin(grid, at, reachKm)) {
		const apart = distance(middleOf(grid, cell), at) / reachKm;
		const water = Math.min(1, Math.sqrt(elementAt(catchments, cell) / 300));
		const value = 2.2 * water - elementAt(steepness, cell) / 60 - 0.8 * apart * apart;
		if (value <= most) continue;
		most = value;
		best = cell;
	}
	return best;
}

export function* cellsWithin(grid: Grid, at: Point, reachKm: number): Generator<number> {
	for (let y = at[1] - reachKm; y <= at[1] + reachKm; y += grid.cellKm) {
		for (let x = at[0] - reachKm; x <= at[0] + reachKm; x += grid.cellKm) {
			const cell = cellAt(grid, [x, y]);
			if (distance(middleOf(grid, cell), at) <= reachKm) yield cell;
		}
	}
}
