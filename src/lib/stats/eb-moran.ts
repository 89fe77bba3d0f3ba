import { deviations } from './global-moran.ts';
import { hasRate, marshallRates } from './marshall.ts';
import { moranPermutation } from './moran-permutation.ts';
import { amongKept, lagOf, weightsOf } from './spatial-weights.ts';
import { weightSums } from './weight-sums.ts';

/** Moran's I of rates that are measured in their own standard errors. */
export interface RateMoran {
	readonly value: number;
	/** The share of orders whose I is at least as high, as in `moranPermutation`. */
	readonly p: number;
}

/**
 * How far each area's rate lies from the overall rate b, in standard errors: (rᵢ − b) ÷ √(a + b ÷ nᵢ), with Marshall's a
 * and b. So small areas, whose rates stray more, weigh no more than large ones. NaN where an area has no denominator above
 * zero or no count, and everywhere where there is no case.
 */
export function standardisedRates(
	counts: ArrayLike<number>,
	denominators: ArrayLike<number>
): Float64Array {
	const { overall, betweenAreas } = marshallRates(counts, denominators);
	return Float64Array.from(counts, (count, i) => {
		const n = denominators[i] ?? NaN;
		if (!hasRate(count, n) || !(overall > 0)) return NaN;
		const apart = count / n - overall;
		// What rounding leaves of equal rates is no distance.
		if (Math.abs(apart) <= 1e-12 * overall) return 0;
		return apart / Math.sqrt(betweenAreas + overall / n);
	});
}

/**
 * Moran's I of standardised rates, with row-standardised weights among the areas that have a rate. Islands count as
 * areas, as in `EBImoran.mc` of R's spdep, with which it agrees.
 *
 * Undefined where fewer than two areas have a rate, none of them has a neighbour, there is no case, or all are equal.
 * Throws RangeError for lists of unlike length. R. M. Assunção and E. A. Reis, "A new proposal to adjust Moran's I for
 * population density", Statistics in Medicine 18 (1999). As in spdep, a is 0 where it is estimated below.
 *
 * @param neighbours by area, without the area itself
 * @param permutations at least 2
 */
export function rateMoran(
	counts: ArrayLike<number>,
	denominators: ArrayLike<number>,
	neighbours: readonly (readonly number[])[],
	permutations: number,
	seed: number
): RateMoran | undefined {
	if (counts.length !== neighbours.length) throw new RangeError('as many counts as neighbours');
	const all = standardisedRates(counts, denominators);
	const kept = Array.from(all.keys()).filter((i) => !Number.isNaN(all[i]));
	const values = all.filter((value) => !Number.isNaN(value));
	const weights = weightsOf(amongKept(neighbours, kept), 'row');
	const permuted = moranPermutation(values, weights, permutations, seed);
	if (!permuted) return undefined;
	const { z, squares } = deviations(values);
	const lag = lagOf(weights, z);
	const alike = z.reduce((sum, one, i) => sum + one * (lag[i] ?? 0), 0);
	return { value: ((z.length / weightSums(weights).s0) * alike) / squares, p: permuted.p };
}
