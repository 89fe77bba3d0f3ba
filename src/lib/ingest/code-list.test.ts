import { describe, expect, it } from 'vitest';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import { readCodeList, type CodeList } from './code-list.ts';
import { folderOf, smallFiles, smallManifest } from './small-folder.ts';

type Spec = Manifest['codeLists'][string];
const name = { zh: '名', en: 'Name' };
const fromCsv: Spec = { name, file: 'types.csv' };
const fromJson: Spec = { name, file: 'codes.json', key: 'channel' };

/** The list, or the one rejection instead of it. */
async function listOf(spec: Spec, files: Record<string, string>): Promise<CodeList | Rejection> {
	const read = await readCodeList(folderOf(files), spec);
	return read.ok ? read.value : read.rejection;
}

async function goodList(spec: Spec, files = smallFiles()): Promise<CodeList> {
	const list = await listOf(spec, files);
	if ('reason' in list) throw new Error(list.reason);
	return list;
}

const inline = (...codes: NonNullable<Spec['codes']>): Spec => ({ name, codes });
const entry = (code: string, parent?: string): NonNullable<Spec['codes']>[number] => ({
	code,
	zh: code,
	en: code,
	...(parent !== undefined && { parent })
});

describe('a code list', () => {
	it('from a table is laid out by subtree, with names and sources', async () => {
		const { tree, bySource } = await goodList(fromCsv);
		expect(tree.codes).toEqual(['land', 'border', 'use', 'family', 'wage']);
		expect([...tree.parent]).toEqual([-1, 0, 0, -1, -1]);
		expect(tree.names[1]).toEqual({ zh: '边界', en: 'Border' });
		expect(bySource.get('Land > Use')).toBe(2);
		expect(bySource.get('Work > Wages')).toBe(4);
		expect(bySource.get('use')).toBeUndefined();
	});

	it('from a table keeps the position of each source though the rows stand in any order', async () => {
		const csv =
			'code,parent,zh,en,source\nb2,b,二,Two,S2\nb,,乙,B,SB\na,,甲,A,SA\nb1,b,一,One,S1\n';
		const { tree, bySource } = await goodList(fromCsv, { 'types.csv': csv });
		const codes = ['SB', 'S2', 'S1', 'SA'].map((text) => tree.codes[bySource.get(text) ?? -1]);
		expect(codes).toEqual(['b', 'b2', 'b1', 'a']);
	});

	it.each([
		['without a column of sources', 'code,parent,zh,en\nland,,土地,Land\n'],
		['with an empty source', 'code,parent,zh,en,source\nland,,土地,Land,\nuse,,使用,Use,\n']
	])('from a table %s is written by its codes', async (_, csv) => {
		const { bySource } = await goodList(fromCsv, { 'types.csv': csv });
		expect(bySource.get('land')).toBe(0);
		expect(bySource.has('')).toBe(false);
	});

	it('from a table has its Chinese name in English too where it has no other', async () => {
		const csv = 'code,parent,zh,en\nland,,土地,\n';
		const { tree } = await goodList(fromCsv, { 'types.csv': csv });
		expect(tree.names).toEqual([{ zh: '土地', en: '土地' }]);
	});

	it('from a file of several lists is the one under its key', async () => {
		const { tree, bySource } = await goodList(fromJson);
		expect(tree.codes).toEqual(['phone', 'visit']);
		expect([bySource.get('Telephone'), bySource.get('visit')]).toEqual([0, 1]);
	});

	it('from the manifest needs no file', async () => {
		const { tree } = await goodList(inline(entry('a'), entry('a1', 'a'), entry('b', '')), {});
		expect(tree.codes).toEqual(['a', 'a1', 'b']);
		expect([...tree.parent]).toEqual([-1, 0, -1]);
	});
});

describe('a code list with a fault', () => {
	const head = 'code,parent,zh,en,source\n';
	/** Two sound rows on lines 2 to 4. */
	const sound = `${head}land,,"土\n地",Land,\nuse,land,使用,Use,\n`;

	it.each<[string, string, Omit<Rejection, 'file'>]>([
		[
			'a column too few',
			'code,zh,en\nland,土地,Land\n',
			{ row: 1, column: 'parent', value: '', reason: 'column-missing' }
		],
		[
			'a code twice',
			`${sound}land,,土地,Land,\n`,
			{ row: 5, column: 'code', value: 'land', reason: 'id-duplicate', expected: '2' }
		],
		[
			'no code',
			`${sound},,土地,Land,\n`,
			{ row: 5, column: 'code', value: '', reason: 'value-missing' }
		],
		[
			'no name',
			`${sound}well,,,Well,\n`,
			{ row: 5, column: 'zh', value: '', reason: 'value-missing' }
		],
		[
			'a parent that is not there',
			`${sound}well,water,井,Well,\n`,
			{ row: 5, column: 'parent', value: 'water', reason: 'parent-unknown' }
		],
		[
			'a code that is its own parent',
			`${sound}well,well,井,Well,\n`,
			{ row: 5, column: 'parent', value: 'well', reason: 'parent-ring' }
		],
		[
			'a ring of parents',
			`${head}a,c,甲,A,\nb,a,乙,B,\nc,b,丙,C,\n`,
			{ row: 2, column: 'parent', value: 'c', reason: 'parent-ring' }
		],
		[
			'a cell too few',
			`${sound}well,,井,Well\n`,
			{ row: 5, column: '', value: '4', reason: 'cells-missing', expected: '5' }
		],
		[
			'a cell too many',
			`${sound}well,,井, deep,Well,\n`,
			{ row: 5, column: '', value: '6', reason: 'cells-missing', expected: '5' }
		],
		[
			'a word of the source twice',
			`${head}land,,土地,Land,L\nwell,,井,Well,L\n`,
			{ row: 3, column: 'source', value: 'L', reason: 'source-duplicate', expected: '2' }
		],
		[
			'a quote that never closes',
			`${sound}well,,"井,Well,\nsea,,海,Sea,\n`,
			{ row: 5, column: 'zh', value: '', reason: 'quote-broken' }
		]
	])('is refused, with file, line, column and value: %s', async (_, csv, rejection) => {
		expect(await listOf(fromCsv, { 'types.csv': csv })).toEqual({
			file: 'types.csv',
			...rejection
		});
	});

	it.each<[string, Spec, Omit<Rejection, 'file'>]>([
		[
			'a code twice',
			inline(entry('a'), entry('a')),
			{ row: 0, column: 'code', value: 'a', reason: 'id-duplicate', expected: '0' }
		],
		[
			'a parent that is not there',
			inline(entry('a', 'b')),
			{ row: 0, column: 'parent', value: 'b', reason: 'parent-unknown' }
		]
	])('in the manifest is refused by the name of the manifest: %s', async (_, spec, rejection) => {
		expect(await listOf(spec, {})).toEqual({ file: 'dataset.json', ...rejection });
	});

	it.each<[string, string, Partial<Rejection>]>([
		['has no such key', '{"other": []}', { row: 1, column: 'channel', reason: 'field-missing' }],
		[
			'holds something else under the key',
			'{\n"channel": {"code": "a"}}',
			{ row: 2, column: 'channel', reason: 'field-type', expected: 'list' }
		],
		[
			'holds an entry without a name',
			'{"channel": [\n{"code": "a", "zh": "甲"}]}',
			{ row: 2, column: 'channel.0.en', reason: 'field-missing' }
		],
		[
			'holds a number for a code',
			'{"channel": [\n\n{"code": 1, "zh": "甲", "en": "A"}]}',
			{ row: 3, column: 'channel.0.code', value: '1', reason: 'field-type', expected: 'text' }
		],
		['holds nothing', 'null', { row: 1, column: '', reason: 'field-type', expected: 'object' }],
		[
			'holds a code twice',
			'{"channel": [\n{"code": "a", "zh": "甲", "en": "A"},\n{"code": "a", "zh": "乙", "en": "B"}]}',
			{ row: 3, column: 'code', value: 'a', reason: 'id-duplicate', expected: '2' }
		]
	])('in a file that %s is refused, with field and line', async (_, json, rejection) => {
		const list = await listOf(fromJson, { 'codes.json': json });
		expect(list).toMatchObject({ file: 'codes.json', ...rejection });
	});

	it('in the manifest is refused with its line there', async () => {
		const text = '{"codeLists": {"type": {"codes": [\n{"code": "a"},\n{"code": "a"}\n]}}}';
		const place = { text, path: ['codeLists', 'type'] };
		const read = await readCodeList(folderOf({}), inline(entry('a'), entry('a')), place);
		expect(read).toMatchObject({ rejection: { file: 'dataset.json', row: 3, expected: '2' } });
	});

	it.each([
		[fromCsv, {}, 'types.csv', 'file-missing'],
		[fromJson, {}, 'codes.json', 'file-missing'],
		[fromJson, { 'codes.json': '{' }, 'codes.json', 'json-cut-off']
	])(
		'of a file that cannot be read is refused with the file',
		async (spec, files, file, reason) => {
			expect(await listOf(spec, files)).toMatchObject({ file, reason });
		}
	);

	it('of the small city is none', () => {
		expect(Object.keys(smallManifest().codeLists)).toEqual([
			'type',
			'channel',
			'outcome',
			'in_time'
		]);
	});
});
