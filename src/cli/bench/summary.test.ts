import { describe, expect, it } from 'vitest';
import { summaryOf } from './summary.ts';

describe('the summary of samples', () => {
	// Worked out by hand: type 7 stands at (n − 1) · p, between the two samples around it.
	it.each<[string, number[], ReturnType<typeof summaryOf>]>([
		['one', [7], { n: 1, median: 7, p95: 7, min: 7, max: 7 }],
		['an even number', [4, 1, 3, 2], { n: 4, median: 2.5, p95: 3.85, min: 1, max: 4 }],
		[
			'21, of which 20 stand below the p95',
			Array.from({ length: 21 }, (_, i) => 210 - 10 * i),
			{ n: 21, median: 110, p95: 200, min: 10, max: 210 }
		],
		[
			'a sample far from the others',
			[10, 10, 10, 10, 110],
			{ n: 5, median: 10, p95: 90, min: 10, max: 110 }
		],
		[
			'numbers that text would order otherwise',
			[9, 100, 20],
			{ n: 3, median: 20, p95: 92, min: 9, max: 100 }
		],
		['fractions', [1.23456], { n: 1, median: 1.23, p95: 1.23, min: 1.23, max: 1.23 }]
	])('is right of %s', (_, samples, expected) => {
		const before = [...samples];
		expect(summaryOf(samples)).toEqual(expected);
		expect(samples).toEqual(before);
	});

	it.each([[[]], [[1, NaN]], [[Infinity]]])('refuses %j: that was no measurement', (samples) => {
		expect(() => summaryOf(samples)).toThrow(RangeError);
	});
});
