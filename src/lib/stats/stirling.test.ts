import { describe, expect, it } from 'vitest';
import { logGamma, stirlingError } from './stirling.ts';

describe('the logarithm of the gamma function', () => {
	// From 30 digits of arithmetic (mpmath).
	it.each([
		[0.001, 6.907178885383853],
		[0.5, 0.5723649429247001],
		[1, 0.0],
		[1.5, -0.12078223763524522],
		[2, 0.0],
		[3.7, 1.428072326665388],
		[10, 12.80182748008147],
		[15.9, 27.625493215168692],
		[100, 359.1342053695754],
		[12345.678, 103959.91990554606],
		[1000000.0, 12815504.569147613],
		[1000000000.0, 19723265827.503716]
	])('of %d', (z, known) => {
		expect(Math.abs(logGamma(z) - known)).toBeLessThan(4e-15 * Math.max(1, Math.abs(known)));
	});

	it.each([
		[0, Infinity],
		[Infinity, Infinity],
		[-1, NaN],
		[NaN, NaN]
	])('of %d is %d', (z, known) => {
		expect(logGamma(z)).toBe(known);
	});

	it('leaves little to the error of Stirling, less for more', () => {
		expect(stirlingError(1)).toBeCloseTo(1 - Math.log(2 * Math.PI) / 2, 14);
		expect(stirlingError(1e6) * 12e6).toBeCloseTo(1, 10);
	});
});
