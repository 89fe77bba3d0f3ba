import type { SpatialWeights } from './spatial-weights.ts';
import { weightSums } from './weight-sums.ts';

/** How kinds fall on areas by chance: those that there are change places, or each area draws its kind anew. */
export type KindSampling = 'nonfree' | 'free';

/** Weighted joins that are there, and what chance gives. */
export interface JoinCount {
	/** Each pair of neighbours once: half the sum of its weights in both directions. */
	readonly count: number;
	readonly expected: number;
	readonly variance: number;
	/** NaN where the variance is 0. */
	readonly z: number;
}

export interface JoinCounts {
	/** Joins of areas of kinds a ≤ b: black with black, black with white, white with white. */
	readonly pairs: readonly (JoinCount & { readonly a: number; readonly b: number })[];
	/** Joins of areas of unlike kinds, all together: spdep's `Jtot`. */
	readonly unlike: JoinCount;
}

/** Chance that a join, two joins with one area in common, and two without are all of a sort. */
type Chances = readonly [one: number, touching: number, apart: number];

/**
 * Join counts: whether areas of a kind lie together (more joins of like kinds than by chance) or keep apart.
 *
 * Undefined where fewer than four areas have a neighbour. Islands count neither as areas nor by kind: so chances are those
 * of areas that can have joins (spdep counts their kinds all the same, which do not then add up to its n). Where there are
 * none, agrees with `joincount.test` and `joincount.multi` of R's spdep. Weights may be one-sided.
 *
 * A. D. Cliff and J. K. Ord, "Spatial Processes" (1981), p. 19; G. J. G. Upton and B. Fingleton (1985), p. 158.
 *
 * @param kind of each area, a whole number from 0; RangeError for anything else (leave such areas out: `amongKept`), for
 *   lists of unlike length and where an area is its own neighbour
 * @param kinds how many there are
 */
export function joinCounts(
	kind: readonly number[],
	kinds: number,
	weights: SpatialWeights,
	sampling: KindSampling = 'nonfree'
): JoinCounts | undefined {
	if (weights.start.length !== kind.length + 1) throw new RangeError('as many kinds as rows');
	if (!kind.every((one) => Number.isInteger(one) && one >= 0 && one < kinds)) {
		throw new RangeError('every area must have one of the kinds');
	}
	const { joins, perKind, n } = tally(kind, kinds, weights);
	if (n < 4) return undefined;
	const sums = weightSums(weights);
	const momentsOf = (count: number, [one, touching, apart]: Chances): JoinCount => {
		const { s0, s1, s2 } = sums;
		const expected = (s0 * one) / 2;
		const square = (s1 * one + (s2 - 2 * s1) * touching + (s0 * s0 + s1 - s2) * apart) / 4;
		const left = square - expected * expected;
		const variance = left > 1e-12 * square ? left : 0;
		return {
			count,
			expected,
			variance,
			z: variance > 0 ? (count - expected) / Math.sqrt(variance) : NaN
		};
	};
	const chances = sampling === 'free' ? freely(perKind, n) : changingPlaces(perKind, n);
	const all = perKind.map((_, a) => a);
	const joinsOf = (a: number, b: number): number => joins[a * kinds + b] ?? 0;
	return {
		pairs: all.flatMap((a) =>
			all.slice(a).map((b) => ({ a, b, ...momentsOf(joinsOf(a, b), chances.pair(a, b)) }))
		),
		unlike: momentsOf(
			all.flatMap((a) => all.slice(a + 1).map((b) => joinsOf(a, b))).reduce((x, y) => x + y, 0),
			chances.unlike
		)
	};
}

/** Joins by pair of kinds, and areas that have any by kind. */
function tally(
	kind: readonly number[],
	kinds: number,
	{ start, neighbour, weight }: SpatialWeights
): { joins: Float64Array; perKind: number[]; n: number } {
	const joins = new Float64Array(kinds * kinds);
	const joined = new Set<number>();
	kind.forEach((own, i) => {
		for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) {
			const j = neighbour[at] ?? -1;
			if (j === i) throw new RangeError('no area may be its own neighbour');
			const other = kind[j] ?? NaN;
			const pair = Math.min(own, other) * kinds + Math.max(own, other);
			joins[pair] = (joins[pair] ?? NaN) + (weight[at] ?? NaN) / 2;
			joined.add(i).add(j);
		}
	});
	const perKind = Array.from({ length: kinds }, () => 0);
	for (const i of joined) perKind[kind[i] ?? -1] = (perKind[kind[i] ?? -1] ?? NaN) + 1;
	return { joins, perKind, n: joined.size };
}

interface KindChances {
	readonly pair: (a: number, b: number) => Chances;
	readonly unlike: Chances;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function freely(perKind: readonly number[], n: number): KindChances {
	const shares = perKind.map((count) => count / n);
	const unlike = 1 - sum(shares.map((p) => p * p));
	return {
		pair: (a, b) => {
			const [p, q] = [shares[a] ?? NaN, shares[b] ?? NaN];
			return a === b ? [p ** 2, p ** 3, p ** 4] : [2 * p * q, p * q * (p + q), (2 * p * q) ** 2];
		},
		unlike: [unlike, sum(shares.map((p) => p * (1 - p) ** 2)), unlike ** 2]
	};
}

function changingPlaces(perKind: readonly number[], n: number): KindChances {
	const ways = (count: number, drawn: number): number =>
		Array.from({ length: drawn }, (_, k) => Math.max(0, count - k)).reduce(
			(all, one) => all * one,
			1
		);
	const [two, three, four] = [ways(n, 2), ways(n, 3), ways(n, 4)];
	const alike = sum(perKind.map((count) => ways(count, 2)));
	const bothAlike = alike ** 2 - sum(perKind.map((count) => ways(count, 2) ** 2 - ways(count, 4)));
	return {
		pair: (a, b) => {
			const [p, q] = [perKind[a] ?? NaN, perKind[b] ?? NaN];
			return a === b
				? [ways(p, 2) / two, ways(p, 3) / three, ways(p, 4) / four]
				: [(2 * p * q) / two, (p * q * (p + q - 2)) / three, (4 * ways(p, 2) * ways(q, 2)) / four];
		},
		unlike: [
			1 - alike / two,
			sum(perKind.map((count) => count * ways(n - count, 2))) / three,
			1 - (2 * alike) / two + bothAlike / four
		]
	};
}
