import { continuedFraction } from './continued-fraction.ts';
import { poissonProbability } from './discrete-probability.ts';

/** Probabilities below and above a value: both keep their digits, where one of them is nearly 1. */
export interface Tails {
	readonly below: number;
	readonly above: number;
}

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x): probabilities that a gamma variable of shape a and
 * rate 1 is below and above x. Q(k + 1, x) is the probability of at most k of a Poisson variable of mean x.
 * NaN unless a > 0 and x ≥ 0.
 *
 * W. Gautschi, "A computational procedure for incomplete gamma functions", ACM TOMS 5 (1979): the series to the left
 * of a + 1, the continued fraction to the right. Agrees with `pgamma` of R.
 */
export function gammaTails(a: number, x: number): Tails {
	if (!(a > 0 && x >= 0)) return { below: NaN, above: NaN };
	if (x === 0) return { below: 0, above: 1 };
	if (x === Infinity) return { below: 1, above: 0 };
	const scale = poissonProbability(a, x);
	if (x < a + 1) {
		let sum = 1;
		for (let term = 1, j = 1; term > sum * 1e-17; j++) {
			term *= x / (a + j);
			sum += term;
		}
		const below = Math.min(1, scale * sum);
		return { below, above: 1 - below };
	}
	const fraction = continuedFraction(x + 1 - a, (j) => [j * (a - j), x + 2 * j + 1 - a]);
	const above = Math.min(1, (scale * a) / fraction);
	return { below: 1 - above, above };
}
