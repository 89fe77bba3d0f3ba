import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalPermutation } from './local-permutation.ts';
import { foldedP, oneSidedP, twoSidedP } from './permutation-p.ts';
import { seededRandom, shuffle } from './seeded-random.ts';
import { weightsOf, withSelf, type SpatialWeights } from './spatial-weights.ts';

/** Neighbours along a line: each area and the ones beside it. */
const line = (n: number): number[][] =>
	Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n));
const some = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
const run = (
	weights: SpatialWeights,
	draws: number,
	more: { withReplacement?: boolean; values?: Float64Array; seed?: number } = {}
): LocalPermutation => {
	const { values = some, seed = 1, ...options } = more;
	const permutation = new LocalPermutation(values, weights, { seed, ...options });
	permutation.continue(draws);
	return permutation;
};

/** Shares of all draws of `count` others of area i whose weighted sum is at least, and at most, the area's own. */
function exactShares(
	i: number,
	neighbours: readonly number[],
	weight: readonly number[],
	withReplacement: boolean
): [number, number] {
	const own = neighbours.reduce((sum, j, k) => sum + (weight[k] ?? 0) * (some[j] ?? 0), 0);
	let [all, high, low] = [0, 0, 0];
	const place = (taken: readonly number[], sum: number): void => {
		if (taken.length === neighbours.length) {
			all++;
			if (sum >= own - 1e-9) high++;
			if (sum <= own + 1e-9) low++;
			return;
		}
		for (let j = 0; j < some.length; j++) {
			if (j === i || (!withReplacement && taken.includes(j))) continue;
			place([...taken, j], sum + (weight[taken.length] ?? 0) * (some[j] ?? 0));
		}
	};
	place([], 0);
	return [high / all, low / all];
}

describe('conditional permutation', () => {
	const lists = [[1, 2, 3], [0], [0, 1, 4, 7], [2, 4], [3, 5], [4, 6], [5, 7, 1], [6]];
	const even = weightsOf(lists, 'row');
	const uneven = { ...even, weight: even.weight.map((w, at) => w * (1 + (at % 3))) };
	it.each([
		['without replacement, equal weights', even, false],
		['with replacement, equal weights', even, true],
		['without replacement, unequal weights', uneven, false],
		['with replacement, unequal weights', uneven, true]
	])('comes near to the share of all possible draws: %s', (_, weights, withReplacement) => {
		const draws = 40_000;
		const { asHigh, asLow } = run(weights, draws, { withReplacement });
		lists.forEach((neighbours, i) => {
			const own = [...weights.weight.subarray(weights.start[i], weights.start[i + 1])];
			const exact = exactShares(i, neighbours, own, withReplacement);
			[asHigh, asLow].forEach((counts, side) => {
				const share = exact[side] ?? NaN;
				const error = Math.sqrt((share * (1 - share)) / draws);
				// Of 64 comparisons none is beyond 4.5 standard errors.
				expect(Math.abs((counts[i] ?? NaN) / draws - share)).toBeLessThanOrEqual(4.5 * error);
			});
		});
	});

	it('counts the same for equal weights by looking up as by adding up', () => {
		const values = Float64Array.from({ length: 40 }, (_, i) => (i * 17) % 23);
		const weights = weightsOf(withSelf(line(40)), 'binary');
		// The first of each area's weights is its neighbour's or its own: a hair more makes them unequal.
		const almost = {
			...weights,
			weight: weights.weight.map((w, at) => w * (1 + (at % 2) * 1e-14))
		};
		const [looked, added] = [weights, almost].map((one) => run(one, 2500, { values }));
		expect(added?.asHigh).toEqual(looked?.asHigh);
		expect(added?.asLow).toEqual(looked?.asLow);
	});

	it('is the same with the same seed, however draws are portioned, and goes on for some areas', () => {
		const values = Float64Array.from({ length: 60 }, (_, i) => (i * 17) % 23);
		const whole = run(weightsOf(line(60), 'row'), 3210, { values });
		const portioned = new LocalPermutation(values, weightsOf(line(60), 'row'), { seed: 1 });
		portioned.continue(999);
		const few = Int32Array.of(3, 41);
		for (const draws of [1, 1200, 1010]) portioned.continue(draws, few);
		for (const i of few) {
			expect(portioned.asHigh[i]).toBe(whole.asHigh[i]);
			expect(portioned.asLow[i]).toBe(whole.asLow[i]);
			expect(portioned.draws[i]).toBe(3210);
		}
		expect(portioned.draws[0]).toBe(999);
		expect(run(weightsOf(line(60), 'row'), 3210, { values, seed: 2 }).asHigh).not.toEqual(
			whole.asHigh
		);
	});

	it('leaves an area’s own entry out, so that Gi* counts what Gi does', () => {
		const gi = run(weightsOf(line(8), 'row'), 500);
		const star = run(weightsOf(withSelf(line(8)), 'binary'), 500);
		expect(star.asHigh).toEqual(gi.asHigh);
		expect(star.asLow).toEqual(gi.asLow);
	});

	it.each<[string, number[], number[][], number[], number[]]>([
		['no area', [], [], [], []],
		['one area', [4], [[]], [0], [0]],
		['islands', [4, 5, 6], [[], [], []], [0, 0, 0], [0, 0, 0]],
		['all equal: every draw ties', [0.1, 0.1, 0.1], line(3), [9, 9, 9], [9, 9, 9]],
		['all zero', [0, 0, 0], line(3), [9, 9, 9], [9, 9, 9]],
		[
			'everybody a neighbour: every draw ties',
			[1, 2, 4],
			[
				[1, 2],
				[0, 2],
				[0, 1]
			],
			[9, 9, 9],
			[9, 9, 9]
		]
	])('is defined for %s', (_, values, neighbours, asHigh, asLow) => {
		const permuted = run(weightsOf(neighbours, 'row'), 9, { values: Float64Array.from(values) });
		expect([...permuted.asHigh]).toEqual(asHigh);
		expect([...permuted.asLow]).toEqual(asLow);
	});

	it.each<[string, number[], number[][]]>([
		['a missing value', [1, NaN, 3], line(3)],
		['an endless value', [1, Infinity, 3], line(3)],
		['lists of unlike length', [1, 2, 3], line(4)],
		['more neighbours than others', [1, 2], [[1, 1], [0]]]
	])('refuses %s', (_, values, neighbours) => {
		const weights = weightsOf(neighbours, 'row');
		expect(() => new LocalPermutation(Float64Array.from(values), weights, { seed: 1 })).toThrow(
			RangeError
		);
	});

	it('tells how far it is, and stops when asked', () => {
		const seen: [number, number][] = [];
		const permutation = new LocalPermutation(some, weightsOf(line(8), 'row'), {
			seed: 1,
			onProgress: (done, total) => seen.push([done, total]),
			shouldStop: () => seen.length === 2
		});
		expect(() => {
			permutation.continue(5000);
		}).toThrow(expect.objectContaining({ name: 'AbortError' }));
		expect(seen).toEqual([
			[8000, 40_000],
			[16_000, 40_000]
		]);
	});

	it('does not change with unit or origin', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 20 }),
				fc.integer({ min: 1, max: 9 }),
				(given, unit) => {
					const weights = weightsOf(line(given.length), 'row');
					const values = Float64Array.from(given);
					const own = run(weights, 200, { values });
					const scaled = run(weights, 200, { values: values.map((x) => (x * unit) / 8 + 1000) });
					expect(scaled.asHigh).toEqual(own.asHigh);
					expect(scaled.asLow).toEqual(own.asLow);
				}
			),
			{ seed: 42, numRuns: 60 }
		);
	});

	it('gives an even p on one side where nothing is there: Kolmogorov and Smirnov over 2 000 worlds', () => {
		const shuffled = Float64Array.from({ length: 25 }, (_, i) => Math.exp(i / 8));
		const draw = seededRandom(3);
		const neighbours = Array.from({ length: 25 }, (_, i) =>
			[i - 5, i + 5, i % 5 > 0 ? i - 1 : -1, i % 5 < 4 ? i + 1 : -1].filter((j) => j >= 0 && j < 25)
		);
		const weights = weightsOf(neighbours, 'row');
		const ps = Float64Array.from({ length: 2000 }, (_, world) => {
			shuffle(shuffled, draw);
			const permutation = new LocalPermutation(shuffled, weights, { seed: world });
			permutation.continue(199, Int32Array.of(12));
			return oneSidedP(permutation.asHigh[12] ?? NaN, 199);
		}).sort();
		const apart = ps.reduce(
			(most, p, i) => Math.max(most, Math.abs(p - i / 2000), Math.abs(p - (i + 1) / 2000)),
			0
		);
		// Beyond 1.63 ÷ √2000 once in a hundred; p has steps of 0.005.
		expect(apart).toBeLessThan(1.63 / Math.sqrt(2000) + 0.005);
	});
});

describe('p-values of counts', () => {
	it.each<[string, number, number, number, number, number, number]>([
		['no draws', 0, 0, 0, NaN, NaN, NaN],
		['the highest', 0, 999, 999, 0.001, 0.001, 0.002],
		['in the middle', 500, 499, 999, 0.501, 0.5, 1],
		['all tied', 999, 999, 999, 1, 1, 1]
	])('%s', (_, high, low, draws, one, folded, two) => {
		expect(oneSidedP(high, draws)).toBe(one);
		expect(foldedP(high, low, draws)).toBe(folded);
		expect(twoSidedP(high, low, draws)).toBe(two);
	});
});
