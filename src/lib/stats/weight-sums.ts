import type { SpatialWeights } from './spatial-weights.ts';

/** Sums over all pairs of areas that moments of global statistics are made of (Cliff and Ord 1981). */
export interface WeightSums {
	/** Areas that have neighbours. */
	readonly n: number;
	/** Σ wᵢⱼ */
	readonly s0: number;
	/** ½ Σ (wᵢⱼ + wⱼᵢ)² */
	readonly s1: number;
	/** Σ (wᵢ. + w.ᵢ)² */
	readonly s2: number;
}

/** Islands count neither as areas nor in the sums, as in spdep with `zero.policy` and `adjust.n`. */
export function weightSums({ start, neighbour, weight }: SpatialWeights): WeightSums {
	const count = start.length - 1;
	const own = new Float64Array(count);
	const given = new Float64Array(count);
	const pairs = new Map<number, number>();
	let n = 0;
	let s0 = 0;
	for (let i = 0; i < count; i++) {
		const [from, to] = [start[i] ?? 0, start[i + 1] ?? 0];
		if (to > from) n++;
		for (let at = from; at < to; at++) {
			const [j, w] = [neighbour[at] ?? 0, weight[at] ?? 0];
			s0 += w;
			own[i] = (own[i] ?? 0) + w;
			given[j] = (given[j] ?? 0) + w;
			const pair = Math.min(i, j) * count + Math.max(i, j);
			// A pair of an area with itself meets itself from both sides.
			pairs.set(pair, (pairs.get(pair) ?? 0) + (i === j ? 2 * w : w));
		}
	}
	let s1 = 0;
	for (const [pair, w] of pairs) {
		const isSelf = Math.floor(pair / count) === pair % count;
		s1 += isSelf ? (w * w) / 2 : w * w;
	}
	const s2 = own.reduce((sum, w, i) => sum + (w + (given[i] ?? 0)) ** 2, 0);
	return { n, s0, s1, s2 };
}
