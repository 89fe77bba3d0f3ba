import { steppedUp } from './step-up.ts';

/**
 * p-values adjusted so that those up to q hold a share of at most q of false findings, in the order given. NaN stays,
 * and does not count as a test.
 *
 * Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995); agrees with
 * `p.adjust(method = "BH")` of R.
 */
export function adjustedForMany(pValues: readonly number[]): number[] {
	return steppedUp(pValues, () => 1);
}
