import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoveryThreshold } from './discovery-threshold.ts';
import { geary } from './geary.ts';
import { giScores, giStarScores } from './getis-ord.ts';
import { globalMoran } from './global-moran.ts';
import { moranPermutation } from './moran-permutation.ts';
import { amongKept, componentsOf, weightsOf, withSelf } from './spatial-weights.ts';

const fixed = { seed: 42, numRuns: 60 };

/** Neighbours along a line: each area and the ones beside it. */
const line = (n: number): number[][] =>
	Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n));
const values = fc
	.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 20 })
	.filter((some) => new Set(some).size > 2);

describe('weights', () => {
	it('of an island are none, and rows sum to 1 where they are standardised', () => {
		const { start, weight } = weightsOf([[1, 2], [0], [0], []], 'row');
		expect([...start]).toEqual([0, 2, 3, 4, 4]);
		expect([...weight]).toEqual([0.5, 0.5, 1, 1]);
	});

	it('among kept areas are numbered anew', () => {
		expect(amongKept([[1, 2], [0], [0, 3], [2]], [0, 2, 3])).toEqual([[1], [0, 2], [1]]);
	});

	it.each<[string, number[][], number]>([
		['no areas', [], 0],
		['islands', [[], [], []], 3],
		['a line and an island', [[1], [0, 2], [1], []], 2]
	])('hang together in as many parts as there are: %s', (_, neighbours, parts) => {
		expect(componentsOf(neighbours)).toBe(parts);
	});
});

describe("Moran's I and Geary's C", () => {
	it('of a line that rises step by step are those worked out by hand', () => {
		// z = -2 -1 0 1 2: pairs give 2·(2 + 0 + 0 + 2) = 8 over 10 squares and 8 binary weights; unlike pairs 4 · 1 · 2.
		const rising = Float64Array.of(1, 2, 3, 4, 5);
		const weights = weightsOf(line(5), 'binary');
		expect(globalMoran(rising, weights)?.value).toBeCloseTo((5 / 8) * (8 / 10), 12);
		expect(geary(rising, weights)?.value).toBeCloseTo((4 / 16) * (8 / 10), 12);
	});

	it.each<[string, number[]]>([
		['all equal', [3, 3, 3, 3, 3, 3]],
		['all zero', [0, 0, 0, 0, 0, 0]],
		['one missing', [1, 2, NaN, 4, 5, 6]],
		['one area', [1]],
		['three areas', [1, 2, 3]],
		['none', []]
	])('of values that tell nothing are undefined: %s', (_, some) => {
		const weights = weightsOf(line(some.length), 'row');
		const given = Float64Array.from(some);
		expect(globalMoran(given, weights)).toBeUndefined();
		expect(geary(given, weights)).toBeUndefined();
		if (some.length !== 3) expect(moranPermutation(given, weights, 9, 1)).toBeUndefined();
	});

	it('do not change with unit, origin or the order of areas', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 9 }), (some, unit) => {
				const n = some.length;
				const weights = weightsOf(line(n), 'row');
				const given = Float64Array.from(some);
				const scaled = given.map((value) => value * unit + 1000);
				const back = line(n)
					.reverse()
					.map((others) => others.map((j) => n - 1 - j));
				const turned = Float64Array.from(some.toReversed());
				for (const statistic of [globalMoran, geary]) {
					const own = statistic(given, weights);
					const others = [statistic(scaled, weights), statistic(turned, weightsOf(back, 'row'))];
					for (const other of others) {
						expect(other?.value).toBeCloseTo(own?.value ?? NaN, 8);
						expect(other?.varianceRandomisation).toBeCloseTo(own?.varianceRandomisation ?? NaN, 8);
					}
				}
			}),
			fixed
		);
	});

	it('a seed gives the same share of random orders again, and none is below what so many can tell', () => {
		const rising = Float64Array.from({ length: 12 }, (_, i) => i);
		const weights = weightsOf(line(12), 'row');
		const permuted = moranPermutation(rising, weights, 199, 7);
		expect(permuted?.p).toBe(1 / 200);
		expect(moranPermutation(rising, weights, 199, 7)).toEqual(permuted);
	});

	it('of random orders come near to what is expected of them', () => {
		const some = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8);
		const weights = weightsOf(line(12), 'row');
		const { expected = NaN, varianceRandomisation = NaN } = globalMoran(some, weights) ?? {};
		const { mean = NaN, deviation = NaN } = moranPermutation(some, weights, 20_000, 7) ?? {};
		const error = Math.sqrt(varianceRandomisation / 20_000);
		expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
		expect(deviation / Math.sqrt(varianceRandomisation)).toBeCloseTo(1, 1);
	});
});

describe('Gi and Gi*', () => {
	it('are high where high values lie together and low where low ones do', () => {
		const heap = Float64Array.of(9, 8, 9, 1, 0, 1, 0, 1);
		const gi = giScores(heap, weightsOf(line(8), 'binary'));
		const star = giStarScores(heap, weightsOf(withSelf(line(8)), 'binary'));
		expect(Math.max(...star)).toBe(star[1]);
		expect(gi[1]).toBeGreaterThan(1);
		expect(star[5]).toBeLessThan(0);
	});

	it('of an island: none for Gi, its own value for Gi*', () => {
		const some = Float64Array.of(1, 5, 2, 9);
		const neighbours = [[1], [0, 2], [1], []];
		expect(giScores(some, weightsOf(neighbours, 'row'))[3]).toBeNaN();
		const mean = 17 / 4;
		const deviation = Math.sqrt((3.25 ** 2 + 0.75 ** 2 + 2.25 ** 2 + 4.75 ** 2) / 4);
		const star = giStarScores(some, weightsOf(withSelf(neighbours), 'row'))[3];
		expect(star).toBeCloseTo((9 - mean) / deviation, 10);
	});

	it('of equal values are none, whatever rounding leaves of them', () => {
		const flat = new Float64Array(7).fill(0.1);
		const neighbours = line(7);
		expect(giScores(flat, weightsOf(neighbours, 'row')).every(Number.isNaN)).toBe(true);
		expect(giStarScores(flat, weightsOf(withSelf(neighbours), 'row')).every(Number.isNaN)).toBe(
			true
		);
	});

	it('do not change with unit or origin', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 9 }), (some, unit) => {
				const neighbours = line(some.length);
				const given = Float64Array.from(some);
				const scaled = given.map((value) => value * unit + 1000);
				const pairs = [
					[giScores, weightsOf(neighbours, 'binary')],
					[giStarScores, weightsOf(withSelf(neighbours), 'row')]
				] as const;
				for (const [scores, weights] of pairs) {
					const own = scores(given, weights);
					scores(scaled, weights).forEach((z, i) => {
						expect(z).toBeCloseTo(own[i] ?? NaN, 6);
					});
				}
			}),
			fixed
		);
	});
});

describe('the threshold of discoveries', () => {
	it.each<[string, number[], number]>([
		['of no tests', [], 0],
		['where none is small enough', [0.2, 0.5, 0.9], 0],
		['of one small one among many', [0.001, 0.5, 0.9], 0.001],
		['that a later p lifts above an earlier one', [0.04, 0.041, 0.042, 0.045], 0.045],
		['without what was not tested', [0.01, NaN, 0.02], 0.02]
	])('%s', (_, p, threshold) => {
		expect(discoveryThreshold(p, 0.05)).toBe(threshold);
	});
});
