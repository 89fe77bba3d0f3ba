import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyTicks } from './pretty.ts';

describe('round numbers', () => {
	// pretty(c(low, high), n) of R 4.2.
	it.each<[number, number, number, number[]]>([
		[0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
		[1, 10, 5, [0, 2, 4, 6, 8, 10]],
		[-2.089, 2.018, 7, [-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5]],
		[-1.3, 4.77, 8, [-2, -1, 0, 1, 2, 3, 4, 5]],
		[0, 97, 4, [0, 20, 40, 60, 80, 100]],
		[3, 3, 5, [2, 4]]
	])('from %d to %d in about %d intervals', (low, high, n, expected) => {
		const ticks = prettyTicks(low, high, n);
		expect(ticks).toHaveLength(expected.length);
		ticks.forEach((tick, i) => {
			expect(tick).toBeCloseTo(expected[i] ?? NaN, 10);
		});
	});

	it.each([
		[2, 1, 5],
		[NaN, 1, 5],
		[0, Infinity, 5],
		[0, 1, 0]
	])('are none from %d to %d in %d', (low, high, n) => {
		expect(prettyTicks(low, high, n)).toEqual([]);
	});

	it('cover the range with not many more or fewer intervals than wished', () => {
		const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
		fc.assert(
			fc.property(number, number, fc.integer({ min: 1, max: 20 }), (a, b, n) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				fc.pre(high - low > 1e-9 * (1 + Math.abs(low) + Math.abs(high)));
				const ticks = prettyTicks(low, high, n);
				const slack = 1e-9 * (high - low);
				expect(ticks[0]).toBeLessThanOrEqual(low + slack);
				expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - slack);
				expect(ticks.length - 1).toBeLessThanOrEqual(2 * n + 2);
				expect(ticks.length - 1).toBeGreaterThanOrEqual(Math.floor(n / 3));
			}),
			{ seed: 42 }
		);
	});
});
