import { describe, expect, it } from 'vitest';
import { planarPlaces } from './places.ts';
import { aliasTable, drawCounts } from './alias-table.ts';
import { seededRandom } from './seeded-random.ts';
import { spaceTimeScan, type ScanCluster } from './space-time-scan.ts';

const AREAS = 30;
const PERIODS = 8;
const CASES = 200;
const WORLDS = 200;
const DRAWS = 99;
/** A second or two of work, and more on a busy machine. */
const BUSY = { timeout: 60_000 };

/** What a scan finds in a world where `CASES` fall by chance, `times` as likely as elsewhere in area 0 at the end. */
function strongest(world: number, isProspective: boolean, times = 1): ScanCluster | undefined {
	const draw = seededRandom(1000 + world);
	const some = (): number[] => Array.from({ length: AREAS }, () => draw(1000));
	const places = planarPlaces(some(), some());
	const population = some().map((people) => 200 + people);
	const expected = Float64Array.from({ length: AREAS * PERIODS }, (_, cell) => {
		return (population[Math.floor(cell / PERIODS)] ?? 0) * (4 + (cell % PERIODS));
	});
	const truth = expected.map((few, cell) =>
		cell < PERIODS && cell >= PERIODS - 3 ? few * times : few
	);
	const cases = new Int32Array(expected.length);
	drawCounts(aliasTable(truth), CASES, draw, cases);
	const counted = { places, population, cases, expected, periods: PERIODS, longest: 4 };
	const found = spaceTimeScan({ ...counted, isProspective, draws: DRAWS, seed: world, most: 1 });
	return found?.clusters[0];
}

describe.each([
	['any time', false],
	['the end', true]
])('scans for clusters at %s', (_, isProspective) => {
	const worlds = Array.from({ length: WORLDS }, (__, world) => world);

	it(
		'find one at 5 % in five worlds of chance of a hundred, and any p as often as any other',
		BUSY,
		() => {
			const p = worlds
				.map((world) => strongest(world, isProspective)?.p ?? 1)
				.sort((a, b) => a - b);
			// 10 of 200 are expected; a binomial count strays to 4 or 17 once in 40 times each way.
			const found = p.filter((one) => one <= 0.05).length;
			expect(found).toBeGreaterThan(4);
			expect(found).toBeLessThan(17);
			// Kolmogorov and Smirnov at 5 %, and the step of 1 ÷ (redraws + 1) that p goes by.
			const apart = p.map((one, i) => Math.max((i + 1) / WORLDS - one, one - i / WORLDS));
			expect(Math.max(...apart)).toBeLessThan(1.358 / Math.sqrt(WORLDS) + 1 / (DRAWS + 1));
		}
	);

	it('find one that is there nearly always, and find it where it is', BUSY, () => {
		const found = worlds.slice(0, 40).map((world) => strongest(world, isProspective, 12));
		const right = found.filter((one) => one && one.p <= 0.05 && one.areas.includes(0));
		expect(right.length).toBeGreaterThanOrEqual(36);
	});
});
