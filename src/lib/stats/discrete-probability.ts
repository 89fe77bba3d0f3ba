import { LN_SQRT_2PI, stirlingError } from './stirling.ts';

/**
 * P(X = k) of the Poisson distribution of this mean, and its continuation to any k ≥ 0: mean^k e^−mean ÷ Γ(k + 1).
 * Relative error about 1e-14 for counts of millions too. 0 for k < 0.
 *
 * C. Loader, "Fast and accurate computation of binomial probabilities" (2000); agrees with `dpois` of R.
 */
export function poissonProbability(k: number, mean: number): number {
	if (!(k >= 0)) return Number.isNaN(k) ? NaN : 0;
	if (k === 0) return Math.exp(-mean);
	if (mean === 0) return 0;
	return Math.exp(-stirlingError(k) - deviance(k, mean) - LN_SQRT_2PI - Math.log(k) / 2);
}

/**
 * P(X = k) of the binomial distribution of n and p, and its continuation to any 0 ≤ k ≤ n:
 * Γ(n + 1) ÷ (Γ(k + 1) Γ(n − k + 1)) · p^k q^(n − k). 0 outside.
 *
 * @param q 1 − p, given apart so that it keeps its digits where p is nearly 1
 */
export function binomialProbability(k: number, n: number, p: number, q: number = 1 - p): number {
	if (!(k >= 0 && k <= n)) return Number.isNaN(k) || Number.isNaN(n) ? NaN : 0;
	if (p === 0 || q === 0) return (p === 0 ? k === 0 : k === n) ? 1 : 0;
	if (k === 0) return Math.exp(n * (p < q ? Math.log1p(-p) : Math.log(q)));
	if (k === n) return Math.exp(n * (q < p ? Math.log1p(-q) : Math.log(p)));
	const exponent =
		stirlingError(n) -
		stirlingError(k) -
		stirlingError(n - k) -
		deviance(k, n * p) -
		deviance(n - k, n * q);
	const scale = LN_SQRT_2PI + (Math.log(k) + Math.log1p(-k / n)) / 2;
	return Math.exp(exponent - scale);
}

/** x ln(x ÷ mean) + mean − x, without loss of digits where the two are near each other. */
function deviance(x: number, mean: number): number {
	const difference = x - mean;
	if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
	const v = difference / (x + mean);
	let sum = difference * v;
	let term = 2 * x * v;
	for (let j = 1; ; j++) {
		term *= v * v;
		const next = sum + term / (2 * j + 1);
		if (next === sum) return sum;
		sum = next;
	}
}
