import { elementAt } from '#cli/demo-city/element-at.ts';
import { isRim, sizeOf, stepsOf, type Grid } from './grid.ts';
import { CellHeap } from './heap.ts';

/** Where the water of each cell goes. */
export interface Drainage {
	/** The next cell downstream; an outlet is its own. */
	receivers: Int32Array;
	/** Every cell after its receiver: from the mouths upstream. */
	order: Int32Array;
}

/**
 * Priority-flood (Barnes, Lehman & Mulla 2014): water leaves by the steepest way down, and out of a hollow
 * over the lowest rim. `outlets` are where it may leave the grid; each cell beside the rim needs none.
 */
export function drainageOf(
	grid: Grid,
	heights: Float64Array,
	outlets: readonly number[]
): Drainage {
	const size = sizeOf(grid);
	const steps = stepsOf(grid).map(({ by }) => by);
	const receivers = new Int32Array(size).fill(-1);
	const order = new Int32Array(size);
	const levels = new Float64Array(size);
	const heap = new CellHeap();
	let count = 0;
	for (const cell of outlets) {
		receivers[cell] = cell;
		levels[cell] = elementAt(heights, cell);
		heap.push(cell, elementAt(heights, cell));
	}
	for (let cell = heap.pop(); cell >= 0; cell = heap.pop()) {
		order[count++] = cell;
		const level = levels[cell] ?? 0;
		const isEdge = isRim(grid, cell);
		for (const by of steps) {
			const other = cell + by;
			if (isEdge && !isBeside(grid, cell, other)) continue;
			if ((receivers[other] ?? 0) >= 0) continue;
			receivers[other] = cell;
			const raised = Math.max(level, heights[other] ?? 0);
			levels[other] = raised;
			heap.push(other, raised);
		}
	}
	steepen(grid, heights, receivers, order.subarray(0, count));
	return { receivers, order: order.subarray(0, count) };
}

/** Whether a step from a cell of the rim stays on the grid and does not wrap round it. */
export function isBeside(grid: Grid, cell: number, other: number): boolean {
	if (other < 0 || other >= sizeOf(grid)) return false;
	return Math.abs((other % grid.columns) - (cell % grid.columns)) <= 1;
}

/** Prefers the steepest way down to the way by which the flood came, as long as the order stays true. */
function steepen(
	grid: Grid,
	heights: Float64Array,
	receivers: Int32Array,
	order: Int32Array
): void {
	const steps = stepsOf(grid);
	const rank = new Int32Array(sizeOf(grid));
	order.forEach((cell, at) => (rank[cell] = at));
	for (const cell of order) {
		if (receivers[cell] === cell || isRim(grid, cell)) continue;
		const height = heights[cell] ?? 0;
		const own = rank[cell] ?? 0;
		let steepest = 0;
		for (const { by, km } of steps) {
			const other = cell + by;
			const slope = (height - (heights[other] ?? 0)) / km;
			if (slope <= steepest || (rank[other] ?? 0) >= own) continue;
			steepest = slope;
			receivers[cell] = other;
		}
	}
}

/** Square kilometres that drain through each cell, with what comes in from outside the grid. */
export function catchments(
	grid: Grid,
	{ receivers, order }: Drainage,
	inflow: ReadonlyMap<number, number>
): Float64Array {
	const areas = new Float64Array(sizeOf(grid)).fill(grid.cellKm * grid.cellKm);
	for (const [cell, area] of inflow) areas[cell] = elementAt(areas, cell) + area;
	for (let at = order.length - 1; at >= 0; at -= 1) {
		const cell = order[at] ?? 0;
		const receiver = receivers[cell] ?? 0;
		if (receiver !== cell) areas[receiver] = (areas[receiver] ?? 0) + (areas[cell] ?? 0);
	}
	return areas;
}
