import { steppedUp } from './step-up.ts';

/**
 * p-values adjusted so that those up to q hold a share of at most q of false findings however the tests hang together,
 * in the order given: Benjamini and Hochberg's, times 1 + ½ + … + 1⁄n, at most 1. NaN stays, and does not count.
 *
 * Y. Benjamini and D. Yekutieli, "The control of the false discovery rate in multiple testing under dependency",
 * Annals of Statistics 29 (2001); agrees with `p.adjust(method = "BY")` of R.
 */
export function adjustedForDependent(pValues: readonly number[]): number[] {
	return steppedUp(pValues, (tests) => {
		let harmonic = 0;
		for (let i = tests; i >= 1; i--) harmonic += 1 / i;
		return harmonic;
	});
}
