import { Random } from '#cli/demo-city/random.ts';
import { catchments, drainageOf } from './drainage.ts';
import { cellAt, gridOf, isRim, middleOf, sizeOf, type Grid } from './grid.ts';
import { Noise, ramp } from './noise.ts';

/** Heights in metres on a raster. */
export interface Terrain {
	grid: Grid;
	heights: Float64Array;
}

const cellKm = 0.5;
const steps = 40;
/** Metres a step for each km of slope, at a catchment of 1 km². */
const erodibility = 0.153;
export const riverInflowKm2 = 9000;

/** Where the main river enters and leaves the land; it runs from west to east. */
export const riverEnds = { west: 15, east: -20 };

/**
 * Land worn by its own rivers: uplift against stream-power incision, solved implicitly from the mouths upstream
 * (Braun & Willett 2013, n = 1, m = 0.5). The main river's bed is given; everything else finds its own way.
 */
export function erodedTerrain(seed: number): Terrain {
	const grid = gridOf(cellKm);
	const noise = new Noise(new Random(seed, 'terrain'));
	const bed = riverBed(grid, noise);
	const uplift = upliftOf(grid, noise, bed);
	const rocks = rocksOf(seed, grid);
	const heights = new Float64Array(sizeOf(grid));
	const outlets: number[] = [];
	for (let cell = 0; cell < heights.length; cell += 1) {
		const [x, y] = middleOf(grid, cell);
		heights[cell] = 300 + 140 * noise.rough(x, y, 16, 5, 0.65);
		if (!isRim(grid, cell) || bed.has(cell)) continue;
		// Beyond the mountains lie other rivers, higher than ours: the watershed stands near the rim.
		heights[cell] = 620 + 160 * noise.at(x, y, 30);
		outlets.push(cell);
	}
	for (const [cell, height] of bed) {
		heights[cell] = height;
		outlets.push(cell);
	}
	for (let step = 0; step < steps; step += 1) wear({ grid, heights }, uplift, rocks, outlets);
	return { grid, heights };
}

function wear(
	{ grid, heights }: Terrain,
	uplift: Float64Array,
	rocks: Float64Array,
	outlets: readonly number[]
): void {
	const drainage = drainageOf(grid, heights, outlets);
	const areas = catchments(grid, drainage, new Map());
	for (const cell of drainage.order) {
		const receiver = drainage.receivers[cell] ?? 0;
		if (receiver === cell) continue;
		const km = isStraight(grid, cell - receiver) ? grid.cellKm : grid.cellKm * Math.SQRT2;
		const pull = ((rocks[cell] ?? 0) * Math.sqrt(areas[cell] ?? 0)) / km;
		const lifted = (heights[cell] ?? 0) + (uplift[cell] ?? 0);
		const below = heights[receiver] ?? 0;
		heights[cell] = Math.max(below, (lifted + pull * below) / (1 + pull));
	}
	creep(grid, heights, new Set(outlets));
}

function isStraight(grid: Grid, step: number): boolean {
	return Math.abs(step) === 1 || Math.abs(step) === grid.columns;
}

/**
 * How fast each cell wears. Rock that is the same everywhere would let the eight directions of the raster show as
 * straight valleys; soft and hard spots make them wind.
 */
function rocksOf(seed: number, grid: Grid): Float64Array {
	const random = new Random(seed, 'rocks');
	const noise = new Noise(random);
	return Float64Array.from({ length: sizeOf(grid) }, (_, cell) => {
		const [x, y] = middleOf(grid, cell);
		return erodibility * Math.exp(0.7 * noise.rough(x, y, 5, 3) + random.between(-1, 1));
	});
}

/** Slopes slide a little: each cell moves towards the mean of its four neighbours. */
function creep(grid: Grid, heights: Float64Array, fixed: ReadonlySet<number>): void {
	const before = heights.slice();
	const at = (cell: number) => before[cell] ?? 0;
	for (let cell = 0; cell < heights.length; cell += 1) {
		if (fixed.has(cell) || isRim(grid, cell)) continue;
		const mean =
			(at(cell - 1) + at(cell + 1) + at(cell - grid.columns) + at(cell + grid.columns)) / 4;
		heights[cell] = at(cell) + 0.25 * (mean - at(cell));
	}
}

/** The bed of the main river: cells and heights, winding across the land and falling 90 m. */
function riverBed(grid: Grid, noise: Noise): Map<number, number> {
	const bed = new Map<number, number>();
	const east = grid.west + grid.columns * grid.cellKm;
	for (let x = grid.west + 0.01; x < east; x += 0.05) {
		const share = (x - grid.west) / (east - grid.west);
		const swing = ramp(share, 0, 0.12) * ramp(share, 1, 0.88);
		const winding = 15 * noise.at(x, 300, 34) + 4.5 * noise.at(x, 700, 13);
		const y = riverEnds.west + (riverEnds.east - riverEnds.west) * share + swing * winding;
		const cell = cellAt(grid, [x, y]);
		if (!bed.has(cell)) bed.set(cell, 330 - 90 * share);
	}
	return bed;
}

/** Metres a step: a basin along the middle reach of the river, mountains around it. */
function upliftOf(grid: Grid, noise: Noise, bed: ReadonlyMap<number, number>): Float64Array {
	const course = [...bed.keys()].map((cell) => middleOf(grid, cell));
	return Float64Array.from({ length: sizeOf(grid) }, (_, cell) => {
		const [x, y] = middleOf(grid, cell);
		const wx = x + 7 * noise.rough(x + 400, y, 26, 3);
		const wy = y + 7 * noise.rough(x, y + 400, 26, 3);
		let apart = Infinity;
		for (const [cx, cy] of course) apart = Math.min(apart, (wx - cx) ** 2 + (wy - cy) ** 2);
		const fromCentre = Math.sqrt((wx / 46) ** 2 + (wy / 34) ** 2);
		const rise = ramp(Math.sqrt(apart), 3, 30) * 0.55 + ramp(fromCentre, 0.3, 1.25) * 0.65;
		const ranges = 1 + 0.75 * noise.rough(x, y, 24, 3);
		return Math.max(0.6, 0.6 + 20.5 * rise * Math.max(0.25, ranges));
	});
}
