import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { datasetOf } from '#lib/domain/dataset-index.ts';
import { casesByAreaAndMonth } from '#lib/questions/cases-by-area-and-month.ts';
import { caseRow, casesCsv, smallManifest } from '#lib/ingest/small-folder.ts';
import { buildDataset } from './build.ts';
import { figure, reportFiles, smallReport } from './small-report.ts';
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
			synthetic: true,
			counted: { from: '2020-01', to: '2020-12' },
			tallies: { handled: 4, resolved: 3, quick_calls: 2 },
			all: { handled: 4, resolved: 3, quick_calls: 2 },
			areas: { village: 4, county: 2, city: 1 },
			account: {
				rows: 6,
				accepted: 4,
				rejected: 1,
				setAside: 1,
				notes: { area_stated: 3, area_from_point: 1, outside_period: 1 }
			},
			tables: {}
		});
	});

	it('is one object for machines, with the tallies among its fields', async () => {
		expect(summaryJson(summaryOf(await smallSource(files)))).toEqual({
			dataset: 'small',
			synthetic: true,
			counted: { from: '2020-01', to: '2020-12' },
			handled: 4,
			resolved: 3,
			quick_calls: 2,
			all: { handled: 4, resolved: 3, quick_calls: 2 },
			areas: { village: 4, county: 2, city: 1 },
			rows: 6,
			accepted: 4,
			rejected: 1,
			set_aside: 1,
			notes: { area_stated: 3, area_from_point: 1, outside_period: 1 },
			tables: {}
		});
	});

	it('counts over the months of the report, else of the opening page', async () => {
		const opening = { ...smallManifest().opening, from: '2020-04', to: '2020-12' };
		const manifest = JSON.stringify({ ...smallManifest(), opening });
		const { tallies, all } = summaryOf(await smallSource({ ...files, 'dataset.json': manifest }));
		expect([tallies['handled'], all['handled']]).toEqual([0, 4]);
		const reported = summaryOf(await smallSource(reportFiles(smallReport([]))));
		expect(reported.counted).toEqual({ from: '2020-03', to: '2020-12' });
		expect([reported.tallies['handled'], reported.all['handled']]).toEqual([5, 6]);
	});

	it('says what the other tables hold on the data’s own day, and what the report says', async () => {
		const report = smallReport([
			figure('zones', 1, { table: 'zones', where: {} }, { of: 'not_given' })
		]);
		const summary = summaryOf(await smallSource(reportFiles(report)));
		const zones = { rows: 1, accepted: 1, rejected: 0 };
		expect(summary).toMatchObject({
			zones: 1,
			organisations: { coordination_centre: 1, people_mediation_committee: 2 },
			coverage: { people_mediation_committee: { village: { covered: 3, of: 4 } } },
			tables: { zones }
		});
		expect(summaryJson(summary)).toMatchObject({
			figures: [{ id: 'zones', printed: 1, counted: 1, denominator: null, equal: true }],
			tables: { zones }
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
		expect(Object.fromEntries(sums)).toEqual(summaryOf(source).all);
	});
});
