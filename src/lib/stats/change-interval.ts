import { Z95 } from './normal.ts';
import { wilsonInterval } from './wilson.ts';

/** A change with its 95 % interval. */
export interface Estimate {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/**
 * The ratio of two rates of Poisson counts `a` and `b` over exposures `e` and `f`, with the score interval that follows
 * from `a` being binomial given a + b: Wilson limits p of that share become p ÷ (1 − p) × f ÷ e. 0 where `a` is 0,
 * Infinity where `b` is 0. Undefined where both counts are 0 or an exposure is not a positive number.
 *
 * P. L. Graham, K. Mengersen and A. P. Morton, "Confidence limits for the ratio of two rates based on likelihood
 * scores", Statistics in Medicine 22 (2003).
 */
export function rateRatio(
	a: number,
	e: number,
	b: number,
	f: number,
	z: number = Z95
): Estimate | undefined {
	const limits = wilsonInterval(a, a + b, z);
	if (!limits || !(e > 0 && f > 0)) return undefined;
	const ratio = (share: number): number => (share / (1 - share)) * (f / e);
	return { value: (a / b) * (f / e), low: ratio(limits[0]), high: ratio(limits[1]) };
}

/**
 * The difference of the shares `a` of `n` and `b` of `m`, with Newcombe's interval from the Wilson limits of both (his
 * method 10). Undefined where either part is empty.
 *
 * R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
 * methods", Statistics in Medicine 17 (1998), whose Table II it agrees with.
 */
export function shareDifference(
	a: number,
	n: number,
	b: number,
	m: number,
	z: number = Z95
): Estimate | undefined {
	const [own, other] = [wilsonInterval(a, n, z), wilsonInterval(b, m, z)];
	if (!own || !other) return undefined;
	const [p, q] = [a / n, b / m];
	const value = p - q;
	return {
		value,
		low: value - Math.hypot(p - own[0], other[1] - q),
		high: value + Math.hypot(own[1] - p, q - other[0])
	};
}
