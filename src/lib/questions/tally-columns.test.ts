import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql } from '#lib/engine/sql.ts';
import { tallyColumns } from './tally-columns.ts';

const name = { zh: '名', en: 'Name' };

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
	// Outcome 0 is resolved, 1 open; types 1 and 2 lie under 0. One case says nothing of either.
	await database.query(
		sql`CREATE TABLE cases AS SELECT * FROM (VALUES
			(0, 1), (0, 2), (1, 1), (1, 3), (NULL, 1), (0, NULL), (NULL, NULL)
		) AS t(outcome, type)`
	);
});
afterAll(() => database.close());

function datasetWith(where: Record<string, string[]>): Dataset {
	const dataset = smallDataset();
	dataset.index.manifest.tallies = [{ id: 'tally', name, where }];
	return dataset;
}

describe('a column of counts', () => {
	it.each<[string, Record<string, string[]>, number]>([
		['of all cases', {}, 7],
		['of one code', { outcome: ['resolved'] }, 3],
		['of several codes of one column', { outcome: ['resolved', 'open'] }, 5],
		['of codes in two columns, both must hold', { outcome: ['open'], type: ['land_border'] }, 1],
		['of a code that no case has', { type: ['07.1'] }, 0],
		['of a group counts only what is coded as the group itself', { type: ['land'] }, 0],
		['of a code that the list does not have', { outcome: ['gone'] }, 0],
		['of a known and an unknown code', { outcome: ['gone', 'open'] }, 2],
		['of a list that is not there', { nowhere: ['open'] }, 0]
	])('counts the cases %s', async (_, where, expected) => {
		const columns = tallyColumns(datasetWith(where));
		const answer = await database.query(sql`SELECT ${columns} FROM cases`);
		expect(Array.from(answer.numbers('tally'))).toEqual([expected]);
	});

	it('stands for each tally of the manifest, under its name', async () => {
		const dataset = smallDataset();
		dataset.index.manifest.tallies.push({ id: 'select', name, where: { outcome: ['open'] } });
		const answer = await database.query(sql`SELECT ${tallyColumns(dataset)} FROM cases`);
		const counts = ['handled', 'resolved', 'select'].map((id) => answer.numbers(id)[0]);
		expect(counts).toEqual([7, 3, 2]);
	});

	it('holds names and positions alone, however the columns are named', () => {
		const dataset = datasetWith({ '"; DROP TABLE cases; --': ['x'], outcome: ['open'] });
		const { texts, values } = tallyColumns(dataset);
		expect(values).toEqual([]);
		const text = texts.join('?');
		expect(text).toContain('IN ((1))');
		expect(text).not.toContain('DROP');
	});
});
