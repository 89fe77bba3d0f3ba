import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marshallRates } from './marshall.ts';

const areas = fc.array(
	fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 10_000 })),
	{ minLength: 1, maxLength: 40 }
);

describe('Marshall rates', () => {
	it('follow the formula on two areas worked by hand', () => {
		// b = 0.2, variance 0.1 weighted by denominators = 0.01, less b m ÷ N = 0.002
		const { overall, betweenAreas, rates } = marshallRates([10, 30], [100, 100]);
		expect(overall).toBeCloseTo(0.2, 12);
		expect(betweenAreas).toBeCloseTo(0.008, 12);
		expect(rates[0]).toBeCloseTo(0.2 - (0.1 * 0.008) / 0.01, 12);
	});

	it.each<[string, number[], number[], (number | undefined)[]]>([
		['no area', [], [], []],
		['an area with denominator zero', [0, 5], [0, 50], [undefined, 0.1]],
		['a count that is missing', [NaN, 5], [10, 50], [undefined, 0.1]],
		['no case anywhere', [0, 0], [10, 50], [0, 0]],
		['equal rates', [1, 5], [10, 50], [0.1, 0.1]],
		['only areas without denominator', [3, 4], [0, 0], [undefined, undefined]]
	])('are defined for %s', (_, counts, denominators, expected) => {
		expect(marshallRates(counts, denominators).rates).toEqual(expected);
	});

	it('lie between the area’s own rate and the overall one', () => {
		fc.assert(
			fc.property(areas, (pairs) => {
				const { overall, rates } = marshallRates(
					pairs.map(([count]) => count),
					pairs.map(([, n]) => n)
				);
				return pairs.every(([count, n], i) => {
					const rate = rates[i] ?? NaN;
					const slack = 1e-12 * Math.max(1, overall);
					return (
						rate >= Math.min(overall, count / n) - slack &&
						rate <= Math.max(overall, count / n) + slack
					);
				});
			}),
			{ seed: 6, numRuns: 200 }
		);
	});

	it('are refused for lists of unlike length', () => {
		expect(() => marshallRates([1], [])).toThrow(RangeError);
	});
});
