import { describe, expect, it } from 'vitest';
import { poissonProbability } from './discrete-probability.ts';
import { gammaTails } from './incomplete-gamma.ts';

/** Known values are from 30 digits of arithmetic (mpmath). */
const errorOf = (ours: number, known: number): number => Math.abs(ours / known - 1);

describe('tails of the gamma distribution', () => {
	it.each([
		[0.5, 0.0001, 0.011283415555849618, 0.9887165844441503],
		[0.5, 2, 0.9544997361036416, 0.04550026389635842],
		[1, 0.001, 0.0009995001666250085, 0.999000499833375],
		[1, 50, 1.0, 1.9287498479639178e-22],
		[3.5, 2, 0.22022259152428408, 0.779777408475716],
		[10, 10, 0.5420702855281478, 0.4579297144718522],
		[10, 30, 0.9999928782491372, 7.121750862815577e-6],
		[100, 80, 0.017108313035133115, 0.9828916869648668],
		[100, 140, 0.9998389428252874, 0.00016105717471255585],
		[5000, 5100, 0.9206711189223811, 0.07932888107761897],
		[20000, 19500, 0.00018327005188799395, 0.999816729948112]
	])('of shape %d at %d', (a, x, below, above) => {
		const tails = gammaTails(a, x);
		expect(errorOf(tails.below, below)).toBeLessThan(1e-12);
		expect(errorOf(tails.above, above)).toBeLessThan(1e-12);
	});

	it.each([
		[2, 0, 0, 1],
		[2, Infinity, 1, 0],
		[0, 1, NaN, NaN],
		[2, -1, NaN, NaN],
		[NaN, 1, NaN, NaN]
	])('of shape %d at %d are %d and %d', (a, x, below, above) => {
		expect(gammaTails(a, x)).toEqual({ below, above });
	});

	it('are sums of Poisson probabilities', () => {
		let atMost = 0;
		for (let k = 0; k < 60; k++) {
			atMost += poissonProbability(k, 31.4);
			expect(gammaTails(k + 1, 31.4).above).toBeCloseTo(atMost, 13);
		}
	});
});
