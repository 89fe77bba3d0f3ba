import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaQuantile } from './gamma-quantile.ts';
import { gammaTails } from './incomplete-gamma.ts';

/** Known values are from 30 digits of arithmetic (mpmath). */
const errorOf = (ours: number, known: number): number => Math.abs(ours / known - 1);

describe('quantiles of the gamma distribution', () => {
	it.each([
		[0.001, 1, 0.0010005003335835335],
		[0.025, 1, 0.025317807984289876],
		[0.025, 0.3, 3.1856790317391655e-6],
		[0.975, 1, 3.6888794541139363],
		[0.999, 3, 11.228872242412663],
		[0.5, 10, 9.668714614714132],
		[0.001, 10.5, 3.223338281608659],
		[0.025, 1275, 1205.9672020618193],
		[0.999, 1276, 1389.242290528668],
		[1e-10, 7, 0.12802388710671844]
	])('%d of shape %d', (p, shape, known) => {
		expect(errorOf(gammaQuantile(p, shape), known)).toBeLessThan(1e-12);
	});

	it.each([
		[0, 2, 0],
		[1, 2, Infinity],
		[-0.1, 2, NaN],
		[0.5, 0, NaN],
		[NaN, 2, NaN]
	])('%d of shape %d is %d', (p, shape, known) => {
		expect(gammaQuantile(p, shape)).toBe(known);
	});

	it('lead back to the probability', () => {
		const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
		const shape = fc.double({ min: 0.05, max: 1e5, noNaN: true });
		fc.assert(
			fc.property(share, shape, (p, a) => {
				expect(errorOf(gammaTails(a, gammaQuantile(p, a)).below, p)).toBeLessThan(1e-9);
			}),
			{ seed: 42 }
		);
	});
});
