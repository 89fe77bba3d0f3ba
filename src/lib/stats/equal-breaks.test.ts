import { expect, it } from 'vitest';
import { equalBreaks } from './equal-breaks.ts';

it.each<[string, number[], number, number[]]>([
	['nothing', [], 4, []],
	['what is no number', [NaN, -Infinity], 4, []],
	['values that are all equal', [2, 2], 4, []],
	['one class', [0, 10], 1, []],
	['whole steps', [0, 10, 40], 4, [10, 20, 30]],
	['steps that do not end', [0, 1], 3, [0.33, 0.67]],
	['values far from zero', [1000, 1010], 5, [1002, 1004, 1006, 1008]],
	['shares that lie close together', [0.95, 0.99], 4, [0.96, 0.97, 0.98]],
	['large values', [0, 70_000], 7, [10_000, 20_000, 30_000, 40_000, 50_000, 60_000]]
])('of %s', (_, values, classes, limits) => {
	const found = equalBreaks(values, classes);
	expect(found).toHaveLength(limits.length);
	found.forEach((limit, i) => {
		expect(limit).toBeCloseTo(limits[i] ?? NaN, 9);
	});
});
