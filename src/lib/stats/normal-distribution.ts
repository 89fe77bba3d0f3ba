import { gammaQuantile } from './gamma-quantile.ts';
import { gammaTails } from './incomplete-gamma.ts';

/** Probability that a standard normal variable is above z. Keeps its digits far out; NaN for NaN. */
export function normalAbove(z: number): number {
	const { below, above } = gammaTails(0.5, (z * z) / 2);
	return z >= 0 ? above / 2 : 0.5 + below / 2;
}

/** Probability that a standard normal variable is at least as far from 0 as z. */
export function normalBeyond(z: number): number {
	return gammaTails(0.5, (z * z) / 2).above;
}

/** The z of a two-sided interval of this level: 1.96 for 0.95. Half of z² is gamma with shape ½. */
export function zOfLevel(level: number): number {
	return Math.sqrt(2 * gammaQuantile(level, 0.5));
}
