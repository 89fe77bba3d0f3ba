import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedForMany } from './benjamini-hochberg.ts';
import { adjustedForDependent } from './benjamini-yekutieli.ts';
import { adjustedForAny } from './bonferroni.ts';

const p = [0.01, 0.04, 0.03, 0.005];
const c = 1 + 1 / 2 + 1 / 3 + 1 / 4;

// p.adjust of R.
describe.each([
	['Benjamini and Hochberg', adjustedForMany, [0.02, 0.04, 0.04, 0.02]],
	['Benjamini and Yekutieli', adjustedForDependent, [0.02 * c, 0.04 * c, 0.04 * c, 0.02 * c]],
	['Bonferroni', adjustedForAny, [0.04, 0.16, 0.12, 0.02]]
] as const)('p-values adjusted after %s', (_, adjusted, known) => {
	it('are those of R', () => {
		const ours = adjusted(p);
		known.forEach((value, i) => {
			expect(ours[i]).toBeCloseTo(value, 12);
		});
	});

	it('leave out what is no test', () => {
		const ours = adjusted([NaN, ...p, NaN]);
		expect(ours[0]).toBeNaN();
		expect(ours[5]).toBeNaN();
		expect(ours.slice(1, 5)).toEqual(adjusted(p));
	});

	it('are nothing for nothing, and one p-value itself', () => {
		expect(adjusted([])).toEqual([]);
		expect(adjusted([0.2])).toEqual([0.2]);
	});

	it('are no smaller than before, at most 1, and keep their order', () => {
		const many = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
		fc.assert(
			fc.property(many, (values) => {
				const ours = adjusted(values);
				values.forEach((value, i) => {
					expect(ours[i]).toBeGreaterThanOrEqual(value * (1 - 1e-12));
					expect(ours[i]).toBeLessThanOrEqual(1);
				});
				const order = values
					.map((_value, i) => i)
					.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
				const sorted = order.map((i) => ours[i] ?? NaN);
				expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
			}),
			{ seed: 42 }
		);
	});
});
