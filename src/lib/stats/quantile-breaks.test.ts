import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, quantileBreaks } from './quantile-breaks.ts';

const fixed = { seed: 42 };

const anyValues = fc.oneof(
	fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 80 }),
	fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 80 }),
	fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 80 }),
	fc.array(
		fc.double({ min: 1e-6, max: 1e9, noNaN: true }).map((value) => Number(value.toPrecision(3))),
		{ maxLength: 80 }
	)
);
const classes = fc.integer({ min: 1, max: 9 });
const digits = fc.integer({ min: 1, max: 4 });

describe('class limits', () => {
	it.each<[string, number[], number, number[]]>([
		['six values into three classes of two', [1, 2, 3, 4, 5, 6], 3, [2.7, 4.3]],
		['values in any order', [6, 1, 4, 2, 5, 3], 3, [2.7, 4.3]],
		['nothing', [], 6, []],
		['one value', [5], 6, []],
		['equal values', [5, 5, 5, 5], 6, []],
		['two values into two classes', [0, 10], 2, [5]],
		['one class only', [1, 2, 3], 1, []],
		['no class', [1, 2, 3], 0, []],
		['more classes than values', [1, 2], 4, [1.3]],
		['values that repeat into fewer classes', [0, 0, 0, 3, 7, 9], 3, [4.3]],
		['values that are not there', [NaN, 0, Infinity, 10, -Infinity], 2, [5]],
		['large values, rounded', [123_456, 234_567, 345_678], 2, [230_000]],
		['small values, rounded', [0.001_234, 0.002_345, 0.003_456], 2, [0.0023]],
		['values of which many are the highest', [1, 9, 9, 9], 2, [9]],
		['values below 0', [-40, -30, -20, -10], 2, [-25]]
	])('part %s', (_, values, wanted, breaks) => {
		expect(quantileBreaks(values, wanted)).toEqual(breaks);
	});

	it('leave the values as they were', () => {
		const values = [3, 1, 2];
		quantileBreaks(values, 3);
		expect(values).toEqual([3, 1, 2]);
	});

	it('rise, are fewer than the classes, and are rounded to the digits asked for', () => {
		fc.assert(
			fc.property(anyValues, classes, digits, (values, wanted, precision) => {
				const breaks = quantileBreaks(values, wanted, precision);
				expect(breaks.length).toBeLessThan(wanted);
				breaks.forEach((limit, i) => {
					expect(limit).toBeGreaterThan(breaks[i - 1] ?? -Infinity);
					expect(Number(limit.toPrecision(precision))).toBe(limit);
				});
			}),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('leave neither the lowest nor the highest class empty', () => {
		fc.assert(
			fc.property(anyValues, classes, digits, (values, wanted, precision) => {
				const breaks = quantileBreaks(values, wanted, precision);
				fc.pre(breaks.length > 0);
				const used = new Set(values.map((value) => classOf(value, breaks)));
				expect(used).toContain(0);
				expect(used).toContain(breaks.length);
			}),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('part values that all differ into classes of about the same size', () => {
		const different = fc.uniqueArray(fc.integer({ min: 1000, max: 9999 }), {
			minLength: 30,
			maxLength: 200
		});
		fc.assert(
			fc.property(different, fc.integer({ min: 2, max: 6 }), (values, wanted) => {
				// Four digits: these limits lose less than 1 by rounding, so at most one value each.
				const breaks = quantileBreaks(values, wanted, 4);
				const sizes = new Array<number>(wanted).fill(0);
				for (const value of values) {
					const at = classOf(value, breaks);
					sizes[at] = (sizes[at] ?? 0) + 1;
				}
				for (const size of sizes) {
					expect(Math.abs(size - values.length / wanted)).toBeLessThanOrEqual(2);
				}
			}),
			fixed
		);
	});

	it('do not depend on the order of the values', () => {
		fc.assert(
			fc.property(anyValues, classes, (values, wanted) => {
				expect(quantileBreaks([...values].reverse(), wanted)).toEqual(
					quantileBreaks(values, wanted)
				);
			}),
			fixed
		);
	});
});

describe('the class of a value', () => {
	it.each([
		[9, [10, 20], 0],
		[10, [10, 20], 1],
		[19.999, [10, 20], 1],
		[20, [10, 20], 2],
		[1e9, [10, 20], 2],
		[-1e9, [10, 20], 0],
		[5, [], 0]
	])('of %d between the limits %j is %d', (value, breaks, expected) => {
		expect(classOf(value, breaks)).toBe(expected);
	});

	it('is the one whose printed limits hold the value', () => {
		fc.assert(
			fc.property(anyValues, classes, digits, (values, wanted, precision) => {
				const breaks = quantileBreaks(values, wanted, precision);
				const printed = breaks.map((limit) => Number(limit.toPrecision(precision)));
				for (const value of values) {
					const at = classOf(value, breaks);
					expect(value).toBeGreaterThanOrEqual(printed[at - 1] ?? -Infinity);
					expect(value).toBeLessThan(printed[at] ?? Infinity);
				}
			}),
			{ ...fixed, numRuns: 500 }
		);
	});
});

describe('classes of repeated values', () => {
	it.each([
		['nearly all lowest', [...Array<number>(90).fill(0), 3, 7, 9, 10, 11, 12], [3]],
		['two values', [1, 1, 1, 1, 10, 10], [4]],
		['all equal as far as the digits tell', [...Array<number>(20).fill(100), 100.4], []],
		['all equal', [5, 5, 5, 5], []]
	])(
		'%s: no class is empty, and values that differ in print are told apart',
		(_, values, breaks) => {
			expect(quantileBreaks(values, 6)).toEqual(breaks);
		}
	);

	it('never leaves a class without a value', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1 }), (values) => {
				const breaks = quantileBreaks(values, 6);
				const used = new Set(values.map((value) => classOf(value, breaks)));
				expect(used.size).toBe(breaks.length + 1);
				expect(breaks.length > 0).toBe(new Set(values).size > 1);
			}),
			{ seed: 42 }
		);
	});
});
