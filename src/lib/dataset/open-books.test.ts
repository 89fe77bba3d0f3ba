import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, DatasetIndex } from '#lib/domain/dataset-index.ts';
import { TABLE_NAMES } from '#lib/domain/tables/tables.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { packed, unpacked } from '#lib/ingest/bytes.ts';
import { bookFiles, smallBooks } from '#lib/ingest/small-books.ts';
import type { BuiltDataset } from './build.ts';
import { openBooks } from './open-books.ts';
import { openDataset } from './open.ts';
import { figure, reportFiles, smallReport } from './small-report.ts';
import { fetchOf, smallBuilt, smallSource } from './small-source.ts';

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

const missing = new RangeError('There is no such file.');

/** The files of a built dataset under the paths that a page fetches. */
function served({ index, files }: BuiltDataset): Map<string, Uint8Array<ArrayBuffer>> {
	const { id } = index.manifest;
	return new Map([...files].map(([name, bytes]) => [`${id}/${name}`, bytes]));
}

async function opened(built: BuiltDataset): Promise<Dataset> {
	return openDataset(fetchOf(served(built), missing), built.index.manifest.id);
}

describe('the tables of a built dataset', () => {
	it('come back as they were read, from one file that the index names', async () => {
		const files = bookFiles();
		const built = await smallBuilt(database, files);
		const { books } = await smallSource(files);
		expect([...built.files.keys()].filter((name) => name.startsWith('books.'))).toEqual([
			built.index.books?.file
		]);
		const tables = await openBooks(fetchOf(served(built), missing), await opened(built));
		expect(Object.keys(tables)).toEqual(TABLE_NAMES);
		for (const name of TABLE_NAMES) {
			const rows = smallBooks[name].length - 1;
			expect(tables[name]).toEqual({ rows, columns: books[name]?.columns });
			expect(built.index.books?.rows[name]).toBe(rows);
		}
	});

	it('are none where the manifest names none, and nothing is fetched', async () => {
		const built = await smallBuilt(database);
		expect(built.index).not.toHaveProperty('books');
		expect(await openBooks(() => Promise.reject(missing), await opened(built))).toEqual({});
	});

	it('change the version with any of their values, and only then', async () => {
		const versionOf = async (files: Record<string, string>): Promise<string> =>
			(await smallBuilt(database, files)).index.version;
		const first = await versionOf(bookFiles());
		expect(await versionOf(bookFiles())).toBe(first);
		const changed = { zones: ['code,name_zh,name_en', 'Z-1,新区,Newer Zone'] };
		expect(await versionOf(bookFiles(changed))).not.toBe(first);
		// A column that is not read changes nothing.
		const further = { zones: ['code,name_zh,name_en,x', 'Z-1,新区,New Zone,1'] };
		expect(await versionOf(bookFiles(further))).toBe(first);
	});

	it.each<[string, (json: string) => string, string]>([
		['a table that is none', (json) => json.replace('"zones"', '"zonez"'), 'data-damaged'],
		['a column that is gone', (json) => json.replace('"name_zh"', '"name"'), 'data-damaged'],
		['a column that is too short', (json) => json.replace('["Z-1"]', '[]'), 'data-damaged'],
		['a cell of another kind', (json) => json.replace('["Z-1"]', '[1]'), 'data-damaged'],
		['a cell that may not be empty', (json) => json.replace('["Z-1"]', '[null]'), 'data-damaged'],
		[
			'text where codes should be',
			(json) => json.replace('["land","wage"]', '"land"'),
			'data-damaged'
		],
		[
			'text where a flag should be',
			(json) => json.replace('[true,false]', '["yes",false]'),
			'data-damaged'
		],
		[
			'a day that is a text',
			(json) =>
				json.replace(
					'"rows":1,"columns":{"id":["M-1"],"on":[',
					'"rows":1,"columns":{"id":["M-1"],"on":["x",'
				),
			'data-damaged'
		],
		['no JSON', (json) => json.slice(0, -1), 'data-damaged'],
		['another format', (json) => json.replace('"format":1', '"format":2'), 'data-format']
	])('are refused with %s', async (_, damage, code) => {
		const built = await smallBuilt(database, bookFiles());
		const dataset = await opened(built);
		const name = built.index.books?.file ?? '';
		const bytes = await unpacked(built.files.get(name) ?? new Uint8Array());
		const json = new TextDecoder().decode(bytes);
		expect(damage(json)).not.toBe(json);
		const damaged = await packed(new TextEncoder().encode(damage(json)));
		const files = served(built).set(`small/${name}`, damaged);
		await expect(openBooks(fetchOf(files, missing), dataset)).rejects.toMatchObject({
			code,
			file: `small/${name}`
		});
	});
});

describe('the report of a built dataset', () => {
	const built = (printed: number): Promise<BuiltDataset> =>
		smallBuilt(
			database,
			reportFiles(smallReport([figure('handled', printed, { tally: 'handled' })]))
		);

	it('stands in the index with every figure checked, and the manifest there is the page’s own', async () => {
		const { index } = await opened(await built(6));
		expect(index.report?.sections[0]?.figures).toEqual([
			{
				id: 'handled',
				name: { zh: 'handled的中文', en: 'handled' },
				printed: 6,
				counted: 5,
				atLeast: false,
				equal: false
			}
		]);
		for (const field of ['tables', 'report', 'seed']) {
			expect(index.manifest).not.toHaveProperty(field);
		}
	});

	it('changes the version with what it prints', async () => {
		const version = async (printed: number): Promise<string> =>
			(await built(printed)).index.version;
		expect(await version(5)).toBe(await version(5));
		expect(await version(5)).not.toBe(await version(6));
	});

	it('is not there where there is none', async () => {
		const { index }: { index: DatasetIndex } = await smallBuilt(database);
		expect(index).not.toHaveProperty('report');
	});
});
