import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knox, type KnoxQuestion } from './knox.ts';
import { planarPlaces } from './places.ts';

const events = fc.array(
	fc.record({
		x: fc.integer({ min: 0, max: 6 }),
		y: fc.integer({ min: 0, max: 6 }),
		t: fc.integer({ min: 0, max: 9 })
	}),
	{ minLength: 2, maxLength: 20 }
);
type Events = readonly { readonly x: number; readonly y: number; readonly t: number }[];

function questionOf(some: Events, unit = 1, draws = 19): KnoxQuestion {
	const places = planarPlaces(
		some.map(({ x }) => x * unit),
		some.map(({ y }) => y * unit)
	);
	const times = Float64Array.from(some, ({ t }) => t * unit);
	return { places, times, near: 2 * unit, soon: 1 * unit, draws, seed: 5 };
}

/** Every order of the numbers below n. */
function ordersOf(n: number): number[][] {
	if (n === 0) return [[]];
	return ordersOf(n - 1).flatMap((order) =>
		Array.from({ length: n }, (_, at) => order.toSpliced(at, 0, n - 1))
	);
}

describe("Knox's test", () => {
	it('counts the pairs that trying all gives', () => {
		fc.assert(
			fc.property(events, (some) => {
				const pairs = some.flatMap((one, i) =>
					some.slice(i + 1).map((other) => [one, other] as const)
				);
				const near = pairs.filter(([a, b]) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 <= 4);
				const soon = pairs.filter(([a, b]) => Math.abs(a.t - b.t) <= 1);
				const both = near.filter((pair) => soon.includes(pair));
				expect(knox(questionOf(some))).toMatchObject({
					both: both.length,
					nearPairs: near.length,
					soonPairs: soon.length,
					pairs: pairs.length
				});
			}),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('has the mean and the variance of all orders of the times', () => {
		fc.assert(
			fc.property(
				events.filter(({ length }) => length <= 6),
				(some) => {
					const counts = ordersOf(some.length).map((order) => {
						const mixed = some.map((one, i) => ({ ...one, t: some[order[i] ?? -1]?.t ?? NaN }));
						return knox(questionOf(mixed, 1, 0))?.both ?? NaN;
					});
					const mean = counts.reduce((all, one) => all + one, 0) / counts.length;
					const squares = counts.reduce((all, one) => all + (one - mean) ** 2, 0) / counts.length;
					const found = knox(questionOf(some));
					expect(found?.expected).toBeCloseTo(mean, 9);
					expect(found?.variance).toBeCloseTo(squares, 9);
				}
			),
			{ seed: 42, numRuns: 15 }
		);
	});

	it('does not mind the order of events nor the units', () => {
		fc.assert(
			fc.property(events, fc.constantFrom(2, 0.5), (some, unit) => {
				const [one, other] = [knox(questionOf(some)), knox(questionOf(some.toReversed(), unit))];
				expect({ ...other, p: 0 }).toEqual({ ...one, p: 0 });
				expect(knox(questionOf(some, unit))?.p).toBe(one?.p);
			}),
			{ seed: 42, numRuns: 60 }
		);
	});

	it.each<[string, Events, object | undefined]>([
		['no events', [], undefined],
		['one event', [{ x: 0, y: 0, t: 0 }], undefined],
		[
			'two that are far apart',
			[
				{ x: 0, y: 0, t: 0 },
				{ x: 9, y: 0, t: 0 }
			],
			{ both: 0, expected: 0, variance: 0, z: NaN, poissonP: 1, p: 1 }
		],
		[
			'three of the same place and time',
			Array.from({ length: 3 }, () => ({ x: 1, y: 1, t: 1 })),
			{ both: 3, expected: 3, variance: 0, z: NaN, p: 1 }
		]
	])('of %s', (_, some, found) => {
		if (found) expect(knox(questionOf(some))).toMatchObject(found);
		else expect(knox(questionOf(some))).toBeUndefined();
	});

	it('stops when asked, and says how far it is', () => {
		const some = [
			{ x: 0, y: 0, t: 0 },
			{ x: 1, y: 0, t: 0 }
		];
		const seen: number[] = [];
		const onProgress = (done: number): void => void seen.push(done);
		const shouldStop = (): boolean => seen.length === 3;
		expect(knox({ ...questionOf(some), onProgress, shouldStop })).toBeUndefined();
		expect(seen).toEqual([1, 2, 3]);
	});

	it.each<[string, Partial<KnoxQuestion>, string]>([
		['a missing place', { places: planarPlaces([0, NaN], [0, 0]) }, 'place-missing'],
		['a missing time', { times: Float64Array.of(0, NaN) }, 'not-finite'],
		['too few times', { times: Float64Array.of(0) }, 'lengths-differ'],
		['a distance below 0', { near: -1 }, 'out-of-range'],
		['a time span that is missing', { soon: NaN }, 'out-of-range']
	])('refuses %s', (_, wrong, code) => {
		const some = [
			{ x: 0, y: 0, t: 0 },
			{ x: 1, y: 0, t: 0 }
		];
		expect(() => knox({ ...questionOf(some), ...wrong })).toThrow(
			expect.objectContaining({ code })
		);
	});
});
