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
	return [count === 0 ? 0 : Math.max(0, byarLimit(count, -z)), byarLimit(count + 1, z)];
}

/**
 * Byar's limit z standard deviations from x > 0: x (1 − 1 ÷ 9x + z ÷ 3√x)³. Below 0 where x is small and z too. Other
 * forms of the interval put another number in: epitools (R) has count + ½ in both limits.
 */
export function byarLimit(x: number, z: number): number {
	return x * (1 - 1 / (9 * x) + z / (3 * Math.sqrt(x))) ** 3;
}
