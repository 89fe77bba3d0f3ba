import { describe, expect, it } from 'vitest';
import { gumbelTail } from './gumbel.ts';

describe("the tail of a Gumbel distribution of maxima's mean and deviation", () => {
	it.each([[[]], [[3]], [[2, 2, 2]]])('is none for %j', (maxima) => {
		expect(gumbelTail(maxima, 1)).toBeNaN();
	});

	it('is that of the distribution they come from', () => {
		// Quantiles of the standard Gumbel distribution, evenly spread: chance of 3 or more is 1 − exp(−exp(−3)).
		const n = 200_000;
		const maxima = Float64Array.from({ length: n }, (_, i) => -Math.log(-Math.log((i + 0.5) / n)));
		expect(gumbelTail(maxima, 3)).toBeCloseTo(1 - Math.exp(-Math.exp(-3)), 4);
	});

	it('keeps its digits far out, and falls with x', () => {
		const far = gumbelTail([4, 5, 6, 7], 60);
		expect(far).toBeGreaterThan(0);
		expect(far).toBeLessThan(gumbelTail([4, 5, 6, 7], 50));
	});
});
