import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { datasetOf } from '#lib/domain/dataset-index.ts';
import { casesByAreaAndMonth } from '#lib/questions/cases-by-area-and-month.ts';
import { caseRow, casesCsv } from '#lib/ingest/small-folder.ts';
import { buildDataset } from './build.ts';
import { smallSource } from './small-source.ts';
import { summaryJson, summaryOf } from './summary.ts';

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

/** Six cases: one rejected, one set aside, four kept, of which three are resolved. */
const files = {
	'cases.csv': casesCsv([
		caseRow({ Case_No: '1' }),
		caseRow({ Case_No: '2', Way: 'visit' }),
		caseRow({ Case_No: '3', Closed: '06/01/2020 10:00:00 AM' }),
		caseRow({ Case_No: '4', Ending: 'broken off', Village: '' }),
		caseRow({ Case_No: '5', Opened: '01/01/2019 10:00:00 AM' }),
		caseRow({ Case_No: '6', People: 'two' })
	])
};

describe('the summary of a dataset', () => {
	it('counts tallies, areas and what became of every row', async () => {
		expect(summaryOf(await smallSource(files))).toEqual({
			dataset: 'small',
			tallies: { handled: 4, resolved: 3, quick_calls: 2 },
			areas: { village: 4, county: 2, city: 1 },
			account: {
				rows: 6,
				accepted: 4,
				rejected: 1,
				setAside: 1,
				notes: { area_stated: 3, area_from_point: 1, outside_period: 1 }
			}
		});
	});

	it('is one flat object for machines', async () => {
		expect(summaryJson(summaryOf(await smallSource(files)))).toEqual({
			dataset: 'small',
			handled: 4,
			resolved: 3,
			quick_calls: 2,
			areas: { village: 4, county: 2, city: 1 },
			rows: 6,
			accepted: 4,
			rejected: 1,
			set_aside: 1,
			notes: { area_stated: 3, area_from_point: 1, outside_period: 1 }
		});
	});

	it('counts what the engine counts from the same cases', async () => {
		const source = await smallSource(files);
		const { index } = await buildDataset(source, database);
		const { tallies } = await casesByAreaAndMonth(database, datasetOf(index), []);
		const sums = Object.entries(tallies).map(([name, counts]) => [
			name,
			counts.reduce((sum, count) => sum + count, 0)
		]);
		expect(Object.fromEntries(sums)).toEqual(summaryOf(source).tallies);
	});
});
