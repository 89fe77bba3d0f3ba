const EULER = 0.5772156649015329;

/**
 * Chance that the greatest of many is at least x, where greatest ones are Gumbel distributed with the mean and the
 * deviation of `maxima`: 1 − exp(−exp(−(x − μ) ÷ β)), β = s √6 ÷ π, μ = mean − γ β. Says more than 1 ÷ (draws + 1) far
 * out, as far as the distribution is one. NaN for fewer than two maxima or where all are equal.
 *
 * A. M. Abrams, K. Kleinman and M. Kulldorff, "Gumbel based p-value approximations for spatial scan statistics",
 * International Journal of Health Geographics 9 (2010).
 */
export function gumbelTail(maxima: ArrayLike<number>, x: number): number {
	const values = Float64Array.from(maxima);
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	const scale = Math.sqrt((squares / (values.length - 1)) * 6) / Math.PI;
	if (!(scale > 0)) return NaN;
	return -Math.expm1(-Math.exp(-((x - mean) / scale + EULER)));
}
