import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planarPlaces } from './places.ts';
import { bestWindows } from './scan-clusters.ts';
import { ScanCounts } from './scan-counts.ts';
import { ExpectedLimits } from './scan-ratio.ts';
import { ScanSearch } from './scan-search.ts';
import { scanWindows } from './scan-windows.ts';
import { scanZones } from './scan-zones.ts';
import { seededRandom } from './seeded-random.ts';

/** A city of many areas, some without people, and counts that are few or many, even or in heaps. */
const city = fc.record({
	seed: fc.integer({ min: 1, max: 1e6 }),
	areas: fc.integer({ min: 2, max: 40 }),
	periods: fc.integer({ min: 1, max: 14 }),
	longest: fc.integer({ min: 1, max: 14 }),
	isProspective: fc.boolean(),
	share: fc.constantFrom(0.2, 0.5, 1),
	all: fc.constantFrom(1, 20, 300, 5000),
	isHeaped: fc.boolean()
});

describe('the search for the greatest ratio', () => {
	it('finds what looking at every window finds, again and again', () => {
		fc.assert(
			fc.property(
				city,
				({ seed, areas, periods, longest, isProspective, share, all, isHeaped }) => {
					const draw = seededRandom(seed);
					const some = (limit: number): number[] =>
						Array.from({ length: areas }, () => draw(limit));
					const places = planarPlaces(some(30), some(30));
					const population = [...some(6).slice(1), 1];
					const cells = areas * periods;
					const weights = Float64Array.from({ length: cells }, (_, cell) => {
						return (population[Math.floor(cell / periods)] ?? 0) * (1 + draw(3));
					});
					const sum = weights.reduce((total, one) => total + one, 0);
					const expected = weights.map((one) => (one / sum) * all);
					const zones = scanZones(places, population, share);
					const length = Math.min(longest, periods);
					const windows = scanWindows(zones, expected, periods, length, isProspective);
					const limits = new ExpectedLimits(all);
					const search = new ScanSearch(windows, limits, all);
					const counts = new ScanCounts(windows);
					const open = Array.from(expected.keys()).filter((cell) => (expected[cell] ?? 0) > 0);
					for (let again = 0; again < 4; again++) {
						const cases = new Int32Array(cells);
						for (let one = 0; one < all; one++) {
							const among = isHeaped ? 1 + draw(open.length) : open.length;
							const cell = open[draw(among)] ?? 0;
							cases[cell] = (cases[cell] ?? 0) + 1;
						}
						counts.fill(cases);
						const { ratio } = bestWindows(windows, counts, limits, all);
						const greatest = ratio.reduce((most, one) => Math.max(most, one), 0);
						const found = search.greatest(counts);
						expect(Math.abs(found - greatest)).toBeLessThanOrEqual(1e-9 * (1 + greatest));
					}
				}
			),
			{ seed: 42, numRuns: 150 }
		);
	});
});
