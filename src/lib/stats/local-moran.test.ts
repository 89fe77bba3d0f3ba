import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giScores, giStarScores } from './getis-ord.ts';
import { giTest } from './getis-ord-test.ts';
import { globalMoran } from './global-moran.ts';
import { localMoranTest } from './local-moran-test.ts';
import { localMoran } from './local-moran.ts';
import { localTest } from './local-test.ts';
import { seededRandom } from './seeded-random.ts';
import { amongKept, weightsOf, withSelf } from './spatial-weights.ts';

const fixed = { seed: 42, numRuns: 60 };
/** Neighbours along a line: each area and the ones beside it. */
const line = (n: number): number[][] =>
	Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n));
const values = fc
	.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 20 })
	.filter((some) => new Set(some).size > 2);
const once = { seed: 1, steps: [999] };

/** A square of areas with a hot corner, every area beside the up to eight around it. */
function city(side: number, heat: number): { values: Float64Array; neighbours: number[][] } {
	const draw = seededRandom(11);
	const at = (i: number): [number, number] => [Math.floor(i / side), i % side];
	const noise = (): number => draw(1e6) / 1e6 + draw(1e6) / 1e6 + draw(1e6) / 1e6;
	const all = Array.from({ length: side * side }, (_, i) => i);
	return {
		values: Float64Array.from(all, (i) => noise() + (Math.max(...at(i)) < side / 4 ? heat : 0)),
		neighbours: all.map((i) => {
			const [row, column] = at(i);
			return all.filter((j) => {
				const [r, c] = at(j);
				return j !== i && Math.abs(r - row) < 2 && Math.abs(c - column) < 2;
			});
		})
	};
}

describe("local Moran's I", () => {
	it('of a line that rises step by step is what is worked out by hand, and sums to the global I', () => {
		// z = −2 −1 0 1 2, m₂ = 2; the lag of the first is −1, of the second (−2 + 0) ÷ 2.
		const rising = Float64Array.of(1, 2, 3, 4, 5);
		const moran = localMoran(rising, weightsOf(line(5), 'row'));
		expect([...(moran?.value ?? [])]).toEqual([1, 0.5, 0, 0.5, 1]);
		const mean = (moran?.value.reduce((sum, one) => sum + one, 0) ?? NaN) / 5;
		expect(globalMoran(rising, weightsOf(line(5), 'row'))?.value).toBeCloseTo(mean, 12);
		expect(moran?.quadrant).toEqual(['low-low', 'low-low', 'low-low', 'high-high', 'high-high']);
	});

	it('has the conditional moments of all orders of the others', () => {
		const some = [3, 1, 4, 1.5, 9];
		const weights = weightsOf([[1, 2], [0, 2, 3], [0], [1, 4], [3]], 'binary');
		const { conditional } = localMoran(Float64Array.from(some), weights) ?? {};
		const mean = some.reduce((sum, x) => sum + x, 0) / 5;
		const z = some.map((x) => x - mean);
		const m2 = z.reduce((sum, one) => sum + one * one, 0) / 5;
		// The first area's two neighbours are any ordered pair of the four others.
		const drawn = [1, 2, 3, 4].flatMap((a) =>
			[1, 2, 3, 4]
				.filter((b) => b !== a)
				.map((b) => ((z[0] ?? NaN) / m2) * ((z[a] ?? NaN) + (z[b] ?? NaN)))
		);
		const expected = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
		const variance = drawn.reduce((sum, x) => sum + (x - expected) ** 2, 0) / drawn.length;
		expect(conditional?.expected[0]).toBeCloseTo(expected, 12);
		expect(conditional?.variance[0]).toBeCloseTo(variance, 12);
	});

	it('of an island is 0, expected to be 0, untested, and its value counts in the mean', () => {
		const some = Float64Array.of(1, 2, 3, 10);
		const moran = localMoran(some, weightsOf([[1], [0, 2], [1], []], 'row'));
		expect(moran?.quadrant).toEqual(['low-low', 'low-low', 'low-low', 'isolate']);
		for (const moments of [moran?.conditional, moran?.total]) {
			expect(moments?.expected[3]).toBe(0);
			expect(moments?.variance[3]).toBe(0);
			expect(moments?.z[3]).toBeNaN();
			expect(moments?.p[3]).toBeNaN();
		}
		const test = localMoranTest(some, weightsOf([[1], [0, 2], [1], []], 'row'), once);
		expect(test?.draws[3]).toBe(0);
		expect(test?.p[3]).toBeNaN();
		expect(test?.smallestP[3]).toBeNaN();
	});

	it.each<[string, number[]]>([
		['all equal', [0.1, 0.1, 0.1, 0.1]],
		['all zero', [0, 0, 0, 0]],
		['one area', [1]],
		['none', []]
	])('and its test, and that of Gi, are none for values that tell nothing: %s', (_, some) => {
		const weights = weightsOf(line(some.length), 'row');
		const given = Float64Array.from(some);
		expect(localMoran(given, weights)).toBeUndefined();
		expect(localMoranTest(given, weights, once)).toBeUndefined();
		expect(giTest(given, weights, once)).toBeUndefined();
	});

	it('refuses a missing value, which is left out before weights are made', () => {
		const some = Float64Array.of(1, NaN, 3, 4, 6);
		expect(() => localMoran(some, weightsOf(line(5), 'row'))).toThrow(RangeError);
		expect(() => localMoranTest(some, weightsOf(line(5), 'row'), once)).toThrow(RangeError);
		expect(() => localMoran(some.subarray(2), weightsOf(line(5), 'row'))).toThrow(RangeError);
		const kept = [0, 2, 3, 4];
		const among = weightsOf(amongKept(line(5), kept), 'row');
		expect(
			localMoran(
				Float64Array.from(kept, (i) => some[i] ?? NaN),
				among
			)?.quadrant
		).toEqual(['isolate', 'low-high', 'high-high', 'high-high']);
	});

	it('has no z, nor has Gi, where an area neighbours all others, or all others are equal', () => {
		for (let n = 3; n < 40; n++) {
			const rising = Float64Array.from({ length: n }, (_, i) => 0.1 * i * i);
			const others = Array.from(rising, (_, i) => [...rising.keys()].filter((j) => j !== i));
			const all = weightsOf(others, 'row');
			expect(localMoran(rising, all)?.conditional.variance.every((one) => one === 0)).toBe(true);
			expect(giScores(rising, all).every(Number.isNaN)).toBe(true);
			const star = giStarScores(rising, weightsOf(withSelf(others), 'row'));
			expect(star.every(Number.isNaN)).toBe(true);
			const single = Float64Array.from(rising, (_, i) => (i === 0 ? 9.7 : 0.1));
			expect(localMoran(single, weightsOf(line(n), 'row'))?.conditional.z[0]).toBeNaN();
		}
	});

	it('has no z where an area lies at the mean', () => {
		const middle = Float64Array.of(1, 2, 3, 4, 5);
		const weights = weightsOf(line(5), 'row');
		expect(localMoran(middle, weights)?.conditional.z[2]).toBeNaN();
		expect(localMoranTest(middle, weights, once)?.p[2]).toBe(1);
	});

	it('of two parts that do not touch has the mean of both', () => {
		const parts = weightsOf([[1], [0], [3], [2]], 'row');
		const moran = localMoran(Float64Array.of(1, 2, 8, 9), parts);
		expect(moran?.quadrant).toEqual(['low-low', 'low-low', 'high-high', 'high-high']);
		const p = localMoranTest(Float64Array.of(1, 2, 8, 9), parts, once)?.p;
		expect(p?.every((one) => one > 0 && one <= 1)).toBe(true);
	});

	it('does not change with unit, origin or the order of areas', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 9 }), (some, unit) => {
				const n = some.length;
				const weights = weightsOf(line(n), 'row');
				const own = localMoran(Float64Array.from(some), weights);
				const scaled = localMoran(
					Float64Array.from(some, (x) => x * unit + 1000),
					weights
				);
				const turned = localMoran(Float64Array.from(some.toReversed()), weights);
				own?.value.forEach((one, i) => {
					for (const [other, at] of [
						[scaled, i],
						[turned, n - 1 - i]
					] as const) {
						expect(other?.value[at]).toBeCloseTo(one, 8);
						const variance = own.conditional.variance[i] ?? NaN;
						expect(other?.conditional.variance[at]).toBeCloseTo(variance, 8);
						expect(other?.total.variance[at]).toBeCloseTo(own.total.variance[i] ?? NaN, 8);
						expect(other?.quadrant[at]).toBe(own.quadrant[i]);
					}
				});
			}),
			fixed
		);
	});
});

describe('the test of neighbours by permutation', () => {
	const { values: some, neighbours } = city(16, 2);
	const weights = weightsOf(neighbours, 'row');

	it('is one for local Moran, Gi and Gi*: alike where neighbours weigh the same', () => {
		const moran = localMoranTest(some, weights, once);
		const gi = giTest(some, weights, once);
		const star = giTest(some, weightsOf(withSelf(neighbours), 'binary'), once);
		expect(gi?.p).toEqual(moran?.p);
		expect(star).toEqual(gi);
		const z = giStarScores(some, weightsOf(withSelf(neighbours), 'binary'));
		expect(z[0]).toBeGreaterThan(3);
		expect(star?.asHigh[0]).toBe(0);
	});

	it('is as far out, and the other way round, for the values turned over', () => {
		const own = localMoranTest(some, weights, once);
		const turned = localMoranTest(
			some.map((x) => -x),
			weights,
			once
		);
		expect(turned).toEqual(own);
		const hot = giTest(some, weights, once);
		const cold = giTest(
			some.map((x) => -x),
			weights,
			once
		);
		expect(cold?.asLow).toEqual(hot?.asHigh);
	});

	it('goes on only where it matters, and is there what it would be with as many draws for all', () => {
		const steps = [999, 9_999, 99_999];
		const adaptive = localTest(some, weights, { seed: 1 });
		const full = steps.map((step) => localTest(some, weights, { seed: 1, steps: [step] }));
		adaptive.draws.forEach((made, i) => {
			const same = full[steps.indexOf(made)];
			expect(adaptive.p[i]).toBe(same?.p[i]);
			expect(adaptive.smallestP[i]).toBe(2 / (made + 1));
		});
		const stopped = adaptive.draws.filter((made) => made === 999);
		expect(stopped.length).toBeGreaterThan(200);
		expect(Math.max(...adaptive.draws)).toBe(99_999);
		const findings = ({ p, threshold }: typeof adaptive): number[] =>
			Array.from(p.keys()).filter((i) => (p[i] ?? NaN) <= threshold);
		expect(findings(adaptive)).toEqual(findings(full[2] ?? adaptive));
		expect(findings(adaptive)).toContain(0);
	});

	it('finds what 999 draws alone cannot: one area among many', () => {
		const { values: mild, neighbours: around } = city(20, 0);
		const heated = mild.map((x, i) => (around[210]?.includes(i) ? x + 1.6 : x));
		const even = weightsOf(around, 'row');
		const few = localTest(heated, even, { seed: 1, steps: [999] });
		const more = localTest(heated, even, { seed: 1 });
		expect(few.threshold).toBe(0);
		expect(more.p[210]).toBeLessThanOrEqual(more.threshold);
	});

	it('is the same whatever watches it', () => {
		let seen = 0;
		const watched = localTest(some, weights, { seed: 1, onProgress: () => seen++ });
		expect(watched).toEqual(localTest(some, weights, { seed: 1 }));
		expect(seen).toBeGreaterThan(3);
	});

	it('finds nothing where nothing is but in one world of twenty at most', () => {
		const grid = weightsOf(city(10, 0).neighbours, 'row');
		const draw = seededRandom(5);
		let worlds = 0;
		for (let world = 0; world < 200; world++) {
			const noise = Float64Array.from({ length: 100 }, () => draw(1e6));
			const { p, threshold } = localTest(noise, grid, { seed: world, steps: [999, 9_999] });
			if (p.some((one) => one <= threshold)) worlds++;
		}
		// 5 % of 200 and 2.6 standard errors.
		expect(worlds).toBeLessThanOrEqual(18);
	});
});
