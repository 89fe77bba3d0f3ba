import { bisectRight } from 'd3-array';
import { elementAt } from './element-at.ts';
import type { Random } from './random.ts';

/** Repeated draws of items in proportion to fixed weights. */
export class WeightedDraw<T> {
	readonly #items: readonly T[];
	readonly #cumulative: number[] = [];
	readonly total: number;

	constructor(items: readonly T[], weightOf: (item: T) => number) {
		this.#items = items;
		let sum = 0;
		for (const item of items) {
			sum += weightOf(item);
			this.#cumulative.push(sum);
		}
		this.total = sum;
	}

	next(random: Random): T {
		const index = bisectRight(this.#cumulative, random.next() * this.total);
		return elementAt(this.#items, Math.min(index, this.#items.length - 1));
	}
}

/** One draw from a small table of shares, which need not add up to 1. */
export function drawFrom<K extends string>(shares: Partial<Record<K, number>>, random: Random): K {
	const keys = Object.keys(shares) as K[];
	return new WeightedDraw(keys, (key) => shares[key] ?? 0).next(random);
}
