import type { DrawBelow } from './seeded-random.ts';

/** Numbers that a seeded source draws: 32 bits. */
const WHOLE = 2 ** 32;

/**
 * Draws positions with chances in proportion to weights, in constant time each: each position is kept with its own
 * chance `keep` ÷ 2³², or gives way to its `alias`. The chances are met to within 2⁻³².
 *
 * A. J. Walker, ACM TOMS 3 (1977); set up as M. D. Vose, IEEE TSE 17 (1991).
 */
export interface AliasTable {
	readonly keep: Float64Array;
	readonly alias: Int32Array;
}

/** @param weights finite, none below 0, their sum above 0 */
export function aliasTable(weights: Float64Array): AliasTable {
	const n = weights.length;
	const sum = weights.reduce((all, weight) => all + weight, 0);
	const share = weights.map((weight) => (weight / sum) * n);
	const keep = new Float64Array(n).fill(WHOLE);
	const alias = Int32Array.from(weights, (_, i) => i);
	const small: number[] = [];
	const large: number[] = [];
	share.forEach((one, i) => (one < 1 ? small : large).push(i));
	while (small.length > 0 && large.length > 0) {
		const [low = 0, high = 0] = [small.pop(), large.pop()];
		keep[low] = (share[low] ?? 0) * WHOLE;
		alias[low] = high;
		const left = (share[high] ?? 0) + (share[low] ?? 0) - 1;
		share[high] = left;
		(left < 1 ? small : large).push(high);
	}
	// What rounding leaves over has a share of 1, unless it can never be drawn.
	for (const i of small) if (weights[i] === 0) giveWay(i, weights, keep, alias);
	return { keep, alias };
}

function giveWay(i: number, weights: Float64Array, keep: Float64Array, alias: Int32Array): void {
	keep[i] = 0;
	alias[i] = weights.findIndex((weight) => weight > 0);
}

/** How often each position comes up in `times` draws: multinomial. Written into `counts`. O(positions + times). */
export function drawCounts(
	{ keep, alias }: AliasTable,
	times: number,
	draw: DrawBelow,
	counts: Int32Array
): void {
	const n = keep.length;
	counts.fill(0);
	for (let one = 0; one < times; one++) {
		const at = draw(n);
		const to = draw(WHOLE) < (keep[at] ?? 0) ? at : (alias[at] ?? at);
		counts[to] = (counts[to] ?? 0) + 1;
	}
}
