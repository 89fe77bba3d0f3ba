/**
 * Two-sided p-values of exact tests, each the probability of all outcomes that are no likelier than the observed one.
 * Agrees with `fisher.test` and `binom.test` of R, whose rule (and tolerance of 1e-7) this is.
 */

/** How much likelier than the observed outcome one may be by rounding alone. */
const TOLERANCE = 1 + 1e-7;

/**
 * Whether `a` of `n` and `b` of `m` could be of one share (Fisher's exact test). 1 where either part is empty.
 *
 * R. A. Fisher, "The logic of inductive inference", JRSS 98 (1935).
 */
export function sharesDiffer(a: number, n: number, b: number, m: number): number {
	const total = a + b;
	const least = Math.max(0, total - m);
	const most = Math.min(total, n);
	const mode = Math.floor(((n + 1) * (total + 1)) / (n + m + 2));
	// P(k + 1) ÷ P(k) of the hypergeometric distribution.
	const step = (k: number): number => ((n - k) * (total - k)) / ((k + 1) * (m - total + k + 1));
	return asUnlikelyAs(a, least, most, mode, step);
}

/**
 * Whether counts `a` and `b` could be Poisson with one rate over exposures `e` and `f`: given their sum, `a` is binomial
 * with e ÷ (e + f). 1 where an exposure is not a positive number.
 *
 * J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31 (1940).
 */
export function ratesDiffer(a: number, e: number, b: number, f: number): number {
	if (!(e > 0 && f > 0)) return 1;
	const total = a + b;
	const mode = Math.floor(((total + 1) * e) / (e + f));
	const step = (k: number): number => ((total - k) * e) / ((k + 1) * f);
	return asUnlikelyAs(a, 0, total, mode, step);
}

/** Walks from the mode to both sides until what is left no longer counts, so the work grows with the spread alone. */
function asUnlikelyAs(
	observed: number,
	least: number,
	most: number,
	mode: number,
	step: (k: number) => number
): number {
	const start = Math.min(most, Math.max(least, mode));
	const weights: number[] = [1];
	let own = observed === start ? 1 : 0;
	for (let k = start, weight = 1; k < most && weight > 1e-300; k++) {
		weight *= step(k);
		weights.push(weight);
		if (k + 1 === observed) own = weight;
	}
	for (let k = start, weight = 1; k > least && weight > 1e-300; k--) {
		weight /= step(k - 1);
		weights.push(weight);
		if (k - 1 === observed) own = weight;
	}
	let all = 0;
	let unlikely = 0;
	for (const weight of weights.sort((a, b) => a - b)) {
		all += weight;
		if (weight <= own * TOLERANCE) unlikely += weight;
	}
	return Math.min(1, unlikely / all);
}
