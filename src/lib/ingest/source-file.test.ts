import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderOf } from './small-folder.ts';
import { readJson, readText } from './source-file.ts';

const gzip = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text));

describe('a source file', () => {
	const folder = folderOf({
		'plain.csv': 'a,b',
		'packed.csv.gz': gzip('c,d'),
		'packed-under-a-plain-name.csv': gzip('e,f'),
		'plain-under-a-packed-name.csv.gz': 'g,h',
		'marked.csv': '\uFEFFa,b',
		'纠纷.csv': '乙,丙'
	});

	it.each([
		['plain.csv', 'a,b'],
		['packed.csv.gz', 'c,d'],
		['packed-under-a-plain-name.csv', 'e,f'],
		['plain-under-a-packed-name.csv.gz', 'g,h'],
		['marked.csv', 'a,b'],
		['纠纷.csv', '乙,丙']
	])('is read whether packed or not: %s', async (name, text) => {
		expect(await readText(folder, [name])).toEqual({ ok: true, value: { name, text } });
	});

	it('is the first of the names that is there', async () => {
		const read = await readText(folder, ['missing.csv', 'packed.csv.gz', 'plain.csv']);
		expect(read).toMatchObject({ ok: true, value: { name: 'packed.csv.gz' } });
	});

	it.each<[string, Record<string, string | Uint8Array<ArrayBuffer>>, string[], object]>([
		[
			'missing',
			{},
			['cases.csv.gz', 'cases.csv'],
			{ file: 'cases.csv.gz', reason: 'file-missing', value: 'cases.csv.gz, cases.csv' }
		],
		[
			'cut off',
			{ 'cases.csv.gz': gzip('id\n'.repeat(99)).slice(0, 20) },
			['cases.csv.gz'],
			{ file: 'cases.csv.gz', reason: 'file-truncated', value: '' }
		],
		[
			'GBK',
			{ 'cases.csv': new Uint8Array([0xbe, 0xc0, 0xb7, 0xd7]) },
			['cases.csv'],
			{ file: 'cases.csv', reason: 'file-not-utf8', value: '' }
		]
	])('that is %s is refused as a whole', async (_, files, names, rejection) => {
		const read = await readText(folderOf(files), names);
		expect(read).toEqual({ ok: false, rejection: { row: 0, column: '', ...rejection } });
	});
});

describe('a JSON file', () => {
	it('is read', async () => {
		const read = await readJson(folderOf({ 'a.json': '\uFEFF{"b": [1]}' }), 'a.json');
		expect(read).toEqual({ ok: true, value: { b: [1] } });
	});

	it.each([
		['a comma too many', '{"a": 1,}', 'file-not-json'],
		['nothing', '', 'file-not-json']
	])('with %s is refused', async (_, text, reason) => {
		const read = await readJson(folderOf({ 'a.json': text }), 'a.json');
		expect(read).toMatchObject({ ok: false, rejection: { file: 'a.json', row: 0, reason } });
	});

	it('that is missing is refused by its name', async () => {
		const read = await readJson(folderOf({}), 'a.json');
		expect(read).toMatchObject({ rejection: { file: 'a.json', reason: 'file-missing' } });
	});
});
