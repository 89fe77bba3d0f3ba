import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emergingHotSpots } from './emerging-hot-spots.ts';
import { weightsOf, withSelf } from './spatial-weights.ts';

/** A line of areas, each with those beside it and itself. */
const line = (n: number) =>
	weightsOf(
		withSelf(Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n))),
		'binary'
	);
const flat = (n: number): Float64Array => new Float64Array(n).fill(3);
/** High at one end of the line, the more so the higher `height` is. */
const heap = (n: number, height: number): Float64Array =>
	Float64Array.from({ length: n }, (_, i) => (i < 3 ? height + (i % 2) : i % 3));

describe('emerging hot spots', () => {
	it('are new where the last bin alone is hot', () => {
		const found = emergingHotSpots([flat(12), flat(12), heap(12, 20)], line(12));
		expect(found.hot.slice(0, 2)).toEqual(['new', 'new']);
		expect(found.hot.slice(5)).toEqual(new Array(7).fill('none'));
		expect(found.scores[0]).toEqual(new Float64Array(12));
	});

	it('are persistent where every bin is hot, and cold ones are their twins', () => {
		const bins = Array.from({ length: 10 }, () => heap(12, 20));
		const hot = emergingHotSpots(bins, line(12)).hot;
		expect(hot[1]).toBe('persistent');
		const cold = emergingHotSpots(
			bins.map((values) => values.map((value) => -value)),
			line(12)
		);
		expect(cold.cold).toEqual(hot);
	});

	it('intensify with a trend', () => {
		const bins = Array.from({ length: 10 }, (_, bin) =>
			Float64Array.from({ length: 12 }, (__, i) => (i < 3 ? 10 + bin : (i * 7 + 3) % 11))
		);
		const { hot, trends } = emergingHotSpots(bins, line(12), { level: 0.1 });
		expect(trends[1]?.p).toBeLessThan(0.05);
		expect(hot[1]).toBe('intensifying');
	});

	it('are fewer where p is adjusted for many tests', () => {
		const bins = Array.from({ length: 6 }, (_, bin) =>
			Float64Array.from({ length: 40 }, (__, i) => (i * i * 31 + bin * 17 + i * bin * 7) % 23)
		);
		const found = (isAdjusted: boolean): number =>
			emergingHotSpots(bins, line(40), { level: 0.2, isAdjusted }).hot.filter(
				(one) => one !== 'none'
			).length;
		expect(found(false)).toBeGreaterThan(0);
		expect(found(true)).toBeLessThan(found(false));
	});

	it.each<[string, Float64Array[], number]>([
		['no bins', [], 3],
		['no areas', [new Float64Array(0), new Float64Array(0)], 0],
		['one area', [Float64Array.of(4), Float64Array.of(5)], 1],
		['all zero', [new Float64Array(3), new Float64Array(3)], 3]
	])('are none for %s', (_, bins, areas) => {
		const { hot, cold } = emergingHotSpots(bins, line(areas));
		expect([...hot, ...cold]).toEqual(new Array(2 * areas).fill('none'));
	});

	it.each<[string, Float64Array[], string]>([
		['a missing value', [Float64Array.of(1, NaN, 3)], 'not-finite'],
		['a bin that is too short', [Float64Array.of(1, 2)], 'lengths-differ']
	])('refuse %s', (_, bins, code) => {
		expect(() => emergingHotSpots(bins, line(3))).toThrow(expect.objectContaining({ code }));
	});

	it('do not mind the order of areas nor the unit of values', () => {
		const bins = fc.array(
			fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }),
			{ minLength: 3, maxLength: 8 }
		);
		fc.assert(
			fc.property(bins, fc.constantFrom(2, 0.5), (rows, unit) => {
				const one = emergingHotSpots(
					rows.map((row) => Float64Array.from(row)),
					line(9),
					{ level: 0.1 }
				);
				const turned = rows.map((row) =>
					Float64Array.from(row.toReversed(), (value) => value * unit)
				);
				const other = emergingHotSpots(turned, line(9), { level: 0.1 });
				expect(other.hot.toReversed()).toEqual(one.hot);
				expect(other.cold.toReversed()).toEqual(one.cold);
			}),
			{ seed: 42, numRuns: 60 }
		);
	});
});
