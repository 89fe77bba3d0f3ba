import { Z95 } from './normal.ts';

/**
 * Wilson score interval of a proportion: `successes` of `n`, both counts, limits between 0 and 1.
 * Unlike the textbook interval it neither leaves [0, 1] nor shrinks to nothing at 0 or n.
 * Undefined where n is 0 or the counts are not 0 ≤ successes ≤ n.
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927);
 * agrees with `binom.wilson` of R's binom and `binconf(method = "wilson")` of Hmisc.
 */
export function wilsonInterval(
	successes: number,
	n: number,
	z: number = Z95
): readonly [low: number, high: number] | undefined {
	if (!(n > 0 && successes >= 0 && successes <= n)) return undefined;
	const share = successes / n;
	const z2 = z * z;
	const centre = share + z2 / (2 * n);
	const half = z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
	const scale = 1 + z2 / n;
	// At the ends the two terms are equal, but rounding leaves a remainder of about 1e-17.
	const low = successes === 0 ? 0 : (centre - half) / scale;
	const high = successes === n ? 1 : (centre + half) / scale;
	return [low, high];
}
