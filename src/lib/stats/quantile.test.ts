import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileSorted } from './quantile.ts';

const fixed = { seed: 42 };

const values = fc
	.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 })
	.map((list) => list.sort((a, b) => a - b));
const shares = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000);

/** Type 7 as Hyndman and Fan write it: (1 − γ) x₍ⱼ₎ + γ x₍ⱼ₊₁₎ with np + m = j + γ, m = 1 − p, counted from 1. */
function naive(ascending: readonly number[], p: number): number {
	const place = ascending.length * p + (1 - p);
	const j = Math.floor(place + 1e-12);
	const gamma = Math.max(0, place - j);
	const low = ascending[j - 1] ?? NaN;
	return (1 - gamma) * low + gamma * (ascending[j] ?? low);
}

describe('a quantile', () => {
	it.each([
		[[1, 2, 3, 4], 0.5, 2.5],
		[[1, 2, 3, 4], 0.25, 1.75],
		[[1, 2, 3, 4], 0, 1],
		[[1, 2, 3, 4], 1, 4],
		[[1, 2, 3], 0.5, 2],
		[[7], 0, 7],
		[[7], 0.3, 7],
		[[7], 1, 7],
		[[5, 5, 5], 0.77, 5],
		[[0, 10], 0.3, 3],
		// quantile(c(2.1, 3.5, 8, 13.2, 21), c(0.1, 0.9)) in R
		[[2.1, 3.5, 8, 13.2, 21], 0.1, 2.66],
		[[2.1, 3.5, 8, 13.2, 21], 0.9, 17.88]
	])('of %j at %d is %d', (ascending, p, expected) => {
		expect(quantileSorted(ascending, p)).toBeCloseTo(expected, 12);
	});

	it('of nothing does not exist', () => {
		expect(quantileSorted([], 0.5)).toBeUndefined();
		expect(quantileSorted(new Float64Array(0), 0)).toBeUndefined();
	});

	it.each([-0.001, 1.001, NaN, Infinity, -Infinity])('does not exist at %d', (p) => {
		expect(quantileSorted([1, 2, 3], p)).toBeUndefined();
	});

	it('reads typed arrays like lists', () => {
		expect(quantileSorted(Float64Array.of(1, 2, 3, 4), 0.5)).toBe(2.5);
		expect(quantileSorted(Uint32Array.of(1, 2), 0.25)).toBe(1.25);
	});

	it('is what its definition says', () => {
		fc.assert(
			fc.property(values, shares, (ascending, p) => {
				expect(quantileSorted(ascending, p)).toBeCloseTo(naive(ascending, p), 8);
			}),
			{ ...fixed, numRuns: 1000 }
		);
	});

	it('moves with the values: shifted, stretched, mirrored', () => {
		const factors = fc.integer({ min: 1, max: 50 });
		const shifts = fc.integer({ min: -500, max: 500 });
		fc.assert(
			fc.property(values, shares, factors, shifts, (ascending, p, factor, shift) => {
				const quantile = quantileSorted(ascending, p) ?? NaN;
				const moved = ascending.map((value) => value * factor + shift);
				expect(quantileSorted(moved, p)).toBeCloseTo(quantile * factor + shift, 6);
				const mirrored = ascending.map((value) => -value).reverse();
				expect(quantileSorted(mirrored, 1 - p)).toBeCloseTo(-quantile, 6);
			}),
			fixed
		);
	});

	it('stays within the values and does not fall as p rises', () => {
		fc.assert(
			fc.property(values, shares, shares, (ascending, p, q) => {
				const [lower = NaN, upper = NaN] = [p, q]
					.sort((a, b) => a - b)
					.map((share) => quantileSorted(ascending, share));
				expect(lower).toBeGreaterThanOrEqual(ascending[0] ?? NaN);
				expect(upper).toBeLessThanOrEqual(ascending.at(-1) ?? NaN);
				expect(lower).toBeLessThanOrEqual(upper + 1e-9);
			}),
			fixed
		);
	});
});
