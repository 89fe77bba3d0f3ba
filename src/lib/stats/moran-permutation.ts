import { deviations } from './global-moran.ts';
import { seededRandom, shuffle } from './seeded-random.ts';
import { lagOf, type SpatialWeights } from './spatial-weights.ts';
import { weightSums } from './weight-sums.ts';

/** What Moran's I is where the values that there are change places. */
export interface MoranPermutation {
	/**
	 * The share of orders, the one that there is among them, whose I is at least as high: (1 + how many) ÷ (permutations
	 * + 1). The smallest that it can be is 1 ÷ (permutations + 1).
	 */
	readonly p: number;
	/** Mean and standard deviation of I over the random orders. */
	readonly mean: number;
	readonly deviation: number;
}

/**
 * Undefined where all values are equal or one is not finite: then no order tells anything. Agrees with `moran.mc` of R's
 * spdep (alternative "greater") as far as random orders do.
 *
 * @param permutations at least 2
 */
export function moranPermutation(
	values: Float64Array,
	weights: SpatialWeights,
	permutations: number,
	seed: number
): MoranPermutation | undefined {
	const { z, squares } = deviations(values);
	const { n, s0 } = weightSums(weights);
	if (!(squares > 0 && s0 > 0)) return undefined;
	const moran = (): number => {
		const lag = lagOf(weights, z);
		return ((n / s0) * z.reduce((sum, one, i) => sum + one * (lag[i] ?? 0), 0)) / squares;
	};
	const observed = moran();
	// Sums of the same numbers in another order differ by rounding: that is a tie.
	const tie = 1e-12;
	const draw = seededRandom(seed);
	let [asHigh, mean, spread] = [1, 0, 0];
	for (let i = 1; i <= permutations; i++) {
		shuffle(z, draw);
		const drawn = moran();
		if (drawn >= observed - tie) asHigh++;
		// Welford's running mean and squares.
		const apart = drawn - mean;
		mean += apart / i;
		spread += apart * (drawn - mean);
	}
	return {
		p: asHigh / (permutations + 1),
		mean,
		deviation: Math.sqrt(spread / (permutations - 1))
	};
}
