import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundestBetween } from './roundest-between.ts';

it.each([
	[3, 101, 100],
	[12.34, 12.51, 12.5],
	[0.951, 0.9532, 0.953],
	[99, 100, 100],
	[-9, 5, 0],
	[-9.6, -8.2, -9],
	[0, 0.037, 0.03],
	[1234, 5678, 5000],
	[5, 5, 5],
	[NaN, 7, 7]
])('above %d and up to %d lies %d', (low, high, round) => {
	expect(roundestBetween(low, high)).toBe(round);
});

it('parts any two numbers that are apart', () => {
	const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
	fc.assert(
		fc.property(number, number, (a, b) => {
			fc.pre(a !== b);
			const [low, high] = [Math.min(a, b), Math.max(a, b)];
			const between = roundestBetween(low, high);
			expect(between > low && between <= high).toBe(true);
		}),
		{ seed: 42 }
	);
});
