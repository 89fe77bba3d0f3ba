import { localTest, type LocalTest, type LocalTestOptions } from './local-test.ts';
import type { SpatialWeights } from './spatial-weights.ts';

/**
 * Tests Gi, or Gi* where weights hold the areas themselves (`withSelf`), by conditional permutation: few `asHigh` is a hot
 * place, few `asLow` a cold one. What Gi divides by is the same in all draws of an area, and so is its own value, which it
 * keeps in Gi* too. So p depends on the sum of the other areas alone: where neighbours weigh the same, Gi, Gi* and local
 * Moran's I have one two-sided p between them.
 *
 * Undefined where all values are equal or there is no area; throws as `LocalPermutation`. NaN for an island, which for Gi*
 * has nothing but itself. Negative values may be. A. Getis and J. K. Ord (1995); as `G_Local` of esda.
 */
export function giTest(
	values: Float64Array,
	weights: SpatialWeights,
	options: LocalTestOptions
): LocalTest | undefined {
	const test = localTest(values, weights, options);
	return values.some((value) => value !== values[0]) ? test : undefined;
}
