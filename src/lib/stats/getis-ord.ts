import { lagOf, type SpatialWeights } from './spatial-weights.ts';

/**
 * z scores of Gi: how far the weighted sum of each area's neighbours lies above what any other areas would give. The area
 * itself must not be among its neighbours.
 *
 * NaN for an island, for an area that neighbours all others, where all values but the area's own are equal, or where one is
 * not finite. A. Getis and J. K. Ord,
 * "Local spatial autocorrelation statistics", Geographical Analysis 27 (1995); agrees with `localG` of R's spdep.
 */
export function giScores(values: Float64Array, weights: SpatialWeights): Float64Array {
	const n = values.length;
	const sum = values.reduce((all, x) => all + x, 0);
	const centre = sum / n;
	// About the mean, so that squares of large values do not swallow small differences.
	const squares = values.reduce((all, x) => all + (x - centre) ** 2, 0);
	return scores(values, weights, n - 1, (x) => {
		const off = x - centre;
		const mean = -off / (n - 1);
		return { mean: centre + mean, variance: (squares - off * off) / (n - 1) - mean * mean };
	});
}

/** z scores of Gi*, as `giScores`, with each area among its own neighbours: see `withSelf`. */
export function giStarScores(values: Float64Array, weights: SpatialWeights): Float64Array {
	const n = values.length;
	const mean = values.reduce((all, x) => all + x, 0) / n;
	const variance = values.reduce((all, x) => all + (x - mean) ** 2, 0) / n;
	return scores(values, weights, n, () => ({ mean, variance }));
}

/** @param others how many areas there are to draw neighbours from */
function scores(
	values: Float64Array,
	weights: SpatialWeights,
	others: number,
	momentsFor: (value: number) => { readonly mean: number; readonly variance: number }
): Float64Array {
	const lag = lagOf(weights, values);
	const { start, weight } = weights;
	const isFlat = values.every((value) => value === values[0]);
	return values.map((value, i) => {
		let [sum, squares] = [0, 0];
		for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) {
			sum += weight[at] ?? 0;
			squares += (weight[at] ?? 0) ** 2;
		}
		const { mean, variance } = momentsFor(value);
		// What rounding leaves where an area neighbours all others is no spread.
		const unlike = others * squares - sum * sum;
		const spread = (variance * unlike) / (others - 1);
		if (isFlat || !(unlike > 1e-12 * sum * sum && spread > 0)) return NaN;
		return ((lag[i] ?? NaN) - sum * mean) / Math.sqrt(spread);
	});
}
