import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedLimits, likelihoodRatio } from './scan-ratio.ts';

describe('the likelihood ratio of a window', () => {
	it.each<[string, number, number, number, number]>([
		['no more cases than expected', 5, 5, 20, 0],
		['fewer', 2, 5, 20, 0],
		['nothing at all', 0, 0, 20, 0],
		['twice as many', 10, 5, 20, 10 * Math.log(2) + 10 * Math.log(10 / 15)],
		['all cases', 20, 5, 20, 20 * Math.log(4)]
	])('with %s', (_, cases, expected, all, ratio) => {
		expect(likelihoodRatio(cases, expected, all)).toBeCloseTo(ratio, 12);
	});
});

describe('the most that may be expected', () => {
	it('never rules out a window that reaches the level, and hardly lets in another', () => {
		const world = fc.record({
			all: fc.integer({ min: 1, max: 3000 }),
			level: fc.integer({ min: 0, max: 20 }),
			share: fc.double({ min: 0, max: 1, noNaN: true })
		});
		fc.assert(
			fc.property(world, ({ all, level, share }) => {
				const cases = Math.max(1, Math.round(share * all));
				const limits = new ExpectedLimits(all);
				expect(limits.atOrBelow(level)[cases]).toBe(Infinity);
				const most = limits.settle(level + 0.4, cases);
				expect(limits.atOrBelow(level)[cases]).toBe(most);
				const reached = Math.min(level, 16);
				expect(likelihoodRatio(cases, most, all)).toBeLessThanOrEqual(reached);
				const below = likelihoodRatio(cases, most * (1 - 1e-7), all);
				if (reached > 0) expect(below).toBeGreaterThanOrEqual(reached);
			}),
			{ seed: 42 }
		);
	});

	it('of no cases is less than nothing', () => {
		expect(new ExpectedLimits(5).settle(3, 0)).toBe(-1);
	});
});
