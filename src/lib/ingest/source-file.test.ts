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
			'damaged inside its packing',
			{ 'cases.csv.gz': gzip('id\n'.repeat(99)).map((byte, i) => (i === 15 ? byte ^ 255 : byte)) },
			['cases.csv.gz'],
			{ file: 'cases.csv.gz', reason: 'file-truncated', value: '' }
		],
		['empty', { 'a.csv': '' }, ['a.csv'], { file: 'a.csv', reason: 'file-empty', value: '' }],
		[
			'a mark and no more',
			{ 'a.csv': '\uFEFF' },
			['a.csv'],
			{ file: 'a.csv', reason: 'file-empty', value: '' }
		],
		[
			'a workbook',
			{ 'a.csv': new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]) },
			['a.csv'],
			{ file: 'a.csv', reason: 'file-workbook', value: 'xlsx' }
		],
		[
			'an old workbook',
			{ 'a.csv': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0]) },
			['a.csv'],
			{ file: 'a.csv', reason: 'file-workbook', value: 'xls' }
		],
		[
			'UTF-16',
			{ 'a.csv': new Uint8Array([0xff, 0xfe, 0x69, 0, 0x64, 0]) },
			['a.csv'],
			{ file: 'a.csv', reason: 'file-not-utf8', value: 'UTF-16' }
		],
		[
			'binary from the third line on',
			{ 'a.csv': 'a,b\n1,2\n\u0000\u0001' },
			['a.csv'],
			{ file: 'a.csv', row: 3, reason: 'file-not-text', value: '' }
		],
		[
			'no text in any encoding from the second line on',
			{ 'a.csv': new Uint8Array([0x61, 10, 0xff, 0xff, 10]) },
			['a.csv'],
			{ file: 'a.csv', row: 2, reason: 'file-not-utf8', value: '' }
		],
		[
			'GBK',
			{ 'cases.csv': new Uint8Array([0xbe, 0xc0, 0xb7, 0xd7]) },
			['cases.csv'],
			{ file: 'cases.csv', row: 1, reason: 'file-not-utf8', value: 'GB18030' }
		]
	])('that is %s is refused as a whole', async (_, files, names, rejection) => {
		const read = await readText(folderOf(files), names);
		expect(read).toEqual({ ok: false, rejection: { row: 0, column: '', ...rejection } });
	});
});

describe('a JSON file', () => {
	it('is read', async () => {
		const read = await readJson(folderOf({ 'a.json': '\uFEFF{"b": [1]}' }), 'a.json');
		expect(read).toEqual({ ok: true, value: { json: { b: [1] }, text: '{"b": [1]}' } });
	});

	it.each([
		['a comma too many', '{"a": 1,}', 'file-not-json', 1, '}'],
		['a comma too few', '{"a": 1\r\n "b": 2}', 'file-not-json', 2, '"b": 2}'],
		['a text that goes on', '{"a": 1}\n\nend', 'file-not-json', 3, 'end'],
		['its end missing', '{"a": [1,\n2', 'json-cut-off', 2, ''],
		['nothing', '', 'file-empty', 0, ''],
		['blanks only', ' \n', 'file-empty', 0, '']
	])('with %s is refused, with the line', async (_, text, reason, row, value) => {
		const read = await readJson(folderOf({ 'a.json': text }), 'a.json');
		expect(read).toMatchObject({ ok: false, rejection: { file: 'a.json', row, reason, value } });
	});

	it('that is missing is refused by its name', async () => {
		const read = await readJson(folderOf({}), 'a.json');
		expect(read).toMatchObject({ rejection: { file: 'a.json', reason: 'file-missing' } });
	});
});
