import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from './beta-quantile.ts';
import { betaTails } from './incomplete-beta.ts';

/** Known values are from 30 digits of arithmetic (mpmath). */
const errorOf = (ours: number, known: number): number => Math.abs(ours / known - 1);

describe('quantiles of the beta distribution', () => {
	it.each([
		[0.025, 1, 1091, 2.320578755574425e-5],
		[0.975, 2, 1090, 0.005096227226171369],
		[0.999, 1, 487, 0.01408417915524972],
		[0.001, 5, 3184, 0.00023204206771309797],
		[0.5, 2, 3, 0.38572756813238956],
		[0.025, 50, 1, 0.9288782635358024],
		[0.001, 0.4, 0.3, 1.8908036384906245e-7],
		[0.9, 30, 2, 0.9827119777086992],
		[0.025, 1275, 128039, 0.009328414670663416],
		[0.999, 4, 1000000, 1.3062135875446077e-5]
	])('%d of %d and %d', (p, a, b, known) => {
		expect(errorOf(betaQuantile(p, a, b), known)).toBeLessThan(1e-12);
	});

	it.each([
		[0, 2, 3, 0],
		[1, 2, 3, 1],
		[1.1, 2, 3, NaN],
		[0.5, 0, 3, NaN],
		[NaN, 2, 3, NaN]
	])('%d of %d and %d is %d', (p, a, b, known) => {
		expect(betaQuantile(p, a, b)).toBe(known);
	});

	it('lead back to the probability', () => {
		const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
		const shape = fc.double({ min: 1, max: 1e4, noNaN: true });
		fc.assert(
			fc.property(share, shape, shape, (p, a, b) => {
				expect(betaTails(a, b, betaQuantile(p, a, b)).below).toBeCloseTo(p, 8);
			}),
			{ seed: 42 }
		);
	});
});
