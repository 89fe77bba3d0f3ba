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
