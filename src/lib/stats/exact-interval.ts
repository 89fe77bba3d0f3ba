import { betaQuantile } from './beta-quantile.ts';
import { gammaQuantile } from './gamma-quantile.ts';

/**
 * Clopper–Pearson interval of a proportion: `successes` of `n`. Covers at least `level` of the time, and is wider than
 * Wilson's. 0 is the lower limit of none, 1 the upper one of all. Undefined where n is 0 or not 0 ≤ successes ≤ n,
 * or the level does not lie between 0 and 1.
 *
 * C. J. Clopper and E. S. Pearson, Biometrika 26 (1934); agrees with `binom.test` and `qbeta` of R.
 */
export function clopperPearsonInterval(
	successes: number,
	n: number,
	level = 0.95
): readonly [low: number, high: number] | undefined {
	if (!(n > 0 && successes >= 0 && successes <= n && level > 0 && level < 1)) return undefined;
	const tail = (1 - level) / 2;
	const failures = n - successes;
	const low = successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1);
	const high = failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures);
	return [low, high];
}

/**
 * Garwood's exact interval of a count that follows a Poisson distribution; divide by the population for the interval
 * of a rate. 0 is the lower limit of none. Undefined where the count is negative or not a number, or the level does
 * not lie between 0 and 1.
 *
 * F. Garwood, Biometrika 28 (1936); agrees with `poisson.test` and `qgamma` of R.
 */
export function garwoodInterval(
	count: number,
	level = 0.95
): readonly [low: number, high: number] | undefined {
	if (!(count >= 0 && count < Infinity && level > 0 && level < 1)) return undefined;
	const tail = (1 - level) / 2;
	const low = count === 0 ? 0 : gammaQuantile(tail, count);
	return [low, gammaQuantile(1 - tail, count + 1)];
}
