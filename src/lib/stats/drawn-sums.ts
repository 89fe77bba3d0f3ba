import type { FillDraws } from './shared-draws.ts';

/**
 * A block of random neighbourhoods with what their values sum up to. Sums of the first k values of a row are the same for
 * all areas but those that have drawn themselves: these find where in `drawnBy`.
 */
export class DrawnSums {
	/** The value of each drawn area, row by row. */
	readonly value: Float64Array;
	/** What each drawn area's value becomes for an area that has drawn itself. */
	readonly instead: Float64Array;
	readonly rows: number;
	readonly #places: number;
	readonly #drawn: Int32Array;
	readonly #others: Int32Array;
	readonly #first: Int32Array;
	readonly #next: Int32Array;
	readonly #sums: Float64Array;
	readonly #sorted = new Map<number, Float64Array>();

	/** @param rows neighbourhoods to a block @param places areas to a neighbourhood */
	constructor(rows: number, places: number, areas: number) {
		this.rows = rows;
		this.#places = places;
		this.#drawn = new Int32Array(rows * places);
		this.#others = new Int32Array(rows * places);
		this.#next = new Int32Array(rows * places);
		this.#first = new Int32Array(areas);
		this.value = new Float64Array(rows * places);
		this.instead = new Float64Array(rows * places);
		this.#sums = new Float64Array(rows * places);
	}

	/** Draws the block anew, over `values` by area. */
	draw(fill: FillDraws, values: Float64Array): void {
		fill(this.#drawn, this.#others);
		this.#sorted.clear();
		this.#first.fill(-1);
		const places = this.#places;
		// Backwards, so that an area's entries follow each other row by row.
		for (let entry = this.#drawn.length - 1; entry >= 0; entry--) {
			const area = this.#drawn[entry] ?? 0;
			this.value[entry] = values[area] ?? NaN;
			this.instead[entry] = values[this.#others[entry] ?? 0] ?? NaN;
			this.#next[entry] = this.#first[area] ?? -1;
			this.#first[area] = entry;
		}
		for (let row = 0; row < this.rows; row++) {
			let sum = 0;
			for (let place = 0; place < places; place++) {
				sum += this.value[row * places + place] ?? NaN;
				this.#sums[place * this.rows + row] = sum;
			}
		}
	}

	/** Sums of the first `count` values, by row. */
	sums(count: number): Float64Array {
		return this.#sums.subarray((count - 1) * this.rows, count * this.rows);
	}

	/** The same in ascending order. */
	ascending(count: number): Float64Array {
		let sorted = this.#sorted.get(count);
		if (!sorted) this.#sorted.set(count, (sorted = this.sums(count).slice().sort()));
		return sorted;
	}

	/** The first entry that is this area, and the one after an entry; −1 where there is none. Entries ascend. */
	drawnBy(area: number): number {
		return this.#first[area] ?? -1;
	}
	nextAfter(entry: number): number {
		return this.#next[entry] ?? -1;
	}
}
