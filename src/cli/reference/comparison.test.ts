import { describe, expect, it } from 'vitest';
import { Comparison } from './comparison.ts';

const within = { abs: 1e-9, rel: 1e-6 };

describe('a comparison', () => {
	it('that compared nothing has not passed', () => {
		expect(new Comparison({}).pass).toBe(false);
	});

	it('that left an expected entry unread has not passed, and names it', () => {
		const comparison = new Comparison({ rate: [1], limits: { low: [0] } });
		comparison.closeAll('rate', [1], [1], within);
		expect(comparison.pass).toBe(false);
		expect(comparison.unread).toEqual(['limits']);
		comparison.closeAll('limits.low', [0], [0], within);
		expect(comparison.pass).toBe(true);
	});

	it.each<[string, number | null | undefined, unknown, boolean]>([
		['the same number', 0.5, 0.5, true],
		['a number within the relative tolerance', 1000.0005, 1000, true],
		['a number within the absolute tolerance', 1e-10, 0, true],
		['a number beyond both', 1000.002, 1000, false],
		['nothing where nothing is expected', null, null, true],
		['nothing at all where nothing is expected', undefined, null, true],
		['a number where nothing is expected', 0, null, false],
		['nothing where a number is expected', null, 0, false],
		['NaN where a number is expected', NaN, 0, false],
		['NaN where nothing is expected', NaN, null, false],
		['a number where a word is expected', 1, '1', false]
	])('judges %s', (_, ours, expected, isRight) => {
		const comparison = new Comparison({ x: expected });
		comparison.close('x', ours, expected, within);
		expect(comparison.pass).toBe(isRight);
		expect(comparison.differences).toHaveLength(isRight ? 0 : 1);
	});

	it('of lists of unlike length fails', () => {
		const comparison = new Comparison({ x: [1, 2] });
		comparison.closeAll('x', [1], [1, 2], within);
		expect(comparison.pass).toBe(false);
	});

	it('tells the largest error, of absolute and relative the smaller', () => {
		const comparison = new Comparison({ x: [1000, 0.5] });
		comparison.closeAll('x', [1001, 0.75], [1000, 0.5], { abs: 1 });
		expect(comparison.maxError).toBe(0.25);
	});
});
