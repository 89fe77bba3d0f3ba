import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql } from '#lib/engine/sql.ts';
import { unpacked } from '#lib/ingest/bytes.ts';
import { caseRow, csvOf, folderOf, smallFiles, smallManifest } from '#lib/ingest/small-folder.ts';
import { readSource } from './read-source.ts';
import { smallBuilt } from './small-source.ts';

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

/** The small city whose cases have three columns more; each row gives its day of opening and those three. */
function city(rows: readonly [opened: string, paid: string, yuan: string, km: string][]) {
	const manifest = smallManifest();
	manifest.cases.dates = { paid_on: { from: 'Paid', format: 'YYYY-MM-DD' } };
	manifest.cases.numbers = { amount: { from: 'Yuan' }, distance: { from: 'Km' } };
	const cases = rows.map(([Opened, ...more], i) => {
		const row = caseRow({ Case_No: String(i), Opened: `${Opened}/2020 09:00:00 AM` });
		return [...Object.values(row), ...more];
	});
	return {
		'dataset.json': JSON.stringify(manifest),
		'cases.csv': csvOf([[...Object.keys(caseRow()), 'Paid', 'Yuan', 'Km'], ...cases])
	};
}

describe('further columns of the cases', () => {
	it('are in the database beside the others: days, whole numbers, decimals, and holes', async () => {
		const { index, files } = await smallBuilt(
			database,
			city([
				['05/02', '2020-06-01', '300', '1.5'],
				['05/01', '', '', ''],
				['05/03', '2020-07-01', '0', '2']
			])
		);
		await database.load('built', await unpacked(files.get(index.cases.file) ?? new Uint8Array()));
		const answer = await database.query(
			sql`SELECT paid_on::VARCHAR AS paid, amount, distance, typeof(paid_on) || ' ' || typeof(amount) || ' ' || typeof(distance) AS types FROM built`
		);
		expect(answer.texts('paid')).toEqual([null, '2020-06-01', '2020-07-01']);
		expect(Array.from(answer.numbers('amount'))).toEqual([NaN, 300, 0]);
		expect(Array.from(answer.numbers('distance'))).toEqual([NaN, 1.5, 2]);
		expect(answer.texts('types')[0]).toBe('DATE INTEGER DOUBLE');
	});

	it('are refused with their place, and must be in the header', async () => {
		const { account, rejections } = await readSource(
			folderOf({
				...smallFiles(),
				...city([
					['05/01', '', 'many', ''],
					['05/02', '', '1', '']
				])
			})
		);
		expect(account).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
		expect(rejections).toMatchObject([
			{ file: 'cases.csv', row: 2, column: 'Yuan', value: 'many', reason: 'number-invalid' }
		]);
		const { 'dataset.json': manifest } = city([]);
		const missing = await readSource(folderOf({ ...smallFiles(), 'dataset.json': manifest }));
		expect(missing.rejections.map(({ reason, column }) => [reason, column])).toEqual([
			['column-missing', 'Paid'],
			['column-missing', 'Yuan'],
			['column-missing', 'Km']
		]);
	});
});
