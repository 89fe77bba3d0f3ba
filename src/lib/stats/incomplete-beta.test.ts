import { describe, expect, it } from 'vitest';
import { binomialProbability } from './discrete-probability.ts';
import { betaTails } from './incomplete-beta.ts';

/** Known values are from 30 digits of arithmetic (mpmath). */
const errorOf = (ours: number, known: number): number => Math.abs(ours / known - 1);

describe('tails of the beta distribution', () => {
	it.each([
		[0.5, 0.5, 0.3, 0.36901011956554536, 0.6309898804344546],
		[1, 1, 0.25, 0.25, 0.75],
		[2, 3, 0.9, 0.9963, 0.0037],
		[5, 1000, 0.001, 0.0036983141135402075, 0.9963016858864598],
		[5, 1000, 0.02, 0.9999860898102263, 1.3910189773699158e-5],
		[100, 100, 0.5, 0.5, 0.5],
		[300, 200, 0.55, 0.011853654379737134, 0.9881463456202628],
		[1073, 1280000, 8.0e-4, 0.06908364263010663, 0.9309163573698933],
		[40, 3, 0.999, 0.9999888507380477, 1.1149261952348718e-5]
	])('of %d and %d at %d', (a, b, x, below, above) => {
		const tails = betaTails(a, b, x);
		expect(errorOf(tails.below, below)).toBeLessThan(1e-11);
		expect(errorOf(tails.above, above)).toBeLessThan(1e-11);
	});

	it.each([
		[2, 3, 0, 0, 1],
		[2, 3, 1, 1, 0],
		[0, 3, 0.5, NaN, NaN],
		[2, 3, 1.5, NaN, NaN],
		[2, 3, NaN, NaN, NaN]
	])('of %d and %d at %d are %d and %d', (a, b, x, below, above) => {
		expect(betaTails(a, b, x)).toEqual({ below, above });
	});

	it('are sums of binomial probabilities', () => {
		let atMost = 0;
		for (let k = 0; k < 60; k++) {
			atMost += binomialProbability(k, 60, 0.4);
			expect(betaTails(k + 1, 60 - k, 0.4).above).toBeCloseTo(atMost, 13);
		}
	});
});
