import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateRatio, shareDifference } from './change-interval.ts';
import { Z95 } from './normal.ts';

const fixed = { seed: 42 };

describe('the difference of two shares', () => {
	// Newcombe (1998), Table II, method 10.
	it.each([
		[56, 70, 48, 80, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.1705, 0.809],
		[6, 7, 2, 7, 0.0582, 0.8062],
		[5, 56, 0, 29, -0.0381, 0.1926],
		[10, 10, 0, 20, 0.6791, 1]
	])('%i/%i − %i/%i: %f to %f', (a, n, b, m, low, high) => {
		const found = shareDifference(a, n, b, m);
		expect(found?.value).toBeCloseTo(a / n - b / m, 12);
		expect(found?.low).toBeCloseTo(low, 4);
		expect(found?.high).toBeCloseTo(high, 4);
	});

	it('does not exist where a part is empty', () => {
		expect(shareDifference(0, 0, 1, 2)).toBeUndefined();
		expect(shareDifference(1, 2, 0, 0)).toBeUndefined();
	});
});

describe('the ratio of two rates', () => {
	it('has limits at which the score test just decides', () => {
		const count = fc.integer({ min: 1, max: 5000 });
		const exposure = fc.double({ min: 1, max: 1e7, noNaN: true });
		fc.assert(
			fc.property(count, exposure, count, exposure, (a, e, b, f) => {
				const found = rateRatio(a, e, b, f);
				for (const ratio of [found?.low ?? NaN, found?.high ?? NaN]) {
					const share = (ratio * e) / (ratio * e + f);
					const score = (a - (a + b) * share) / Math.sqrt((a + b) * share * (1 - share));
					expect(Math.abs(score)).toBeCloseTo(Z95, 5);
				}
			}),
			fixed
		);
	});

	it('turns over with its sides', () => {
		const [there, back] = [rateRatio(20, 3, 10, 2), rateRatio(10, 2, 20, 3)];
		expect((there?.value ?? NaN) * (back?.value ?? NaN)).toBeCloseTo(1, 12);
		expect((there?.low ?? NaN) * (back?.high ?? NaN)).toBeCloseTo(1, 12);
	});

	it('has a limit on one side alone where one count is 0, and is none where both are or time stands still', () => {
		expect(rateRatio(5, 1, 0, 1)).toMatchObject({ value: Infinity, high: Infinity });
		expect(rateRatio(5, 1, 0, 1)?.low).toBeGreaterThan(1);
		expect(rateRatio(0, 1, 5, 1)).toMatchObject({ value: 0, low: 0 });
		expect(rateRatio(0, 1, 0, 1)).toBeUndefined();
		expect(rateRatio(1, 0, 1, 1)).toBeUndefined();
		expect(rateRatio(1, NaN, 1, 1)).toBeUndefined();
	});
});
