import { describe, expect, it } from 'vitest';
import { adjustedForMany } from './benjamini-hochberg.ts';

describe('p-values adjusted for many comparisons', () => {
	it('are those of p.adjust in R', () => {
		const adjusted = adjustedForMany([0.01, 0.04, 0.03, 0.005]);
		[0.02, 0.04, 0.04, 0.02].forEach((p, i) => {
			expect(adjusted[i]).toBeCloseTo(p, 12);
		});
	});

	it('are the p-value itself for one, and nothing for none', () => {
		expect(adjustedForMany([0.2])).toEqual([0.2]);
		expect(adjustedForMany([])).toEqual([]);
	});
});
