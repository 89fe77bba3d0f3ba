import { lagOf, type SpatialWeights } from './spatial-weights.ts';
import { weightSums } from './weight-sums.ts';

/** A statistic with what it is expected to be where values lie anywhere, and how far it then strays. */
export interface GlobalAutocorrelation {
	readonly value: number;
	readonly expected: number;
	/** Where values are drawn from a normal distribution. */
	readonly varianceNormality: number;
	/** Where the values that there are change places. */
	readonly varianceRandomisation: number;
}

/**
 * Moran's I: how alike neighbours are, −1/(n − 1) where they are not.
 *
 * Mean and spread are those of all values; islands count no further. Undefined where fewer than four areas have
 * neighbours, where all values are equal, or where one is not finite.
 *
 * A. D. Cliff and J. K. Ord, "Spatial Processes" (1981); agrees with `moran.test` of R's spdep (zero.policy, adjust.n).
 */
export function globalMoran(
	values: Float64Array,
	weights: SpatialWeights
): GlobalAutocorrelation | undefined {
	const { n, s0, s1, s2 } = weightSums(weights);
	const { z, squares, kurtosis } = deviations(values);
	if (n < 4 || !(squares > 0)) return undefined;
	const expected = -1 / (n - 1);
	const free =
		n * (s1 * (n * n - 3 * n + 3) - n * s2 + 3 * s0 * s0) -
		kurtosis * (s1 * (n * n - n) - 2 * n * s2 + 6 * s0 * s0);
	return {
		value: moranOf(z, weights, n / s0 / squares),
		expected,
		varianceNormality:
			(n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected * expected,
		varianceRandomisation: free / (s0 * s0 * (n - 1) * (n - 2) * (n - 3)) - expected * expected
	};
}

function moranOf(z: Float64Array, weights: SpatialWeights, scale: number): number {
	const lag = lagOf(weights, z);
	return scale * z.reduce((sum, one, i) => sum + one * (lag[i] ?? 0), 0);
}

/** Distances from the mean, the sum of their squares, and their kurtosis; the sum is NaN where a value is not finite. */
export function deviations(values: Float64Array): {
	readonly z: Float64Array<ArrayBuffer>;
	readonly squares: number;
	readonly kurtosis: number;
} {
	const n = values.length;
	const mean = values.reduce((sum, value) => sum + value, 0) / n;
	const z = Float64Array.from(values, (value) => value - mean);
	// What rounding leaves of equal values is no spread.
	const isFlat = values.every((value) => value === values[0]);
	const squares = isFlat ? 0 : z.reduce((sum, one) => sum + one * one, 0);
	const kurtosis = (n * z.reduce((sum, one) => sum + one ** 4, 0)) / (squares * squares);
	return { z, squares, kurtosis };
}
