import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateMoran, standardisedRates } from './eb-moran.ts';
import { localMarshallRates, type LocalCentre } from './marshall-local.ts';
import { marshallRates } from './marshall.ts';

const fixed = { seed: 42, numRuns: 60 };
/** Neighbours along a line: each area and the ones beside it. */
const line = (n: number): number[][] =>
	Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n));
const everyOther = (n: number): number[][] =>
	Array.from({ length: n }, (_, i) =>
		Array.from({ length: n }, (_, j) => j).filter((j) => j !== i)
	);
const areas = fc.array(
	fc.record({ count: fc.integer({ min: 0, max: 60 }), people: fc.integer({ min: 1, max: 5000 }) }),
	{ minLength: 4, maxLength: 16 }
);

describe('local Marshall rates', () => {
	it('are the global ones where every area neighbours every other', () => {
		const [counts, people] = [
			[4, 9, 1, 30],
			[100, 150, 90, 160]
		];
		const { rates } = marshallRates(counts, people);
		for (const centre of ['area', 'neighbour'] as const) {
			const local = localMarshallRates(counts, people, everyOther(4), centre);
			local.forEach((rate, i) => {
				expect(rate).toBeCloseTo(rates[i] ?? NaN, 14);
			});
		}
	});

	it('follow the formula on three areas worked by hand', () => {
		// Around the first: 10 and 30 of 100 each, as in the global example; the others' own means are 40/300 and 30/200.
		const [first] = localMarshallRates([10, 30, 0], [100, 100, 100], line(3));
		expect(first).toBeCloseTo(0.2 - (0.1 * 0.008) / 0.01, 12);
		const [, , third] = localMarshallRates([10, 30, 0], [100, 100, 100], line(3), 'neighbour');
		// m = 30/200; a = (100 (0.3 − 40/300)² + 100 (0 − 0.15)²) ÷ 200 − 0.15 · 2 ÷ 200
		const a = ((0.3 - 40 / 300) ** 2 + 0.15 ** 2) / 2 - 0.0015;
		expect(third).toBeCloseTo(0.15 - (0.15 * a) / (a + 0.0015), 12);
	});

	it.each<[string, number[], number[], number[][], (number | undefined)[]]>([
		['no area', [], [], [], []],
		['one area', [3], [30], [[]], [0.1]],
		['islands', [3, 8], [30, 40], [[], []], [0.1, 0.2]],
		['an area without people', [0, 5, 5], [0, 50, 50], line(3), [undefined, 0.1, 0.1]],
		['a missing count', [5, NaN, 5], [50, 50, 100], line(3), [0.1, undefined, 0.05]],
		['a missing denominator', [5, 7, 5], [50, NaN, 100], line(3), [0.1, undefined, 0.05]],
		['no case anywhere', [0, 0, 0], [10, 50, 20], line(3), [0, 0, 0]],
		['equal rates', [1, 2, 4], [10, 20, 40], line(3), [0.1, 0.1, 0.1]],
		['two parts', [1, 1, 8, 8], [10, 10, 40, 40], [[1], [0], [3], [2]], [0.1, 0.1, 0.2, 0.2]]
	])('are defined for %s', (_, counts, people, neighbours, expected) => {
		for (const centre of ['area', 'neighbour'] satisfies LocalCentre[]) {
			expect(localMarshallRates(counts, people, neighbours, centre)).toEqual(expected);
		}
	});

	it('do not depend on the order of areas, and keep more of their own where there is more of everything', () => {
		fc.assert(
			fc.property(areas, fc.integer({ min: 2, max: 9 }), (some, unit) => {
				const counts = some.map(({ count }) => count);
				const people = some.map(({ people }) => people);
				const own = localMarshallRates(counts, people, line(some.length));
				const turned = localMarshallRates(
					counts.toReversed(),
					people.toReversed(),
					line(some.length)
				).toReversed();
				const spread = localMarshallRates(
					counts.map((count) => count * unit),
					people.map((n) => n * unit),
					line(some.length)
				);
				own.forEach((rate = NaN, i) => {
					expect(turned[i]).toBeCloseTo(rate, 12);
					const raw = (counts[i] ?? NaN) / (people[i] ?? NaN);
					// With more of everything an area keeps at least as much of its own rate.
					expect(Math.abs((spread[i] ?? NaN) - raw)).toBeLessThanOrEqual(
						Math.abs(rate - raw) + 1e-12
					);
				});
			}),
			fixed
		);
	});

	it('and the I of rates are refused for lists of unlike length', () => {
		expect(() => localMarshallRates([1], [10], [])).toThrow(RangeError);
		expect(() => localMarshallRates([1], [], [[]])).toThrow(RangeError);
		expect(() => rateMoran([1], [10], [], 9, 1)).toThrow(RangeError);
		expect(() => standardisedRates([1], [])).toThrow(RangeError);
	});
});

describe('Moran’s I of standardised rates', () => {
	it.each<[string, number[], number[], number[][]]>([
		['no area', [], [], []],
		['one area', [3], [30], [[]]],
		['only islands', [3, 8, 2], [30, 40, 50], [[], [], []]],
		['no case anywhere', [0, 0, 0, 0], [10, 50, 20, 30], line(4)],
		['equal rates', [1, 3, 7, 9], [10, 30, 70, 90], line(4)],
		['no people', [1, 3, 7, 9], [0, 0, 0, 0], line(4)]
	])('is none for %s', (_, counts, people, neighbours) => {
		expect(rateMoran(counts, people, neighbours, 9, 1)).toBeUndefined();
	});

	it('leaves out what has no rate', () => {
		const all = rateMoran([9, 8, 5, 2, 1], [99, 98, 97, 96, 95], line(5), 99, 1);
		const more = rateMoran(
			[9, 8, 5, 2, 1, 4, NaN],
			[99, 98, 97, 96, 95, 0, 80],
			[...line(5), [4], [0]],
			99,
			1
		);
		expect(more).toEqual(all);
	});

	it('does not change with the unit of people, and is high where high rates lie together', () => {
		const counts = [90, 80, 85, 40, 12, 10, 8, 11];
		const people = [900, 700, 950, 800, 650, 720, 810, 900];
		const moran = rateMoran(counts, people, line(8), 999, 1);
		expect(moran?.value).toBeGreaterThan(0.5);
		expect(moran?.p).toBeLessThan(0.02);
		const perThousand = people.map((n) => n / 1000);
		expect(rateMoran(counts, perThousand, line(8), 999, 1)?.value).toBeCloseTo(
			moran?.value ?? NaN,
			10
		);
	});
});
