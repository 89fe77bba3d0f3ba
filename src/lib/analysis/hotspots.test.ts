import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rings } from '#lib/stats/contiguity.ts';
import { seededRandom } from '#lib/stats/seeded-random.ts';
import type { HotspotRequest, Scale } from './hotspot-request.ts';
import { hotspotsOf } from './hotspots.ts';

const SIDE = 12;

/** Squares of a chessboard, row by row. */
const board = (side: number): Rings[] =>
	Array.from({ length: side * side }, (_, i) => {
		const [x, y] = [i % side, Math.floor(i / side)];
		return [
			[
				[x, y],
				[x + 1, y],
				[x + 1, y + 1],
				[x, y + 1],
				[x, y]
			]
		];
	});
const squares = board(SIDE);
const block = [39, 40, 51, 52];

function scaleOf(counts: readonly number[], population = 1000): Scale {
	return {
		level: 'village',
		codes: counts.map((_, i) => `v${String(i)}`),
		lon: Float64Array.from(counts, (_, i) => 100 + (i % SIDE) / 50),
		lat: Float64Array.from(counts, (_, i) => 30 + Math.floor(i / SIDE) / 50),
		counts: Float64Array.from(counts),
		population: new Float64Array(counts.length).fill(population)
	};
}

/** Counts that vary as chance does, near 20; those of the block are as many times higher. */
function world(seed: number, times: number): number[] {
	const draw = seededRandom(seed);
	return squares.map((_, i) => {
		const mean = 20 * (block.includes(i) ? times : 1);
		// A sum of many small chances.
		let cases = 0;
		for (let one = 0; one < mean * 50; one++) if (draw(50) === 0) cases++;
		return cases;
	});
}

const asked = (
	main: Scale,
	part: Partial<HotspotRequest> = {}
): Omit<HotspotRequest, 'topology'> => ({
	main,
	other: undefined,
	overlap: [],
	withoutCampaigns: undefined,
	method: 'gi',
	seed: 1,
	...part
});
const find = (main: Scale, part: Partial<HotspotRequest> = {}, rings = squares) =>
	hotspotsOf(asked(main, part), { main: rings, other: undefined });

describe('hot spots', () => {
	const planted = world(5, 3);
	const result = find(scaleOf(planted));

	it('finds what was planted, with its figures, and that it stands', () => {
		const [first] = result.clusters;
		expect(first?.isHigh).toBe(true);
		expect(block.every((i) => first?.areas.includes(i))).toBe(true);
		const cases = first?.areas.reduce((sum, i) => sum + (planted[i] ?? 0), 0);
		expect(first?.cases).toBe(cases);
		const all = planted.reduce((sum, n) => sum + n, 0);
		expect(first?.expected).toBeCloseTo(((first?.areas.length ?? 0) * all) / planted.length, 9);
		expect(first?.ratio).toBeCloseTo((first?.cases ?? NaN) / (first?.expected ?? NaN), 12);
		expect(first?.low).toBeLessThan(first?.ratio ?? NaN);
		expect(first?.high).toBeGreaterThan(first?.ratio ?? NaN);
		expect(first?.draws).toBe(99_999);
		// By shared edges alone only half as many neighbours tell of a block of four: found in the middle, not around.
		expect(first?.stands).toMatchObject({ nearest: true, raw: true });
		expect(Object.keys(first?.stands ?? {})).toEqual(['rook', 'nearest', 'raw']);
		expect(result.tested).toBe(SIDE * SIDE);
	});

	it('says of a cluster that campaigns made that it does not stand without them', () => {
		const without = Float64Array.from(world(5, 1));
		const [first] = find(scaleOf(planted), { withoutCampaigns: without }).clusters;
		expect(first?.stands.no_campaigns).toBe(false);
		const [other] = find(scaleOf(planted), {
			withoutCampaigns: Float64Array.from(planted)
		}).clusters;
		expect(other?.stands.no_campaigns).toBe(true);
	});

	it('looks for it on another level too', () => {
		const quarter = SIDE / 2;
		const coarse = (i: number): number =>
			Math.floor(Math.floor(i / SIDE) / 2) * quarter + Math.floor((i % SIDE) / 2);
		const overlap = squares.map((_, i) => [coarse(i)]);
		const counts = new Array<number>(quarter * quarter).fill(0);
		planted.forEach((n, i) => (counts[coarse(i)] = (counts[coarse(i)] ?? 0) + n));
		const { clusters } = hotspotsOf(
			asked(scaleOf(planted), { other: scaleOf(counts, 4000), overlap }),
			{
				main: squares,
				other: board(quarter)
			}
		);
		expect(clusters[0]?.stands).toHaveProperty('other_level');
	});

	it('marks an area unlike its neighbours by local Moran only', () => {
		const odd = planted.map((n, i) => (i === 40 ? 2 : n));
		const moran = find(scaleOf(odd), { method: 'moran' });
		expect(moran.areas[40]).toMatchObject({ grade: 0, unlike: 'low-high' });
		expect(find(scaleOf(odd)).areas[40]?.unlike).toBeUndefined();
	});

	it('gives the same result for the same request, and tells how far it is', () => {
		const seen: number[][] = [];
		const again = hotspotsOf(
			asked(scaleOf(planted)),
			{ main: squares, other: undefined },
			(...how) => seen.push(how)
		);
		expect(again).toEqual(result);
		expect(seen).toEqual([1, 2, 3, 4].map((done) => [done, 4]));
	});

	it('finds the same in another order of areas, but for chance in the draws', () => {
		const order = squares.map((_, i) => (i * 7) % squares.length);
		expect(new Set(order).size).toBe(squares.length);
		const turned = find(
			scaleOf(order.map((i) => planted[i] ?? NaN)),
			{},
			order.map((i) => squares[i] ?? [])
		);
		const found = (turned.clusters[0]?.areas ?? []).map((i) => order[i] ?? NaN);
		expect(block.every((i) => found.includes(i))).toBe(true);
	});

	it.each<[string, Scale, Rings[], string | undefined]>([
		['no area', scaleOf([]), [], 'too_few_areas'],
		['one area', scaleOf([5]), squares.slice(0, 1), 'too_few_areas'],
		['nobody lives there', scaleOf(planted, 0), squares, 'too_few_areas'],
		['population is not known', scaleOf(planted, NaN), squares, 'too_few_areas'],
		['no case', scaleOf(planted.map(() => 0)), squares, 'no_cases'],
		['all rates are equal', scaleOf(planted.map(() => 9)), squares, 'all_equal']
	])('invents nothing where there is %s', (_, scale, rings, nothing) => {
		const found = find(scale, {}, rings);
		expect(found.nothing).toBe(nothing);
		expect(found.clusters).toEqual([]);
		expect(found.areas).toEqual(scale.codes.map(() => undefined));
	});

	it('does not test islands, and leaves areas without residents out', () => {
		const scale = scaleOf(planted);
		scale.population[0] = 0;
		const apart: Rings = [
			[
				[90, 90],
				[91, 90],
				[91, 91],
				[90, 90]
			]
		];
		const found = find(
			scale,
			{},
			squares.map((one, i) => (i === 143 ? apart : one))
		);
		expect(found.areas[0]).toBeUndefined();
		expect(found.areas[143]).toMatchObject({ grade: 0, p: undefined, draws: 0 });
		expect(found.tested).toBe(SIDE * SIDE - 2);
	});

	it('does not change with the unit of population', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 50 }), (times) => {
				const scaled = find(scaleOf(planted, 1000 * times));
				expect(scaled.areas.map((area) => area?.grade)).toEqual(
					result.areas.map((area) => area?.grade)
				);
			}),
			{ numRuns: 4, seed: 1 }
		);
	});
});
