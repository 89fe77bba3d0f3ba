import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingCut, type Cut } from '#lib/domain/cut.ts';
import { datasetOf } from '#lib/domain/dataset-index.ts';
import { smallDataset, smallIndex } from '#lib/domain/small-dataset.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql } from '#lib/engine/sql.ts';
import { caseMeasures } from './case-measures.ts';

/** The small city with days, people, repeats and agreements that were kept or not. */
const city = (() => {
	const index = smallIndex();
	const { cases } = index.manifest;
	const mapping = {
		...cases,
		closed_on: { from: 'closed_on', format: 'YYYY-MM-DD' as const },
		people: { from: 'people' },
		codes: { ...cases.codes, repeat: { from: 'repeat' }, kept: { from: 'kept' } }
	};
	const list = (codes: string[]) => ({ codes, zh: codes, en: codes, parent: codes.map(() => -1) });
	return datasetOf({
		...index,
		manifest: { ...index.manifest, cases: mapping },
		codeLists: {
			...index.codeLists,
			repeat: list(['yes', 'no']),
			kept: list(['kept', 'partly', 'not_due', 'not'])
		}
	});
})();

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
	// Ten cases: nine closed after 1, 2, … 9 days, one closed before it was opened.
	await database.query(
		sql`CREATE TABLE cases AS SELECT
			(CASE WHEN i < 5 THEN 2 ELSE 5 END)::UTINYINT AS area,
			DATE '2020-08-01' AS opened_on,
			DATE '2020-08-01' + (CASE WHEN i = 9 THEN -1 ELSE i + 1 END)::INTEGER AS closed_on,
			(CASE WHEN i = 0 THEN NULL ELSE i END)::UINTEGER AS people,
			0::UTINYINT AS type,
			(i % 2)::UTINYINT AS outcome,
			(CASE WHEN i = 0 THEN NULL WHEN i < 3 THEN 0 ELSE 1 END)::UTINYINT AS "repeat",
			(CASE WHEN i < 4 THEN i ELSE NULL END)::UTINYINT AS kept
		FROM range(10) AS numbers(i)`
	);
});
afterAll(() => database.close());

const cut = openingCut(city);
const measured = (part: Partial<Cut>) => caseMeasures(database, city, { ...cut, ...part });

describe('measures of the rows', () => {
	it('are exact: quantiles between order statistics, sums, parts among those that state one', async () => {
		expect(await measured({})).toEqual({
			took: { n: 9, median: 5, p90: 8.2 },
			people: { n: 9, sum: 45 },
			parts: { repeat: { count: 2, of: 9 }, kept: { count: 1, of: 3 } }
		});
	});

	it('are of the cases that meet every condition', async () => {
		const picks = {
			area: { codes: ['10'], isExcluded: false },
			outcome: { codes: ['open'], isExcluded: true }
		};
		expect(await measured({ picks })).toMatchObject({
			took: { n: 3, median: 3, p90: 4.6 },
			people: { n: 2, sum: 6 }
		});
		expect(await measured({ area: '20' })).toMatchObject({ people: { n: 5, sum: 35 } });
	});

	it('are none where no case is', async () => {
		const none = { codes: ['family'], isExcluded: false };
		expect(await measured({ picks: { type: none } })).toEqual({
			took: undefined,
			people: undefined,
			parts: { repeat: { count: 0, of: 0 }, kept: { count: 0, of: 0 } }
		});
	});

	it('are not asked for where a city does not keep them', async () => {
		expect(await caseMeasures(database, smallDataset(), cut)).toEqual({
			took: undefined,
			people: undefined,
			parts: {}
		});
	});
});
