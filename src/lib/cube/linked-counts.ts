import { cellsIn, type Cube } from './cube.ts';

/** The tally of all cases, beside those of the manifest, whose names cannot be this. */
export const CASES = '*';

/** Counts of linked panels: each by its own dimension, under the conditions of all the others. */
export interface LinkedCounts {
	/** By panel: `day`, `area`, and one for each facet; all have `CASES`, the areas every tally of the manifest too. */
	readonly panels: ReadonlyMap<string, Cube>;
	/** Cases that meet every condition, with every tally; without a dimension of a panel. */
	readonly total: Cube;
}

/**
 * Running sums of cubes along their first dimension: the counts of any run of it are then a difference of two rows,
 * however many cases or cells lie between. `count[0]` is zero, `count[i]` the sum of the first i positions.
 */
export class RunningSums {
	readonly #size: number;
	readonly #panels: ReadonlyMap<string, Sums>;
	readonly #total: Sums;

	constructor({ panels, total }: LinkedCounts) {
		this.#size = total.dimensions[0]?.size ?? 0;
		this.#panels = new Map([...panels].map(([name, cube]) => [name, sumsOf(cube)]));
		this.#total = sumsOf(total);
	}

	/** Positions of the first dimension. */
	get size(): number {
		return this.#size;
	}

	/** Counts over positions [first, end) of the first dimension; a run outside is cut to it, an empty one gives zeros. */
	over(first: number, end: number): LinkedCounts {
		const from = Math.min(Math.max(0, first), this.#size);
		const to = Math.min(Math.max(from, end), this.#size);
		return {
			panels: new Map([...this.#panels].map(([name, sums]) => [name, run(sums, from, to)])),
			total: run(this.#total, from, to)
		};
	}
}

interface Sums {
	readonly inner: Cube['dimensions'];
	readonly cells: number;
	readonly tallies: Readonly<Record<string, Uint32Array>>;
}

function sumsOf({ dimensions, tallies }: Cube): Sums {
	const [first, ...inner] = dimensions;
	const cells = cellsIn(inner);
	const size = first?.size ?? 0;
	const summed = Object.entries(tallies).map(([id, counts]): [string, Uint32Array] => {
		const sums = new Uint32Array((size + 1) * cells);
		for (let i = 0; i < size * cells; i++) sums[i + cells] = (sums[i] ?? 0) + (counts[i] ?? 0);
		return [id, sums];
	});
	return { inner, cells, tallies: Object.fromEntries(summed) };
}

function run({ inner, cells, tallies }: Sums, from: number, to: number): Cube {
	const counted = Object.entries(tallies).map(([id, sums]): [string, Uint32Array] => {
		const counts = new Uint32Array(cells);
		for (let i = 0; i < cells; i++) {
			counts[i] = (sums[to * cells + i] ?? 0) - (sums[from * cells + i] ?? 0);
		}
		return [id, counts];
	});
	return { dimensions: inner, tallies: Object.fromEntries(counted) };
}
