import { continuedFraction } from './continued-fraction.ts';
import { binomialProbability } from './discrete-probability.ts';
import type { Tails } from './incomplete-gamma.ts';

/**
 * The regularised incomplete beta function I_x(a, b) and 1 − I_x(a, b): probabilities that a beta variable is below
 * and above x. 1 − I_p(k + 1, n − k) is the probability of at most k of n. NaN unless a, b > 0 and 0 ≤ x ≤ 1.
 *
 * NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction). Agrees with `pbeta` of R.
 *
 * @param y 1 − x, given apart so that it keeps its digits where x is nearly 1
 */
export function betaTails(a: number, b: number, x: number, y: number = 1 - x): Tails {
	if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return { below: NaN, above: NaN };
	if (x === 0 || y === 0) return { below: y === 0 ? 1 : 0, above: x === 0 ? 1 : 0 };
	// The fraction converges fast below the mean alone.
	if (x * (a + b + 2) > a + 1) {
		const { below, above } = betaTails(b, a, y, x);
		return { below: above, above: below };
	}
	const scale = (binomialProbability(a, a + b, x, y) * b) / (a + b);
	const fraction = continuedFraction(1, (j) => {
		const m = j >> 1;
		const at = (a + 2 * m - 1) * (a + 2 * m);
		const term =
			j % 2 === 1
				? (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
				: (m * (b - m) * x) / at;
		return [term, 1];
	});
	const below = Math.min(1, scale / fraction);
	return { below, above: 1 - below };
}
