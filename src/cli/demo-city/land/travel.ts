import { elementAt } from '#cli/demo-city/element-at.ts';
import { Random } from '#cli/demo-city/random.ts';
import { isRim, middleOf, sizeOf, stepsOf, type Grid } from './grid.ts';
import type { Ground } from './ground.ts';
import { CellHeap } from './heap.ts';
import { Noise } from './noise.ts';

/** What a way across the land costs, in kilometres of level walking. */
export interface Going {
	grid: Grid;
	heights: Float64Array;
	reaches: Int32Array;
	/** What it costs to step into a cell: water without a bridge. */
	tolls: Float64Array;
	/** How slow each cell is: woods, terraces and fields lie in patches. */
	slowness: Float64Array;
	/** For each metre of climb or fall. */
	perMetre: number;
	/** For crossing from one slope or valley to the next. */
	perDivide: number;
}

export interface Journeys {
	/** The source (0 …) that reaches each cell first; −1 where none does. */
	sources: Int32Array;
	costs: Float64Array;
	/** The cell from which each was reached; a source is its own. */
	previous: Int32Array;
}

const bigRiverKm2 = 2500;
const riverKm2 = 350;
const bigRiverToll = 7;
const riverToll = 2.5;

export function goingOf(seed: number, ground: Ground): Going {
	const { grid, heights, reaches, drainage, catchments } = ground;
	const random = new Random(seed, 'going');
	const noise = new Noise(random);
	const slowness = Float64Array.from({ length: sizeOf(grid) }, (_, cell) => {
		const [x, y] = middleOf(grid, cell);
		return Math.max(0.25, 1 + 1.1 * noise.rough(x, y, 2.6, 3, 0.6) + random.between(-0.4, 0.4));
	});
	const tolls = new Float64Array(sizeOf(grid));
	for (const cell of drainage.order) {
		const area = elementAt(catchments, cell);
		if (area < riverKm2) continue;
		const toll = area < bigRiverKm2 ? riverToll : bigRiverToll;
		tolls[cell] = toll;
		// Where the water runs diagonally, one more cell keeps anybody from slipping through.
		const step = elementAt(drainage.receivers, cell) - cell;
		const isDiagonal = step !== 0 && Math.abs(step) !== 1 && Math.abs(step) !== grid.columns;
		if (isDiagonal) tolls[cell + Math.sign(step) * grid.columns] = toll;
	}
	return { grid, heights, reaches, tolls, slowness, perMetre: 0.016, perDivide: 3 };
}

/** Dijkstra from all sources at once; `isOpen` says where one may walk. */
export function journeysFrom(
	going: Going,
	sources: readonly number[],
	isOpen: (cell: number) => boolean = () => true,
	headStarts: readonly number[] = []
): Journeys {
	const size = sizeOf(going.grid);
	const steps = stepsOf(going.grid);
	const owners = new Int32Array(size).fill(-1);
	const previous = new Int32Array(size).fill(-1);
	const costs = new Float64Array(size).fill(Infinity);
	const isDone = new Uint8Array(size);
	const heap = new CellHeap();
	sources.forEach((cell, source) => {
		const cost = -(headStarts[source] ?? 0);
		if (cost >= elementAt(costs, cell)) return;
		owners[cell] = source;
		previous[cell] = cell;
		costs[cell] = cost;
		heap.push(cell, cost);
	});
	for (let cell = heap.pop(); cell >= 0; cell = heap.pop()) {
		if (isDone[cell] === 1) continue;
		isDone[cell] = 1;
		if (isRim(going.grid, cell)) continue;
		const cost = costs[cell] ?? 0;
		const owner = owners[cell] ?? -1;
		for (const { by, km } of steps) {
			const other = cell + by;
			if (isDone[other] === 1 || !isOpen(other)) continue;
			const reached = cost + stepCost(going, cell, other, km);
			if (reached >= (costs[other] ?? 0)) continue;
			costs[other] = reached;
			owners[other] = owner;
			previous[other] = cell;
			heap.push(other, reached);
		}
	}
	return { sources: owners, costs, previous };
}

/** Read directly: see the heap. */
export function stepCost(going: Going, cell: number, other: number, km: number): number {
	const climb = Math.abs((going.heights[other] ?? 0) - (going.heights[cell] ?? 0));
	const divide = going.reaches[cell] === going.reaches[other] ? 0 : going.perDivide;
	const ground = km * (going.slowness[other] ?? 1);
	return ground + climb * going.perMetre + divide + (going.tolls[other] ?? 0);
}

/** The way back from a cell to its source. */
export function wayFrom({ previous }: Journeys, cell: number): number[] {
	const way = [cell];
	for (let at = cell; ;) {
		const before = elementAt(previous, at);
		if (before < 0 || before === at) return way;
		way.push(before);
		at = before;
	}
}
