import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall } from './mann-kendall.ts';

const fixed = { seed: 42 };
const series = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 });

describe('the trend of a series', () => {
	it.each([[[]], [[1]], [[NaN, 1, NaN]]])('does not exist for %j', (values) => {
		expect(mannKendall(values)).toBeUndefined();
	});

	it('of equal values is none', () => {
		expect(mannKendall([3, 3, 3, 3])).toEqual({
			n: 4,
			s: 0,
			variance: 0,
			z: 0,
			p: 1,
			tau: 0,
			slope: 0,
			intercept: 3
		});
	});

	it('loses variance to ties, and one step of s to the continuity correction', () => {
		const found = mannKendall([1, 2, 2, 3]);
		// Five pairs rise, one is tied: (4 · 3 · 13 − 2 · 1 · 9) ÷ 18.
		expect(found).toMatchObject({ s: 5, tau: 5 / Math.sqrt(30) });
		expect(found?.slope).toBeCloseTo(7 / 12, 12);
		expect(found?.variance).toBeCloseTo(138 / 18, 12);
		expect(found?.z).toBeCloseTo(4 / Math.sqrt(138 / 18), 12);
	});

	it('goes on over a gap', () => {
		expect(mannKendall([1, NaN, 3, 4])).toMatchObject({ n: 3, s: 3, slope: 1, intercept: 0 });
	});

	it('turns round with the series, and does not mind its unit', () => {
		fc.assert(
			fc.property(series, (values) => {
				const found = mannKendall(values);
				const back = mannKendall(values.toReversed());
				expect(back?.s).toBe(0 - (found?.s ?? NaN));
				expect(back?.p).toBe(found?.p);
				const scaled = mannKendall(values.map((x) => 4 * x + 8));
				expect(scaled).toMatchObject({ s: found?.s, z: found?.z, tau: found?.tau });
				expect(scaled?.slope).toBeCloseTo(4 * (found?.slope ?? NaN), 10);
			}),
			fixed
		);
	});

	it('has a probability between 0 and 1, and τ between −1 and 1', () => {
		fc.assert(
			fc.property(series, (values) => {
				const { p = NaN, tau = NaN } = mannKendall(values) ?? {};
				expect(p).toBeGreaterThanOrEqual(0);
				expect(p).toBeLessThanOrEqual(1);
				expect(Math.abs(tau)).toBeLessThanOrEqual(1 + 1e-12);
			}),
			fixed
		);
	});
});
