import { describe, expect, it } from 'vitest';
import { aliasTable, drawCounts } from './alias-table.ts';
import { seededRandom } from './seeded-random.ts';

describe('an alias table', () => {
	it.each([[[1]], [[1, 3]], [[0, 2, 0, 1]], [[0.1, 0.2, 0.3, 0.4]], [[1e-9, 1, 1e9]]])(
		'of %j gives each position its share',
		(weights) => {
			const { keep, alias } = aliasTable(Float64Array.from(weights));
			const n = weights.length;
			const share = keep.map((kept) => kept / 2 ** 32 / n);
			keep.forEach((kept, i) => {
				const to = alias[i] ?? i;
				share[to] = (share[to] ?? 0) + (1 - kept / 2 ** 32) / n;
			});
			const sum = weights.reduce((all, weight) => all + weight, 0);
			weights.forEach((weight, i) => {
				expect(share[i]).toBeCloseTo(weight / sum, 12);
			});
		}
	);

	it('draws as many as asked, none where the weight is 0, and the same with the same seed', () => {
		const table = aliasTable(Float64Array.of(0, 1, 0, 2, 1));
		const drawn = (seed: number): Int32Array => {
			const counts = new Int32Array(5);
			drawCounts(table, 4000, seededRandom(seed), counts);
			return counts;
		};
		const counts = drawn(3);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4000);
		expect([counts[0], counts[2]]).toEqual([0, 0]);
		// Half of 4000, within five standard errors.
		expect(Math.abs((counts[3] ?? 0) - 2000)).toBeLessThan(5 * Math.sqrt(1000));
		expect(drawn(3)).toEqual(counts);
		expect(drawn(4)).not.toEqual(counts);
	});
});
