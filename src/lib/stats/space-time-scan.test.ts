import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planarPlaces } from './places.ts';
import { likelihoodRatio } from './scan-ratio.ts';
import { spaceTimeScan, type Scan, type ScanQuestion } from './space-time-scan.ts';

const fixed = { seed: 42, numRuns: 150 };

interface World {
	readonly x: number[];
	readonly y: number[];
	readonly population: number[];
	readonly cases: number[];
	readonly expected: number[];
	readonly periods: number;
	readonly longest: number;
	readonly isProspective: boolean;
	readonly share: number;
}

/** Few areas on few places, so that many lie together or equally far; some without people. */
const world: fc.Arbitrary<World> = fc
	.record({ areas: fc.integer({ min: 1, max: 9 }), periods: fc.integer({ min: 1, max: 5 }) })
	.chain(({ areas, periods }) => {
		const all = (one: fc.Arbitrary<number>, length: number): fc.Arbitrary<number[]> =>
			fc.array(one, { minLength: length, maxLength: length });
		return fc.record({
			x: all(fc.integer({ min: 0, max: 4 }), areas),
			y: all(fc.integer({ min: 0, max: 4 }), areas),
			population: all(fc.integer({ min: 0, max: 5 }), areas),
			season: all(fc.integer({ min: 1, max: 3 }), periods),
			drawn: all(fc.integer({ min: 0, max: 4 }), areas * periods),
			periods: fc.constant(periods),
			longest: fc.integer({ min: 1, max: periods }),
			isProspective: fc.boolean(),
			share: fc.constantFrom(0.3, 0.5, 1)
		});
	})
	.map(({ season, drawn, ...given }) => {
		const expected = given.population.flatMap((people) => season.map((times) => people * times));
		return { ...given, expected, cases: drawn.map((n, i) => (expected[i] ? n : 0)) };
	});

function scanOf({ x, y, ...given }: World, more: Partial<ScanQuestion> = {}): Scan {
	const found = spaceTimeScan({ places: planarPlaces(x, y), seed: 7, draws: 9, ...given, ...more });
	if (!found) throw new Error('Nobody stops it.');
	return found;
}

/** The greatest ratio and how many windows have more cases than expected: by looking at each, sets written out. */
function byHand(given: World, cases: readonly number[]): { greatest: number; positive: number } {
	const { x, y, population, expected, periods, longest, isProspective, share } = given;
	const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
	const all = sum(cases);
	const scale = all / sum(expected);
	let [greatest, positive] = [0, 0];
	const squared = (i: number, j: number): number =>
		((x[i] ?? NaN) - (x[j] ?? NaN)) ** 2 + ((y[i] ?? NaN) - (y[j] ?? NaN)) ** 2;
	x.forEach((_, centre) => {
		const distances = [...new Set(x.map((__, j) => squared(centre, j)))];
		for (const radius of distances) {
			const inside = x.flatMap((__, j) => (squared(centre, j) <= radius ? [j] : []));
			if (sum(inside.map((j) => population[j] ?? NaN)) > share * sum(population)) continue;
			for (let to = isProspective ? periods : 1; to <= periods; to++) {
				for (let from = Math.max(0, to - longest); from < to; from++) {
					const cells = inside.flatMap((j) =>
						Array.from({ length: to - from }, (__, k) => j * periods + from + k)
					);
					const c = sum(cells.map((cell) => cases[cell] ?? NaN));
					const e = scale * sum(cells.map((cell) => expected[cell] ?? NaN));
					if (c > e + 1e-9) positive++;
					greatest = Math.max(greatest, c > e + 1e-9 ? likelihoodRatio(c, e, all) : 0);
				}
			}
		}
	});
	return { greatest, positive };
}

describe('a scan of space and time', () => {
	it('finds what looking at each window finds', () => {
		fc.assert(
			fc.property(world, (given) => {
				const { greatest } = byHand(given, given.cases);
				const found = scanOf(given).clusters[0]?.ratio ?? 0;
				expect(found).toBeCloseTo(greatest, 7);
			}),
			fixed
		);
	});

	it('counts the windows with more cases than expected as often as centres give them', () => {
		fc.assert(
			fc.property(world, (given) => {
				expect(scanOf(given).positive).toBe(byHand(given, given.cases).positive);
			}),
			fixed
		);
	});

	it('tells clusters that share no area, the strongest first, with figures that are those of their windows', () => {
		fc.assert(
			fc.property(world, (given) => {
				const { clusters } = scanOf(given, { most: 4 });
				const seen = new Set<number>();
				let before = Infinity;
				for (const one of clusters) {
					const { areas, first, last, ratio } = one;
					expect(ratio).toBeLessThanOrEqual(before * (1 + 1e-9));
					before = ratio;
					let cases = 0;
					for (const area of areas) {
						expect(seen.has(area)).toBe(false);
						seen.add(area);
						for (let t = first; t <= last; t++)
							cases += given.cases[area * given.periods + t] ?? NaN;
					}
					expect(one.cases).toBe(cases);
					expect(one.recurrence).toBeCloseTo(1 / one.p, 12);
					if (given.isProspective) expect(last).toBe(given.periods - 1);
					expect(last - first).toBeLessThan(given.longest);
				}
			}),
			fixed
		);
	});

	it('does not mind the order of areas, nor the unit of distance, population and what is expected', () => {
		fc.assert(
			fc.property(world, fc.constantFrom(2, 0.25, 1024), (given, unit) => {
				const rows = <T>(cells: readonly T[]): T[] =>
					given.x.flatMap((_, i) => {
						const from = (given.x.length - 1 - i) * given.periods;
						return cells.slice(from, from + given.periods);
					});
				const turned = {
					...given,
					x: given.x.map((x) => x * unit).reverse(),
					y: given.y.map((y) => y * unit).reverse(),
					population: given.population.map((people) => people * unit).reverse(),
					cases: rows(given.cases),
					expected: rows(given.expected.map((few) => few * unit))
				};
				const [one, other] = [scanOf(given), scanOf(turned)];
				expect(other.windows).toBe(one.windows);
				expect(other.positive).toBe(one.positive);
				expect(other.clusters[0]?.ratio ?? 0).toBeCloseTo(one.clusters[0]?.ratio ?? 0, 9);
			}),
			fixed
		);
	});
});

/** Four areas on a line over three periods, the last one with cases of its own at the end. */
const line: World = {
	x: [0, 1, 2, 3],
	y: [0, 0, 0, 0],
	population: [10, 10, 10, 10],
	cases: [1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1, 9],
	expected: new Array<number>(12).fill(1),
	periods: 3,
	longest: 2,
	isProspective: false,
	share: 0.5
};

describe('a scan of a line of areas', () => {
	it('finds where and when, in words that can be checked by hand', () => {
		const { clusters, windows, greatest } = scanOf(line, { draws: 99 });
		// Of 17 cases 1.42 are expected in a cell.
		const [c, e, all] = [9, 17 / 12, 17];
		const ratio = c * Math.log(c / e) + (all - c) * Math.log((all - c) / (all - e));
		expect(clusters[0]).toMatchObject({ centre: 3, radius: 0, first: 2, last: 2, cases: 9 });
		expect([...(clusters[0]?.areas ?? [])]).toEqual([3]);
		expect(clusters[0]?.expected).toBeCloseTo(e, 12);
		expect(clusters[0]?.ratio).toBeCloseTo(ratio, 12);
		expect(clusters[0]?.relativeRisk).toBeCloseTo(c / e / ((all - c) / (all - e)), 12);
		expect(clusters[0]?.p).toBe((1 + greatest.filter((one) => one >= ratio).length) / 100);
		// The areas one by one and two pairs, each pair from two centres; three stretches of one period, two of two.
		expect(windows).toBe(6 * 5);
	});

	it('gives the same answer with the same seed, and says how far it is', () => {
		const seen: number[] = [];
		const onProgress = (done: number, draws: number): void => void seen.push(done, draws);
		const one = scanOf(line, { onProgress });
		expect(scanOf(line)).toEqual(one);
		expect(seen.slice(-2)).toEqual([9, 9]);
	});

	it('stops when asked', () => {
		let asked = 0;
		const places = planarPlaces(line.x, line.y);
		const stopped = { ...line, places, seed: 1, shouldStop: () => ++asked > 3 };
		expect(spaceTimeScan(stopped)).toBeUndefined();
		expect(asked).toBe(4);
	});

	it('takes of windows as good the one that is nearer to the end', () => {
		const cases = [0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 5];
		expect(scanOf({ ...line, cases, longest: 1 }).clusters[0]).toMatchObject({ first: 2, last: 2 });
	});

	it('has no risk to compare with where all cases are inside', () => {
		const cases = line.cases.map((_, cell) => (cell === 11 ? 4 : 0));
		expect(scanOf({ ...line, cases }).clusters[0]?.relativeRisk).toBeUndefined();
	});

	it('lets areas of nobody in, which change nothing', () => {
		const found = scanOf({
			...line,
			population: [10, 10, 0, 10],
			cases: [1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 1, 9],
			expected: [1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1]
		});
		expect([...(found.clusters[0]?.areas ?? [])]).toEqual([3]);
		expect(found.clusters.every(({ ratio }) => Number.isFinite(ratio))).toBe(true);
	});
});

describe('a scan without a cluster', () => {
	const nothing = { x: [0], y: [0], periods: 1, longest: 1, isProspective: false, share: 0.5 };
	const two = { ...nothing, x: [0, 1], y: [0, 0] };
	it.each<[string, World]>([
		['no areas', { ...nothing, x: [], y: [], population: [], cases: [], expected: [] }],
		['one area', { ...nothing, population: [5], cases: [3], expected: [1] }],
		['no cases', { ...two, population: [5, 5], cases: [0, 0], expected: [1, 1] }],
		['nothing at all', { ...two, population: [0, 0], cases: [0, 0], expected: [0, 0] }],
		['as many everywhere', { ...two, population: [5, 5], cases: [3, 3], expected: [1, 1] }],
		[
			'both areas on one place',
			{ ...two, x: [1, 1], population: [5, 5], cases: [3, 9], expected: [1, 1] }
		]
	])('%s', (_, given) => {
		expect(scanOf(given)).toMatchObject({
			clusters: [],
			positive: 0,
			greatest: new Float64Array(0)
		});
	});
});

describe('a scan of what is no data', () => {
	it.each<[string, Partial<World>, string, number | undefined]>([
		['a place without coordinates', { x: [0, NaN, 2, 3] }, 'place-missing', 1],
		['too few populations', { population: [10] }, 'lengths-differ', undefined],
		['a missing population', { population: [10, 10, NaN, 10] }, 'not-finite', 2],
		['a negative population', { population: [10, -1, 10, 10] }, 'negative', 1],
		['too few cases', { cases: [1] }, 'lengths-differ', undefined],
		['a missing count', { cases: line.cases.with(4, NaN) }, 'not-finite', 4],
		['a negative count', { cases: line.cases.with(4, -1) }, 'negative', 4],
		['a count that is not whole', { cases: line.cases.with(4, 0.5) }, 'out-of-range', 4],
		['an endless expectation', { expected: line.expected.with(7, Infinity) }, 'not-finite', 7],
		[
			'cases where none are expected',
			{ expected: line.expected.with(0, 0) },
			'cases-without-expected',
			0
		],
		['no periods', { periods: 0 }, 'out-of-range', undefined],
		['windows longer than time', { longest: 4 }, 'out-of-range', undefined],
		['a share of nothing', { share: 0 }, 'out-of-range', undefined],
		['more than the population', { share: 1.1 }, 'out-of-range', undefined],
		['a share that is missing', { share: NaN }, 'out-of-range', undefined]
	])('is refused: %s', (_, wrong, code, at) => {
		expect(() => scanOf({ ...line, ...wrong })).toThrow(expect.objectContaining({ code, at }));
	});
});
