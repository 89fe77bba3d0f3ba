import { elementAt } from '#cli/demo-city/element-at.ts';
import { Random } from '#cli/demo-city/random.ts';
import { catchments, drainageOf, type Drainage } from './drainage.ts';
import { riverEnds, riverInflowKm2, type Terrain } from './erosion.ts';
import { cellAt, gridOf, isRim, middleOf, sizeOf, type Grid } from './grid.ts';
import { Noise } from './noise.ts';

/** The land at the scale of its villages: heights (m), running water, and who drains where. */
export interface Ground {
	grid: Grid;
	heights: Float64Array;
	drainage: Drainage;
	/** Square kilometres that drain through each cell. */
	catchments: Float64Array;
	/** The slope or valley floor that each cell belongs to: what drains to one reach of a stream. */
	reaches: Int32Array;
	/** The cell by which the main river enters. */
	inlet: number;
}

const cellKm = 0.2;
/** Streams count as such from this catchment on. */
const streamKm2 = 7;
const mouthWidthKm = 7;

export function groundOf(seed: number, terrain: Terrain): Ground {
	const grid = gridOf(cellKm);
	const noise = new Noise(new Random(seed, 'ground'));
	const heights = Float64Array.from({ length: sizeOf(grid) }, (_, cell) => {
		const [x, y] = middleOf(grid, cell);
		// The coarse terrain knows eight directions; bent a little, its valleys and ridges know all of them.
		const bentX = x + 1.3 * noise.rough(x, y, 7, 3);
		const bentY = y + 1.3 * noise.rough(x + 500, y, 7, 3);
		return heightAt(terrain, bentX, bentY) + 5 * noise.rough(x, y, 2.4, 4, 0.6);
	});
	const inlet = cellAt(grid, [grid.west, riverEnds.west]);
	const outlets: number[] = [];
	for (let cell = 0; cell < heights.length; cell += 1) {
		const [x, y] = middleOf(grid, cell);
		// The river must not leave by the way it came.
		const isMouth = x < 0 && Math.abs(y - riverEnds.west) < mouthWidthKm;
		if (isRim(grid, cell) && !isMouth) outlets.push(cell);
	}
	const drainage = drainageOf(grid, heights, outlets);
	const areas = catchments(grid, drainage, new Map([[inlet, riverInflowKm2]]));
	return {
		grid,
		heights,
		drainage,
		catchments: areas,
		reaches: reachesOf(drainage, areas),
		inlet
	};
}

/** Height between the cells of a coarser terrain (Catmull–Rom in both directions). */
function heightAt({ grid, heights }: Terrain, x: number, y: number): number {
	const u = (x - grid.west) / grid.cellKm - 0.5;
	const v = (y - grid.south) / grid.cellKm - 0.5;
	const column = Math.floor(u);
	const row = Math.floor(v);
	const value = (dx: number, dy: number) => {
		const c = Math.max(0, Math.min(grid.columns - 1, column + dx));
		const r = Math.max(0, Math.min(grid.rows - 1, row + dy));
		return elementAt(heights, r * grid.columns + c);
	};
	const along = (dy: number) =>
		spline(value(-1, dy), value(0, dy), value(1, dy), value(2, dy), u - column);
	return spline(along(-1), along(0), along(1), along(2), v - row);
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
	return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** Numbers the reaches of all streams; a new one begins below each confluence. */
function reachesOf({ receivers, order }: Drainage, areas: Float64Array): Int32Array {
	const isStream = (cell: number) => elementAt(areas, cell) >= streamKm2;
	const tributaries = new Uint8Array(areas.length);
	for (const cell of order) {
		const receiver = elementAt(receivers, cell);
		if (receiver !== cell && isStream(cell))
			tributaries[receiver] = (tributaries[receiver] ?? 0) + 1;
	}
	const reaches = new Int32Array(areas.length);
	for (const cell of order) {
		const receiver = elementAt(receivers, cell);
		const isNew = isStream(cell) && elementAt(tributaries, receiver) > 1;
		reaches[cell] = receiver === cell || isNew ? cell : elementAt(reaches, receiver);
	}
	return reaches;
}
