import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalClasses } from './fisher-jenks.ts';

const fixed = { seed: 42 };

function squares(values: readonly number[]): number {
	const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
	return values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
}

/** The smallest sum of squares of any parting of ascending values into k parts, by trying all. */
function leastByTrying(ascending: readonly number[], k: number): number {
	if (k === 1) return squares(ascending);
	let best = Infinity;
	for (let cut = k - 1; cut < ascending.length; cut++) {
		const rest = squares(ascending.slice(cut));
		best = Math.min(best, leastByTrying(ascending.slice(0, cut), k - 1) + rest);
	}
	return best;
}

const values = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 12 });

describe('natural classes', () => {
	it('part what lies apart, at the midpoints of the gaps', () => {
		expect(naturalClasses([9, 1, 2, 10, 1, 30], 3)).toEqual({
			breaks: [1, 5.5, 20, 30],
			least: [1, 9, 30],
			greatest: [2, 10, 30],
			counts: [3, 2, 1],
			withinSquares: 2 / 3 + 1 / 2,
			goodness: expect.closeTo(1 - (2 / 3 + 1 / 2) / squares([9, 1, 2, 10, 1, 30]), 12) as number
		});
	});

	it.each<[string, number[], number, number[], number[]]>([
		['of nothing are none', [], 5, [], []],
		['of what is no number are none', [NaN, Infinity, -Infinity], 5, [], []],
		['of one value are one', [7], 5, [7], [1]],
		['of equal values are one, with one limit', [7, 7, 7], 5, [7], [3]],
		['of two values are two', [1, 2, 2, 1, 1], 5, [1, 1.5, 2], [3, 2]],
		['leave out what is no number', [1, NaN, 2], 2, [1, 1.5, 2], [1, 1]],
		['of no classes are none', [1, 2], 0, [], []]
	])('%s', (_, data, k, breaks, counts) => {
		const found = naturalClasses(data, k);
		expect(found.counts).toEqual(counts);
		if (counts.length > 0) expect(found.breaks).toEqual(breaks);
	});

	it('of equal values have no goodness', () => {
		expect(naturalClasses([7, 7], 3)).toMatchObject({ withinSquares: 0, goodness: undefined });
	});

	it('are the best of all partings', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 5 }), (data, k) => {
				const different = new Set(data).size;
				const { withinSquares, counts } = naturalClasses(data, k);
				const ascending = [...data].sort((a, b) => a - b);
				expect(counts).toHaveLength(Math.min(k, different));
				expect(withinSquares).toBeCloseTo(leastByTrying(ascending, Math.min(k, different)), 9);
			}),
			{ ...fixed, numRuns: 300 }
		);
	});

	it('hold every value once, whatever the order, unit and origin', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 6 }), (data, k) => {
				const ours = naturalClasses(data, k);
				expect(ours.counts.reduce((sum, n) => sum + n, 0)).toBe(data.length);
				expect(naturalClasses(data.toReversed(), k)).toEqual(ours);
				const moved = naturalClasses(
					data.map((x) => 4 * x + 1024),
					k
				);
				expect(moved.withinSquares).toBeCloseTo(16 * ours.withinSquares, 6);
			}),
			fixed
		);
	});

	it('keep apart what is near together beside a value that is very far', () => {
		const { counts } = naturalClasses([1, 2, 11, 12, -1e12], 3);
		expect(counts).toEqual([1, 2, 2]);
	});

	it('of 50 000 different values need no table of their square', () => {
		const many = Float64Array.from({ length: 50_000 }, (_, i) => Math.exp((i * 0.618034) % 1) * 7);
		const { counts } = naturalClasses(many, 7);
		expect(counts).toHaveLength(7);
	});
});
