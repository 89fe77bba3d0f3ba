import { deviations } from './global-moran.ts';
import { normalBeyond } from './normal-distribution.ts';
import { lagOf, type SpatialWeights } from './spatial-weights.ts';

/** An area's value and the weighted mean (or sum) of its neighbours', each above the mean of all (high) or not (low). */
export type Quadrant = 'high-high' | 'low-low' | 'high-low' | 'low-high' | 'isolate';

/** What Iᵢ is by chance, and where it lies in that, by area. */
export interface LocalMoments {
	readonly expected: Float64Array;
	readonly variance: Float64Array;
	/** NaN where the variance is 0: for an isolate, and for an area at the mean under `conditional`. */
	readonly z: Float64Array;
	/** Two-sided, by the normal distribution; NaN where z is. */
	readonly p: Float64Array;
}

export interface LocalMoran {
	/** Iᵢ by area, 0 for an isolate. */
	readonly value: Float64Array;
	/** Where the area keeps its value, and all others change places: what permutation tests too. */
	readonly conditional: LocalMoments;
	/** Where all values change places. */
	readonly total: LocalMoments;
	readonly quadrant: readonly Quadrant[];
}

/**
 * Local Moran's I: how alike each area is to its neighbours, Iᵢ = zᵢ Σ wᵢⱼ zⱼ ÷ m₂, with z the distances from the mean of
 * all areas, isolates too, and m₂ = Σ z² ÷ n. GeoDa and esda divide by n − 1: their Iᵢ is (n − 1) ÷ n of this one.
 *
 * Undefined where there are fewer than three areas or all values are equal. Throws RangeError where a value is not finite
 * (leave such areas out: `amongKept`), and for lists of unlike length. Weights must not hold an area itself.
 *
 * L. Anselin, "Local indicators of spatial association", Geographical Analysis 27 (1995), for `total`; R. R. Sokal, N. L.
 * Oden and B. A. Thomson, "Local spatial autocorrelation in a biological model", Geographical Analysis 30 (1998), for
 * `conditional`. Agrees with `localmoran` of R's spdep.
 */
export function localMoran(values: Float64Array, weights: SpatialWeights): LocalMoran | undefined {
	const n = values.length;
	if (weights.start.length !== n + 1) throw new RangeError('as many values as rows of weights');
	if (!values.every(Number.isFinite)) throw new RangeError('every value must be finite');
	const { z, squares, kurtosis } = deviations(values);
	if (n < 3 || !(squares > 0)) return undefined;
	const m2 = squares / n;
	const lag = lagOf(weights, z);
	const value = z.map((one, i) => (one / m2) * (lag[i] ?? NaN));
	const { sum, ofSquares } = rowSums(weights);
	const moments = (of: (i: number, w: number, w2: number) => readonly [number, number]) =>
		momentsOf(value, (i) => of(i, sum[i] ?? 0, ofSquares[i] ?? 0));
	const [a, b] = [(n - kurtosis) / (n - 1), (2 * kurtosis - n) / ((n - 1) * (n - 2))];
	return {
		value,
		conditional: moments((i, w, w2) => {
			const own = (z[i] ?? NaN) ** 2;
			const spread = remainder(w2, (w * w) / (n - 1)) * remainder(m2, own / (n - 1));
			return [-(own * w) / ((n - 1) * m2), (own / (m2 * m2)) * (n / (n - 2)) * spread];
		}),
		total: moments((_, w, w2) => {
			const expected = -w / (n - 1);
			return [expected, Math.max(0, a * w2 + b * (w * w - w2) - expected * expected)];
		}),
		quadrant: Array.from(z, (one, i): Quadrant => {
			if (weights.start[i] === weights.start[i + 1]) return 'isolate';
			const isLagHigh = (lag[i] ?? NaN) > 0;
			if (one > 0) return isLagHigh ? 'high-high' : 'high-low';
			return isLagHigh ? 'low-high' : 'low-low';
		})
	};
}

function momentsOf(
	value: Float64Array,
	of: (i: number) => readonly [expected: number, variance: number]
): LocalMoments {
	const pairs = Array.from(value, (_, i) => of(i));
	const variance = Float64Array.from(pairs, ([, square]) => square);
	// Of an isolate the expected value is 0, not −0.
	const expected = Float64Array.from(pairs, ([mean]) => mean + 0);
	const z = value.map((one, i) => {
		const spread = variance[i] ?? 0;
		return spread > 0 ? (one - (expected[i] ?? NaN)) / Math.sqrt(spread) : NaN;
	});
	return { expected, variance, z, p: z.map(normalBeyond) };
}

/** What rounding leaves of equal numbers is nothing: an area neighbours all others, or all others are equal. */
function remainder(whole: number, part: number): number {
	return whole - part > 1e-12 * whole ? whole - part : 0;
}

/** Sums of each area's weights and of their squares. */
function rowSums({ start, weight }: SpatialWeights): {
	sum: Float64Array;
	ofSquares: Float64Array;
} {
	const sum = new Float64Array(start.length - 1);
	const ofSquares = sum.slice();
	for (let i = 0; i < sum.length; i++) {
		for (const w of weight.subarray(start[i], start[i + 1])) {
			sum[i] = (sum[i] ?? 0) + w;
			ofSquares[i] = (ofSquares[i] ?? 0) + w * w;
		}
	}
	return { sum, ofSquares };
}
