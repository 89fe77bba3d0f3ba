import { Z95 } from './normal.ts';

/**
 * Byar's interval of a count that follows a Poisson distribution; divide by the population for the
 * interval of a rate. Close to the exact (Garwood) limits from about 10 upwards, and never negative.
 * The lower limit of a count of 0 is 0. Undefined where the count is negative or not a number.
 *
 * N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (IARC, 1987), p. 69;
 * as used by the English public-health indicators (PHEindicatormethods, R).
 */
export function byarInterval(
	count: number,
	z: number = Z95
): readonly [low: number, high: number] | undefined {
	if (!(count >= 0)) return undefined;
	const above = count + 1;
	const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
	const high = above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3;
	return [Math.max(0, low), high];
}
