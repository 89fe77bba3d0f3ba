/** ln √(2π). */
export const LN_SQRT_2PI = 0.9189385332046728;

/**
 * Error of Stirling's formula, ln Γ(z + 1) − [(z + ½) ln z − z + ln √(2π)], for z > 0, to about 1e-15. It is small
 * where ln Γ is large: probabilities that are written with it keep their digits for counts of millions.
 *
 * C. Loader, "Fast and accurate computation of binomial probabilities" (2000), as in R.
 */
export function stirlingError(z: number): number {
	let error = 0;
	let x = z;
	for (; x < 16; x++) error += (x + 0.5) * Math.log1p(1 / x) - 1;
	const inverse2 = 1 / (x * x);
	return (
		error +
		(1 / 12 -
			(1 / 360 - (1 / 1260 - (1 / 1680 - inverse2 / 1188) * inverse2) * inverse2) * inverse2) /
			x
	);
}

/**
 * ln Γ(z) for z > 0, to about 1e-15 of the larger of itself and 1; Infinity at 0, NaN below.
 */
export function logGamma(z: number): number {
	if (!(z > 0)) return z === 0 ? Infinity : NaN;
	if (z === Infinity) return Infinity;
	// Near 1 and 2, where ln Γ is 0, and near 0: Γ(z) = Γ(z + 1) ÷ z keeps the absolute error small.
	return (z - 0.5) * Math.log(z) - z + LN_SQRT_2PI + stirlingError(z);
}
