import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	deviationLimits,
	equalLimits,
	headTailLimits,
	prettyLimits,
	quantileLimits
} from './class-breaks.ts';

const fixed = { seed: 42 };
const kinds = [
	['quantile', quantileLimits],
	['equal', equalLimits],
	['round', prettyLimits],
	['deviation', deviationLimits],
	['head and tail', (values: readonly number[]) => headTailLimits(values)]
] as const;

describe.each(kinds)('%s limits', (_, limits) => {
	it.each<[string, number[], number[]]>([
		['of nothing are none', [], []],
		['of what is no number are none', [NaN, Infinity], []],
		['of one value are that value', [3], [3]],
		['of equal values are that value', [3, 3, 3], [3]]
	])('%s', (_name, values, expected) => {
		expect(limits(values, 4)).toEqual(expected);
	});

	it('cover all values, ascend, and do not depend on their order', () => {
		const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 9 }), (data, k) => {
				fc.pre(new Set(data).size > 1);
				const found = limits(data, k);
				expect(found[0]).toBeLessThanOrEqual(Math.min(...data) + 1e-9);
				expect(found.at(-1)).toBeGreaterThanOrEqual(Math.max(...data) - 1e-9);
				expect(found).toEqual([...found].sort((a, b) => a - b));
				expect(limits(data.toReversed(), k)).toEqual(found);
			}),
			fixed
		);
	});
});

describe('limits', () => {
	it.each<[string, number[], number[]]>([
		['four quantiles', quantileLimits([1, 2, 3, 4, 5], 4), [1, 2, 3, 4, 5]],
		['repeated values repeat quantiles', quantileLimits([0, 0, 0, 0, 9], 4), [0, 0, 0, 0, 9]],
		['equal widths', equalLimits([0, 1, 10], 4), [0, 2.5, 5, 7.5, 10]],
		['round numbers', prettyLimits([0.3, 9.7], 5), [0, 2, 4, 6, 8, 10]],
		['heads above means', headTailLimits([1, 1, 1, 1, 1, 1, 1, 1, 2, 10]), [1, 2, 10]],
		['no head that is too large', headTailLimits([1, 2, 3, 4], 0.4), [1, 2.5, 4]]
	])('%s', (_, found, expected) => {
		expect(found).toEqual(expected);
	});

	it('lie at round numbers of standard deviations about the mean', () => {
		expect(deviationLimits([-1, 0, 1], 2)).toEqual([-1, 0, 1]);
	});
});
