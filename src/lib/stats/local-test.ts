import { discoveryThreshold } from './discovery-threshold.ts';
import { LocalPermutation, type PermutationOptions } from './local-permutation.ts';
import { foldedP, twoSidedP } from './permutation-p.ts';
import type { SpatialWeights } from './spatial-weights.ts';
import { wilsonInterval } from './wilson.ts';

export interface LocalTestOptions extends PermutationOptions {
	/** Draws in all after each step; ascending. One step is a test with that many for every area. */
	readonly steps?: readonly number[];
	/** Share of false findings that the threshold allows. */
	readonly q?: number;
}

/** What permutation says of each area; of an island nothing: no draws, and NaN. */
export interface LocalTest {
	/** Draws that gave at least, and at most, what there is: see `oneSidedP` for a test that looks one way. */
	readonly asHigh: Int32Array;
	readonly asLow: Int32Array;
	readonly draws: Int32Array;
	/** Two-sided. */
	readonly p: Float64Array;
	/** The smaller side, as GeoDa prints it. */
	readonly folded: Float64Array;
	/** The smallest two-sided p that the area's draws could have given. */
	readonly smallestP: Float64Array;
	/** Two-sided p up to which areas are findings: `discoveryThreshold` over areas with neighbours. */
	readonly threshold: number;
}

export const STEPS: readonly number[] = [999, 9_999, 99_999];
const Q = 0.05;
/** Of the interval in which an area's p lies: one in a thousand is beyond. */
const Z = 3.29;

/**
 * Tests the weighted sum of each area's neighbours by permutation, going on where it matters: after each step only areas
 * get more draws whose p may yet decide what is found, or is the smallest there can be.
 *
 * Undecided is an area that is a finding if every p is at the lower end of its interval, but none if every p is at the
 * upper end. Each area's counts are those of as many draws for all; it depends on neither their portions nor on progress.
 * Throws as `LocalPermutation`. Benjamini and Hochberg (1995); J. Besag and P. Clifford, "Sequential Monte Carlo p-values",
 * Biometrika 78 (1991), for stopping where nothing is left to decide.
 */
export function localTest(
	values: Float64Array,
	weights: SpatialWeights,
	options: LocalTestOptions
): LocalTest {
	const { steps = STEPS, q = Q } = options;
	const permutation = new LocalPermutation(values, weights, options);
	let areas = permutation.tested;
	let made = 0;
	for (const step of steps) {
		if (made > 0) areas = undecided(permutation, areas, q);
		permutation.continue(step - made, areas);
		made = step;
	}
	return resultOf(permutation, q);
}

function undecided(permutation: LocalPermutation, areas: Int32Array, q: number): Int32Array {
	const { asHigh, asLow, draws } = permutation;
	const low = new Float64Array(draws.length).fill(NaN);
	const high = low.slice();
	draws.forEach((made, i) => {
		const smaller = Math.min(asHigh[i] ?? 0, asLow[i] ?? 0);
		const [from = NaN, to = NaN] = wilsonInterval(smaller, made, Z) ?? [];
		low[i] = Math.min(1, 2 * from);
		high[i] = Math.min(1, 2 * to);
	});
	const [most, least] = [discoveryThreshold(low, q), discoveryThreshold(high, q)];
	return areas.filter((i) => {
		const isLowest = Math.min(asHigh[i] ?? 0, asLow[i] ?? 0) === 0;
		return isLowest || ((low[i] ?? NaN) <= most && (high[i] ?? NaN) > least);
	});
}

/** The p-values of counts. `q` as in `LocalTestOptions`. */
export function resultOf(
	{ asHigh, asLow, draws }: Pick<LocalTest, 'asHigh' | 'asLow' | 'draws'>,
	q: number = Q
): LocalTest {
	const each = (p: (high: number, low: number, made: number) => number): Float64Array =>
		Float64Array.from(draws, (made, i) => p(asHigh[i] ?? 0, asLow[i] ?? 0, made));
	const p = each(twoSidedP);
	return {
		asHigh,
		asLow,
		draws,
		p,
		folded: each(foldedP),
		smallestP: each((_, __, made) => twoSidedP(0, 0, made)),
		threshold: discoveryThreshold(p, q)
	};
}
