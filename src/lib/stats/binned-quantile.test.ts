import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binnedQuantile } from './binned-quantile.ts';
import { quantileSorted } from './quantile.ts';

const edges = [0, 1, 4, 8, 15];

describe('a quantile of binned numbers', () => {
	it.each<[string, number[], number, number | undefined]>([
		['of none', [0, 0, 0, 0, 0], 0.5, undefined],
		['of zeros', [9, 0, 0, 0, 0], 0.9, 0],
		['of a bin that they all lie in', [0, 3, 0, 0, 0], 0.5, 2],
		['in the last bin is its edge', [0, 0, 0, 0, 5], 0.9, 15],
		['at an end', [0, 2, 2, 0, 0], 1, 7],
		['with a part that is none', [1, 1, 1, 1, 1], 2, undefined]
	])('%s', (_, counts, p, expected) => {
		expect(binnedQuantile(counts, edges, p)).toBe(expected);
	});

	it('is off by no more than the width of the bins that the exact one lies between', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 60 }),
				fc.constantFrom(0.5, 0.9),
				(numbers, p) => {
					const counts = edges.map(
						(edge, i) => numbers.filter((x) => x >= edge && x < (edges[i + 1] ?? Infinity)).length
					);
					const sorted = [...numbers].sort((a, b) => a - b);
					const below = sorted[Math.floor((sorted.length - 1) * p)] ?? NaN;
					const exact = quantileSorted(sorted, p) ?? NaN;
					const at = edges.findLastIndex((edge) => below >= edge);
					const found = binnedQuantile(counts, edges, p) ?? NaN;
					expect(found).toBeGreaterThanOrEqual(edges[at] ?? NaN);
					expect(found).toBeLessThan(edges[at + 1] ?? Infinity);
					if (exact === below) expect(Math.abs(found - exact)).toBeLessThanOrEqual(6);
				}
			),
			{ seed: 42 }
		);
	});
});
