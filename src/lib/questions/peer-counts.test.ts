import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingCut } from '#lib/domain/cut.ts';
import { datasetOf } from '#lib/domain/dataset-index.ts';
import { smallIndex } from '#lib/domain/small-dataset.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql } from '#lib/engine/sql.ts';
import { areaParts } from './area-parts.ts';
import { peerCounts } from './peer-counts.ts';

const city = (() => {
	const index = smallIndex();
	const { cases } = index.manifest;
	const closed_on = { from: 'closed_on', format: 'YYYY-MM-DD' as const };
	return datasetOf({
		...index,
		manifest: { ...index.manifest, cases: { ...cases, closed_on } }
	});
})();
const cut = openingCut(city);

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
	// Twenty cases: even ones in north-a, odd ones in south-a, closed after 0, 1, … 19 days; one known only to the city.
	await database.query(
		sql`CREATE TABLE cases AS SELECT
			(CASE WHEN i = 20 THEN 0 WHEN i % 2 = 0 THEN 2 ELSE 5 END)::UTINYINT AS area,
			DATE '2020-08-01' AS opened_on,
			DATE '2020-08-01' + i::INTEGER AS closed_on,
			(CASE WHEN i < 4 THEN 1 ELSE 3 END)::UTINYINT AS type,
			(i % 4 // 3)::UTINYINT AS outcome
		FROM range(21) AS numbers(i)`
	);
});
afterAll(() => database.close());

describe('peers of a level', () => {
	it('are all its areas with their cases, those without any as zeros', async () => {
		const counts = await peerCounts(database, city, cut, 1);
		expect(counts.map(({ position }) => position)).toEqual([1, 4, 6, 7]);
		// North: 0, 2, … 18 days; south: 1, 3, … 19. Of all twenty the median is 9.5.
		expect(counts[0]).toMatchObject({ closed: 10, median: 9, long: 5 });
		expect(counts[1]).toMatchObject({ closed: 10, median: 10, long: 5 });
		expect(counts[0]?.tallies).toEqual({ handled: 10, resolved: 10 });
		expect(counts[1]?.tallies).toEqual({ handled: 10, resolved: 5 });
		expect(counts[2]).toMatchObject({ closed: 0, median: undefined, low: undefined });
	});

	it('have an interval of the median by ranks: the first and the tenth of ten', async () => {
		const [north] = await peerCounts(database, city, cut, 1);
		// floor(5 − 0.98 √10) = 1, ceil(5 + 0.98 √10) + 1 = 10.
		expect(north).toMatchObject({ low: 0, high: 18 });
	});

	it('follow the period and what was picked', async () => {
		const picks = { type: { codes: ['land'], isExcluded: false } };
		const counts = await peerCounts(database, city, { ...cut, picks }, 1);
		expect(counts.map(({ closed }) => closed)).toEqual([2, 2, 0, 0]);
		const none = await peerCounts(database, city, { ...cut, span: { first: 0, last: 1 } }, 1);
		expect(none.every(({ closed }) => closed === 0)).toBe(true);
	});
});

describe('the parts of an area', () => {
	it('are its types beside those of the city, and its months', async () => {
		const parts = await areaParts(database, city, cut, '10');
		expect(parts.types).toEqual([
			{ type: 3, own: 8, all: 17 },
			{ type: 1, own: 2, all: 4 }
		]);
		expect([parts.own, parts.all]).toEqual([10, 21]);
		expect(parts.months[5]).toBe(10);
	});
});
