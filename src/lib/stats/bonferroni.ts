/**
 * p-values adjusted so that the chance of any false finding among those up to α is at most α, in the order given: times
 * the number of tests, at most 1. NaN stays, and does not count as a test.
 *
 * C. E. Bonferroni (1936); O. J. Dunn, JASA 56 (1961). Agrees with `p.adjust(method = "bonferroni")` of R.
 */
export function adjustedForAny(pValues: readonly number[]): number[] {
	const tests = pValues.reduce((count, p) => count + (Number.isNaN(p) ? 0 : 1), 0);
	return pValues.map((p) => (Number.isNaN(p) ? NaN : Math.min(1, p * tests)));
}
