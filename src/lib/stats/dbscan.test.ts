import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dbscan } from './dbscan.ts';
import { type Places, planarPlaces, spherePlaces } from './places.ts';

const points = fc.array(
	fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
	{ maxLength: 30 }
);
const placesOf = (some: readonly (readonly [number, number])[], unit = 1): Places =>
	planarPlaces(
		some.map(([x]) => x * unit),
		some.map(([, y]) => y * unit)
	);

/** Cores, and which of them hang together, by trying all pairs. */
function byHand(
	places: Places,
	reach: number,
	least: number
): { cores: number[]; leader: number[] } {
	const all = Array.from({ length: places.size }, (_, i) => i);
	const near = (i: number, j: number): boolean => places.distance(i, j) <= reach;
	const cores = all.filter((i) => all.filter((j) => near(i, j)).length >= least);
	const leader = [...all];
	for (let again = 0; again < cores.length; again++) {
		for (const i of cores) {
			for (const j of cores) {
				if (near(i, j)) leader[i] = Math.min(leader[i] ?? i, leader[j] ?? j);
			}
		}
	}
	return { cores, leader };
}

describe('DBSCAN', () => {
	it('finds the cores, clusters, borders and noise that trying all pairs gives', () => {
		fc.assert(
			fc.property(
				points,
				fc.integer({ min: 0, max: 4 }),
				fc.integer({ min: 1, max: 5 }),
				(some, reach, least) => {
					const places = placesOf(some);
					const found = dbscan(places, reach, least);
					const { cores, leader } = byHand(places, reach, least);
					expect(some.flatMap((_, i) => (found.isCore[i] === true ? [i] : []))).toEqual(cores);
					const leaders = [...new Set(cores.map((i) => leader[i]))];
					expect(found.clusters).toBe(leaders.length);
					for (const i of cores) expect(found.cluster[i]).toBe(leaders.indexOf(leader[i]));
					some.forEach((_, i) => {
						if (cores.includes(i)) return;
						const near = cores.filter((j) => places.distance(i, j) <= reach);
						const nearest = Math.min(...near.map((j) => places.distance(i, j)));
						const allowed = near
							.filter((j) => places.distance(i, j) === nearest)
							.map((j) => leaders.indexOf(leader[j]));
						expect(found.cluster[i]).toBe(near.length > 0 ? Math.min(...allowed) : -1);
					});
				}
			),
			{ seed: 42, numRuns: 200 }
		);
	});

	it('does not mind the order of points nor the unit of distance', () => {
		fc.assert(
			fc.property(points, fc.constantFrom(2, 0.25), (some, unit) => {
				const one = dbscan(placesOf(some), 2, 3);
				const other = dbscan(placesOf(some.toReversed(), unit), 2 * unit, 3);
				expect(other.clusters).toBe(one.clusters);
				expect([...other.isCore].reverse()).toEqual(one.isCore);
				const isNoise = (cluster: Int32Array): boolean[] =>
					Array.from(cluster, (own) => own === -1);
				expect(isNoise(other.cluster).reverse()).toEqual(isNoise(one.cluster));
			}),
			{ seed: 42, numRuns: 100 }
		);
	});

	it.each<[string, [number, number][], number, number, number[]]>([
		['no points', [], 1, 3, []],
		[
			'fewer points than needed',
			[
				[0, 0],
				[0, 1]
			],
			5,
			3,
			[-1, -1]
		],
		[
			'points on one place',
			[
				[1, 1],
				[1, 1],
				[1, 1]
			],
			0,
			3,
			[0, 0, 0]
		],
		[
			'each by itself where one is enough',
			[
				[0, 0],
				[9, 9]
			],
			1,
			1,
			[0, 1]
		],
		[
			'a point at exactly the reach',
			[
				[0, 0],
				[3, 4]
			],
			5,
			2,
			[0, 0]
		]
	])('of %s', (_, some, reach, least, cluster) => {
		expect([...dbscan(placesOf(some), reach, least).cluster]).toEqual(cluster);
	});

	it.each<[string, Places, number, number, string]>([
		['a point without coordinates', planarPlaces([0, NaN], [0, 0]), 1, 1, 'place-missing'],
		['a reach below 0', planarPlaces([0], [0]), -1, 1, 'out-of-range'],
		['a reach that is missing', planarPlaces([0], [0]), NaN, 1, 'out-of-range'],
		['a least below 1', planarPlaces([0], [0]), 1, 0, 'out-of-range']
	])('refuses %s', (_, places, reach, least, code) => {
		expect(() => dbscan(places, reach, least)).toThrow(expect.objectContaining({ code }));
	});

	it('measures over the date line', () => {
		const { cluster } = dbscan(spherePlaces([179.9, -179.9, 0], [10, 10, 10]), 25, 2);
		expect([...cluster]).toEqual([0, 0, -1]);
	});
});
