import { describe, expect, it } from 'vitest';
import { sampleCity } from '#cli/demo-city/books/sample-city.ts';
import { apportioned, careCountColumns, careCountsOf } from './care-counts.ts';

describe('care counts', () => {
	const counts = careCountsOf(6, sampleCity());
	const totals = new Map<string, number>();
	for (const { month, n } of counts) totals.set(month, (totals.get(month) ?? 0) + n);

	it('are 242 in the last of twelve months, and were a few more before', () => {
		expect([...totals.keys()][0]).toBe('2017-09');
		expect(totals.size).toBe(12);
		expect(totals.get('2018-08')).toBe(242);
		expect([...totals.values()].every((total) => total >= 242 && total < 275)).toBe(true);
	});

	it('stand for a unit, a month and a status, and for nothing finer', () => {
		expect(careCountColumns).toEqual(['unit', 'month', 'status', 'n']);
		expect(counts).toHaveLength(6 * 12 * 2);
		expect(counts.filter(({ n }) => n < 1 || !Number.isInteger(n))).toEqual([]);
	});
});

describe('apportioning', () => {
	it.each([
		[10, [1, 1, 1], [4, 3, 3]],
		[7, [0.5, 0.25, 0.25], [3, 2, 2]],
		[0, [1, 2], [0, 0]]
	])('%i by %j gives %j', (total, weights, parts) => {
		expect(apportioned(total, weights)).toEqual(parts);
	});
});
