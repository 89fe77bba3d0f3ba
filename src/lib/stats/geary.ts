import { deviations, type GlobalAutocorrelation } from './global-moran.ts';
import type { SpatialWeights } from './spatial-weights.ts';
import { weightSums } from './weight-sums.ts';

/**
 * Geary's C: how unlike neighbours are, 1 where they are as unlike as any two, less where they are alike.
 *
 * Undefined where `globalMoran` is. A. D. Cliff and J. K. Ord (1981); agrees with `geary.test` of R's
 * spdep, also in the variances where there are islands, whose number of areas is there partly with and partly without them.
 */
export function geary(
	values: Float64Array,
	weights: SpatialWeights
): GlobalAutocorrelation | undefined {
	const { n, s0, s1, s2 } = weightSums(weights);
	const { squares, kurtosis } = deviations(values);
	if (n < 4 || !(squares > 0)) return undefined;
	const { start, neighbour, weight } = weights;
	let unlike = 0;
	for (let i = 0; i < values.length; i++) {
		for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) {
			const apart = (values[i] ?? NaN) - (values[neighbour[at] ?? -1] ?? NaN);
			unlike += (weight[at] ?? 0) * apart * apart;
		}
	}
	// Where there are islands spdep takes them out of every number of areas but this one.
	const all = values.length;
	const k = (kurtosis * n) / all;
	const free =
		(n - 1) * s1 * (n * n - 3 * all + 3 - k * (n - 1)) -
		((n - 1) * s2 * (n * n + 3 * all - 6 - k * (n * n - all + 2))) / 4 +
		s0 * s0 * (n * n - 3 - k * (n - 1) ** 2);
	return {
		value: ((n - 1) / (2 * s0)) * (unlike / squares),
		expected: 1,
		varianceNormality: ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (all + 1) * s0 * s0),
		varianceRandomisation: free / (all * (n - 2) * (n - 3) * s0 * s0)
	};
}
