import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jenksBreaks } from './jenks-breaks.ts';
import { classOf } from './quantile-breaks.ts';

function spreadOf(values: readonly number[], breaks: readonly number[]): number {
	const groups = new Map<number, number[]>();
	for (const value of values) {
		const at = classOf(value, breaks);
		groups.set(at, [...(groups.get(at) ?? []), value]);
	}
	return [...groups.values()].reduce((all, group) => {
		const mean = group.reduce((a, b) => a + b, 0) / group.length;
		return all + group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	}, 0);
}

/** The least spread over every way to part the distinct values. */
function leastSpread(values: readonly number[], classes: number): number {
	const distinct = [...new Set(values)].sort((a, b) => a - b);
	const tried = (from: number, limits: readonly number[]): number => {
		if (limits.length === Math.min(classes, distinct.length) - 1) return spreadOf(values, limits);
		let least = Infinity;
		for (let i = from; i < distinct.length; i++) {
			least = Math.min(least, tried(i + 1, [...limits, distinct[i] ?? NaN]));
		}
		return least;
	};
	return tried(1, []);
}

describe('natural breaks', () => {
	it.each<[string, number[], number, number[]]>([
		['of nothing', [], 5, []],
		['of values that are none', [NaN, Infinity], 5, []],
		['of one value', [3, 3, 3], 5, []],
		['in one class', [1, 2, 3], 1, []],
		['of fewer values than classes', [1, 2, 2, 7], 6, [2, 7]],
		['of two heaps', [1, 2, 3, 101, 102, 103], 2, [100]],
		['of three heaps, in any order', [50, 1, 99, 2, 51, 100], 3, [50, 90]],
		['below zero', [-10, -9, 5, 6], 2, [0]]
	])('%s', (_, values, classes, limits) => {
		expect(jenksBreaks(values, classes)).toEqual(limits);
	});

	it('part values with the least spread that there is', () => {
		const values = fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 1, maxLength: 9 });
		fc.assert(
			fc.property(values, fc.integer({ min: 2, max: 4 }), (some, classes) => {
				const spread = spreadOf(some, jenksBreaks(some, classes));
				expect(spread).toBeCloseTo(leastSpread(some, classes), 6);
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('stay the same however far from zero the values lie', () => {
		const values = [1, 2, 4, 20, 21, 40, 44];
		const far = values.map((value) => value + 1e9);
		const classes = (some: number[]): number[] =>
			some.map((value) => classOf(value, jenksBreaks(some, 3)));
		expect(classes(far)).toEqual(classes(values));
	});
});
