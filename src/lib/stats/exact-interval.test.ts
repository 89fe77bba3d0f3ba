import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval, garwoodInterval } from './exact-interval.ts';
import { gammaTails } from './incomplete-gamma.ts';
import { betaTails } from './incomplete-beta.ts';

const fixed = { seed: 42 };
const level = fc.constantFrom(0.8, 0.95, 0.998);

describe("Clopper and Pearson's interval", () => {
	it('is that of binom.test in R for 7 of 20', () => {
		const [low, high] = clopperPearsonInterval(7, 20) ?? [];
		expect(low).toBeCloseTo(0.1539092, 7);
		expect(high).toBeCloseTo(0.5921885, 7);
	});

	it.each([
		['n is 0', 0, 0, 0.95],
		['more succeed than there are', 6, 5, 0.95],
		['fewer than none succeed', -1, 5, 0.95],
		['the count is not a number', NaN, 5, 0.95],
		['the level is 1', 1, 5, 1],
		['the level is not a number', 1, 5, NaN]
	])('does not exist where %s', (_, x, n, l) => {
		expect(clopperPearsonInterval(x, n, l)).toBeUndefined();
	});

	it('ends at shares for which as much or more is as rare as half of what is left', () => {
		const counts = fc
			.integer({ min: 1, max: 100_000 })
			.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
		fc.assert(
			fc.property(counts, level, ([x, n], l) => {
				const [low = NaN, high = NaN] = clopperPearsonInterval(x, n, l) ?? [];
				const tail = (1 - l) / 2;
				expect(low).toBeLessThanOrEqual(x / n);
				expect(high).toBeGreaterThanOrEqual(x / n);
				if (x === 0) expect(low).toBe(0);
				else expect(betaTails(x, n - x + 1, low).below).toBeCloseTo(tail, 8);
				if (x === n) expect(high).toBe(1);
				else expect(betaTails(x + 1, n - x, high).above).toBeCloseTo(tail, 8);
			}),
			fixed
		);
	});
});

describe("Garwood's interval", () => {
	it('is that of poisson.test in R for 10', () => {
		const [low, high] = garwoodInterval(10) ?? [];
		expect(low).toBeCloseTo(4.795389, 6);
		expect(high).toBeCloseTo(18.39036, 5);
	});

	it.each([
		['the count is negative', -1, 0.95],
		['the count is not a number', NaN, 0.95],
		['the count has no end', Infinity, 0.95],
		['the level is 0', 1, 0]
	])('does not exist where %s', (_, count, l) => {
		expect(garwoodInterval(count, l)).toBeUndefined();
	});

	it('ends at means for which as many or more are as rare as half of what is left', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1_000_000 }), level, (count, l) => {
				const [low = NaN, high = NaN] = garwoodInterval(count, l) ?? [];
				const tail = (1 - l) / 2;
				if (count === 0) expect(low).toBe(0);
				else expect(gammaTails(count, low).below).toBeCloseTo(tail, 9);
				expect(gammaTails(count + 1, high).above).toBeCloseTo(tail, 9);
			}),
			fixed
		);
	});
});
