import { deviations } from './global-moran.ts';
import { localTest, resultOf, type LocalTest, type LocalTestOptions } from './local-test.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/**
 * Tests local Moran's I by conditional permutation: `asHigh` counts draws whose Iᵢ is at least what it is. An area exactly
 * at the mean has Iᵢ = 0 whatever its neighbours are: every draw ties, and p is 1.
 *
 * Undefined where all values are equal or there is no area; throws as `LocalPermutation`. Drawn without replacement as in
 * GeoDa and esda. `localmoran_perm` of R's spdep 1.2.7 draws with replacement, which gives Iᵢ a variance too large by about
 * (n − 2) ÷ (n − 1 − k) with k neighbours of n, and so too large a p: agrees with it where `withReplacement` is set.
 */
export function localMoranTest(
	values: Float64Array,
	weights: SpatialWeights,
	options: LocalTestOptions
): LocalTest | undefined {
	const lag = localTest(values, weights, options);
	const { z, squares } = deviations(values);
	if (!(squares > 0)) return undefined;
	const { draws } = lag;
	const asHigh = lag.asHigh.slice();
	const asLow = lag.asLow.slice();
	z.forEach((own, i) => {
		// Below the mean Iᵢ rises as the neighbours' sum falls.
		if (own < 0) [asHigh[i], asLow[i]] = [lag.asLow[i] ?? 0, lag.asHigh[i] ?? 0];
		else if (own === 0) asHigh[i] = asLow[i] = draws[i] ?? 0;
	});
	return resultOf({ asHigh, asLow, draws }, options.q);
}
