import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smoothedShares } from './smoothed-shares.ts';

describe('smoothed shares', () => {
	it('are what the formula says, worked out by hand', () => {
		// b = 30/60 = 0.5; Σ n(r−b)² = 20·0.16·2 = 6.4; a = (6.4 − 3·0.25) ÷ 57; M = (0.25 − a) ÷ a.
		const { overall, betweenAreas, rates } = smoothedShares([18, 10, 2], [20, 20, 20]);
		const a = 5.65 / 57;
		const added = (0.25 - a) / a;
		expect(overall).toBe(0.5);
		expect(betweenAreas).toBeCloseTo(a, 12);
		expect(rates[0]).toBeCloseTo((18 + added / 2) / (20 + added), 12);
		expect(rates[1]).toBeCloseTo(0.5, 12);
	});

	it.each<[string, number[], number[], (number | undefined)[]]>([
		['no areas', [], [], []],
		['an area without trials', [0, 4], [0, 8], [undefined, 0.5]],
		['shares that differ by no more than chance', [5, 5], [10, 10], [0.5, 0.5]],
		['all of all', [10, 3], [10, 3], [1, 1]],
		['one trial each', [1, 0], [1, 1], [0.5, 0.5]],
		['counts that are none', [NaN, 1], [4, 4], [undefined, 0.25]]
	])('of %s', (_, counts, trials, shares) => {
		expect(smoothedShares(counts, trials).rates).toEqual(shares);
	});

	it('lie between the area’s own share and the overall one', () => {
		const area = fc
			.tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
			.map(([n, share]) => [Math.round(n * share), n] as const);
		fc.assert(
			fc.property(fc.array(area, { minLength: 1, maxLength: 20 }), (areas) => {
				const counts = areas.map(([count]) => count);
				const trials = areas.map(([, n]) => n);
				const { overall, rates } = smoothedShares(counts, trials);
				rates.forEach((rate, i) => {
					const own = (counts[i] ?? NaN) / (trials[i] ?? NaN);
					expect(rate).toBeGreaterThanOrEqual(Math.min(own, overall) - 1e-12);
					expect(rate).toBeLessThanOrEqual(Math.max(own, overall) + 1e-12);
				});
			}),
			{ seed: 42 }
		);
	});

	it('wants as many counts as trials', () => {
		expect(() => smoothedShares([1], [])).toThrow(RangeError);
	});
});
