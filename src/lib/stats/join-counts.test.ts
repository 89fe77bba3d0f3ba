import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCounts, type JoinCount, type KindSampling } from './join-counts.ts';
import { weightsOf, type SpatialWeights } from './spatial-weights.ts';

const line = (n: number): number[][] =>
	Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n));

/** Columbus with crime above 35, as in the examples of `joincount.test` and `joincount.multi`. */
function columbus(): { kind: number[]; neighbours: number[][] } {
	const read = (name: string): unknown =>
		JSON.parse(readFileSync(`tests/reference/${name}.json`, 'utf8'));
	const { inputs } = read('lisa_columbus_CRIME') as { inputs: { ids: string[]; x: number[] } };
	const { expected } = read('weights_contiguity_columbus') as {
		expected: { queen: Record<string, string[]> };
	};
	return {
		kind: inputs.x.map((crime) => (crime > 35 ? 1 : 0)),
		neighbours: inputs.ids.map((id) =>
			(expected.queen[id] ?? []).map((name) => inputs.ids.indexOf(name))
		)
	};
}

/** Every way in which kinds can fall on areas, with how likely it is. */
function* fallsOf(
	kind: readonly number[],
	kinds: number,
	sampling: KindSampling
): Generator<readonly [fall: number[], chance: number]> {
	const counts = Array.from({ length: kinds }, (_, a) => kind.filter((one) => one === a).length);
	const n = kind.length;
	for (let code = 0; code < kinds ** n; code++) {
		const fall = Array.from({ length: n }, (_, i) => Math.floor(code / kinds ** i) % kinds);
		const chance = fall.reduce((all, a) => (all * (counts[a] ?? 0)) / n, 1);
		const isSame = counts.every((count, a) => fall.filter((one) => one === a).length === count);
		if (sampling === 'free') yield [fall, chance];
		else if (isSame) yield [fall, 1];
	}
}

function exactMoments(
	kind: readonly number[],
	kinds: number,
	weights: SpatialWeights,
	sampling: KindSampling,
	countOf: (fall: number[]) => number
): { expected: number; variance: number } {
	let [all, sum, squares] = [0, 0, 0];
	for (const [fall, chance] of fallsOf(kind, kinds, sampling)) {
		const count = countOf(fall);
		all += chance;
		sum += chance * count;
		squares += chance * count * count;
	}
	return { expected: sum / all, variance: squares / all - (sum / all) ** 2 };
}

describe('join counts', () => {
	it('are those that spdep prints for Columbus', () => {
		const { kind, neighbours } = columbus();
		const counts = joinCounts(kind, 2, weightsOf(neighbours, 'binary'));
		const printed = (one: JoinCount | undefined): string[] => [
			String(one?.count),
			one?.expected.toFixed(3) ?? '',
			one?.variance.toFixed(3) ?? '',
			one?.z.toFixed(4) ?? ''
		];
		const [low, mixed, high] = counts?.pairs ?? [];
		expect(printed(low)).toEqual(['35', '30.102', '19.247', '1.1164']);
		expect(printed(high)).toEqual(['54', '27.694', '18.219', '6.1630']);
		expect(printed(mixed)).toEqual(['29', '60.204', '26.630', '-6.0468']);
		expect(printed(counts?.unlike)).toEqual(['29', '60.204', '26.630', '-6.0468']);
	});

	it.each<[string, KindSampling, number[], number, number[][], 'binary' | 'row']>([
		['two kinds, places changed', 'nonfree', [0, 0, 1, 1, 0, 1, 0], 2, line(7), 'binary'],
		['two kinds, drawn anew', 'free', [0, 0, 1, 1, 0, 1, 0], 2, line(7), 'binary'],
		['three kinds', 'nonfree', [0, 0, 1, 1, 2, 2, 2], 3, line(7), 'row'],
		['three kinds, drawn anew', 'free', [0, 0, 1, 1, 2, 2, 2], 3, line(7), 'row'],
		['one-sided weights', 'nonfree', [0, 1, 1, 0, 2], 3, [[1, 2], [2], [3], [4], [0, 1]], 'row'],
		['two parts', 'nonfree', [0, 0, 1, 1, 2], 3, [[1], [0, 2], [1], [4], [3]], 'binary']
	])('have the moments of every way to fall: %s', (_, sampling, kind, kinds, lists, style) => {
		const weights = weightsOf(lists, style);
		const counts = joinCounts(kind, kinds, weights, sampling);
		const compare = (
			ours: JoinCount | undefined,
			of: (some: ReturnType<typeof joinCounts>) => number
		) => {
			const exact = exactMoments(kind, kinds, weights, sampling, (fall) =>
				of(joinCounts(fall, kinds, weights, sampling))
			);
			expect(ours?.expected).toBeCloseTo(exact.expected, 10);
			expect(ours?.variance).toBeCloseTo(exact.variance, 10);
		};
		counts?.pairs.forEach((pair, at) => {
			compare(pair, (some) => some?.pairs[at]?.count ?? NaN);
		});
		compare(counts?.unlike, (some) => some?.unlike.count ?? NaN);
	});

	it('leave islands out of everything', () => {
		const among = joinCounts([0, 1, 1, 0, 1], 2, weightsOf(line(5), 'binary'));
		const more = joinCounts([0, 1, 1, 0, 1, 0, 0], 2, weightsOf([...line(5), [], []], 'binary'));
		expect(more).toEqual(among);
	});

	it('of one kind are certain, and those of a kind that is nowhere are none', () => {
		for (const sampling of ['nonfree', 'free'] as const) {
			const counts = joinCounts([0, 0, 0, 0], 2, weightsOf(line(4), 'binary'), sampling);
			expect(counts?.pairs[0]).toEqual({ a: 0, b: 0, count: 3, expected: 3, variance: 0, z: NaN });
			expect(counts?.pairs[2]).toEqual({ a: 1, b: 1, count: 0, expected: 0, variance: 0, z: NaN });
			expect(counts?.unlike).toEqual({ count: 0, expected: 0, variance: 0, z: NaN });
		}
	});

	it.each<[string, number[], number[][]]>([
		['no area', [], []],
		['one area', [0], [[]]],
		['three areas', [0, 1, 0], line(3)],
		['only islands', [0, 1, 0, 1, 1], [[], [], [], [], []]]
	])('are undefined for %s', (_, kind, lists) => {
		expect(joinCounts(kind, 2, weightsOf(lists, 'row'))).toBeUndefined();
	});

	it.each<[string, number[], number[][]]>([
		['a missing kind', [0, NaN, 1, 0], line(4)],
		['half a kind', [0, 0.5, 1, 0], line(4)],
		['a kind too many', [0, 2, 1, 0], line(4)],
		['lists of unlike length', [0, 1, 1], line(4)],
		['an area that neighbours itself', [0, 1, 1, 0], [[0, 1], [0], [3], [2]]]
	])('refuse %s', (_, kind, lists) => {
		expect(() => joinCounts(kind, 2, weightsOf(lists, 'row'))).toThrow(RangeError);
	});

	it('do not depend on the order of areas, go with the unit of weights, and add up to all joins', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 20 }),
				fc.integer({ min: 2, max: 9 }),
				(kind, unit) => {
					const weights = weightsOf(line(kind.length), 'row');
					const own = joinCounts(kind, 3, weights);
					const turned = joinCounts(kind.toReversed(), 3, weights);
					const heavier = { ...weights, weight: weights.weight.map((w) => w * unit) };
					const scaled = joinCounts(kind, 3, heavier);
					own?.pairs.forEach((pair, at) => {
						expect(turned?.pairs[at]?.count).toBeCloseTo(pair.count, 10);
						expect(scaled?.pairs[at]?.count).toBeCloseTo(pair.count * unit, 8);
						if (pair.variance > 0) expect(scaled?.pairs[at]?.z).toBeCloseTo(pair.z, 8);
					});
					const all = own?.pairs.reduce((sum, { count }) => sum + count, 0);
					expect(all).toBeCloseTo(kind.length / 2, 10);
				}
			),
			{ seed: 42, numRuns: 60 }
		);
	});
});
