import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Rejection } from '#lib/domain/errors.ts';
import { dayNumber } from '#lib/domain/period.ts';
import type { SourceManifest } from '#lib/domain/source-manifest.ts';
import { TABLE_NAMES, type TableName } from '#lib/domain/tables/tables.ts';
import { readAreas } from './areas.ts';
import { readBoundaries } from './boundaries.ts';
import { readBooks, type ReadBooks } from './books.ts';
import { readCodeList } from './code-list.ts';
import { bookFiles, smallBooks } from './small-books.ts';
import { folderOf, smallFiles } from './small-folder.ts';

type Lines = NonNullable<Parameters<typeof bookFiles>[0]>;
type Files = Record<string, string | Uint8Array<ArrayBuffer>>;

async function booksOf(files: Files): Promise<ReadBooks> {
	const folder = folderOf({ ...smallFiles(), ...files });
	const manifest = JSON.parse(String(files['dataset.json'])) as SourceManifest;
	const { boundaries } = await readBoundaries(folder, manifest);
	const { areas } = await readAreas(folder, manifest, boundaries);
	const list = await readCodeList(folder, manifest.codeLists['type'] ?? { name: manifest.title });
	if (!areas || !list.ok) throw new RangeError('The small city cannot be read.');
	return readBooks(folder, manifest, { areas, lists: { type: list.value } });
}

const read = (changed: Lines = {}): Promise<ReadBooks> => booksOf(bookFiles(changed));

/** The small table with its last line exchanged. */
function lastLine(name: TableName, line: string): Lines {
	return { [name]: [...smallBooks[name].slice(0, -1), line] };
}

const day = (year: number, month: number, of: number): number => dayNumber(year, month, of) ?? NaN;

describe('the tables beside the cases', () => {
	it('are read whole, and every row is accounted for', async () => {
		const { books, rejections, broken } = await read();
		expect({ rejections, broken }).toEqual({ rejections: [], broken: [] });
		expect(Object.keys(books)).toEqual(TABLE_NAMES);
		for (const name of TABLE_NAMES) {
			const rows = smallBooks[name].length - 1;
			expect(books[name]?.account).toEqual({ rows, accepted: rows, rejected: 0 });
			expect(books[name]?.rows).toBe(rows);
			const columns = smallBooks[name][0]?.split(',');
			expect(Object.keys(books[name]?.columns ?? {})).toEqual(columns);
		}
	});

	it('hold texts, days, numbers, flags and codes; an empty cell holds nothing', async () => {
		const { books } = await read();
		const first = (name: TableName): unknown =>
			Object.fromEntries(
				Object.entries(books[name]?.columns ?? {}).map(([column, cells]) => [column, cells[0]])
			);
		expect(first('organisations')).toEqual({
			id: 'C-1',
			kind: 'coordination_centre',
			name_zh: '市中心',
			name_en: 'City Centre',
			area: '0000',
			serves: null,
			lon: 100.5,
			lat: 30.5,
			opened_on: day(2015, 1, 1),
			closed_on: null,
			address_zh: '一号',
			address_en: '1, Main Street',
			phone: '0000-1',
			hours_zh: '九点',
			hours_en: 'nine',
			matters: ['land', 'wage'],
			free: true,
			accessible: false
		});
		expect(books.organisations?.columns['serves']?.[3]).toEqual(['0201', '0202']);
		expect(first('budget')).toMatchObject({ amount: 3000.5, at_least: true });
		expect(first('filings')).toMatchObject({ unit: '0101', period: '2020-W53', revision: null });
	});

	it('may be packed, with or without a name that says so', async () => {
		const { 'zones.csv': zones = '', ...files } = bookFiles();
		const packed = new Uint8Array(gzipSync(zones));
		for (const name of ['zones.csv', 'zones.csv.gz']) {
			const { books, broken } = await booksOf({ ...files, [name]: packed });
			expect(broken).toEqual([]);
			expect(books.zones?.rows).toBe(1);
		}
	});

	it('may lack columns that may be empty, and have others, which are not read in', async () => {
		const { books, rejections } = await read({
			visits: ['id,on,visitor', 'V-1,2020-05-01,Somebody Nobody']
		});
		expect(rejections).toEqual([]);
		expect(books.visits?.columns).toEqual({
			id: ['V-1'],
			on: [day(2020, 5, 1)],
			area: [null],
			kind: [null]
		});
	});

	it('may be in any order of columns, with blanks around cells and any case of names', async () => {
		const { books } = await read({ zones: ['Name_EN,CODE,name_zh', ' New Zone ,Z-1, 新区'] });
		expect(books.zones?.columns).toEqual({
			code: ['Z-1'],
			name_zh: ['新区'],
			name_en: ['New Zone']
		});
	});

	it('may be empty', async () => {
		const { books, broken } = await read({ visits: ['id,on'] });
		expect(broken).toEqual([]);
		expect(books.visits?.account).toEqual({ rows: 0, accepted: 0, rejected: 0 });
	});
});

describe('a row of them is rejected', () => {
	it.each<[string, Lines, Partial<Rejection>]>([
		[
			'that lacks what is needed',
			lastLine('meetings', 'M-1,,,例会,Meeting'),
			{ file: 'meetings.csv', row: 2, column: 'on', value: '', reason: 'value-missing' }
		],
		[
			'of too few cells',
			lastLine('meetings', 'M-1,2020-07-18'),
			{ row: 2, value: '2', reason: 'cells-missing', expected: '5' }
		],
		[
			'with a day that is none',
			lastLine('meetings', 'M-1,2020-02-30,,例会,Meeting'),
			{ column: 'on', value: '2020-02-30', reason: 'date-invalid', expected: 'YYYY-MM-DD' }
		],
		[
			'with a day written otherwise',
			lastLine('meetings', 'M-1,18/7/2020,,例会,Meeting'),
			{ column: 'on', reason: 'date-format' }
		],
		[
			'with a choice that is none',
			lastLine('campaigns', 'K-1,春,Spring,yearly,2020-03-01,,,'),
			{
				column: 'kind',
				value: 'yearly',
				reason: 'choice-unknown',
				expected: 'concentrated, special'
			}
		],
		[
			'with a flag that is none',
			lastLine('budget', 'city,,subsidy,2020,paid,1,true'),
			{ column: 'at_least', value: 'true', reason: 'choice-unknown', expected: 'yes, no' }
		],
		[
			'with a period that is none',
			lastLine('filings', '0101,2018-W53,2021-01-04,,missing,'),
			{
				column: 'period',
				value: '2018-W53',
				reason: 'period-invalid',
				expected: '2018-07, 2018-W31'
			}
		],
		[
			'with a count that is not whole',
			lastLine('care_counts', 'U-1,2020-12,stable,7.5'),
			{ column: 'n', value: '7.5', reason: 'number-invalid' }
		],
		[
			'with a number that is none',
			lastLine('declared', '0200,2020-12,1,county,95.7%'),
			{ column: 'value', value: '95.7%', reason: 'number-invalid' }
		],
		[
			'with a number outside its range',
			lastLine('declared', '0200,2020-12,53,county,7'),
			{ column: 'row', value: '53', reason: 'number-outside', expected: '1–52' }
		],
		[
			'with a negative count',
			lastLine('care_counts', 'U-1,2020-12,stable,-5'),
			{ column: 'n', value: '-5', reason: 'number-outside', expected: '≥ 0' }
		],
		[
			'with a share over one',
			lastLine('surveys', 'S-1,0000,2020,safety,400,93.1,'),
			{ column: 'value', value: '93.1', reason: 'number-outside', expected: '0–1' }
		],
		[
			'of an area that is nowhere',
			lastLine('visits', 'V-2,2020-05-01,0999,'),
			{ column: 'area', value: '0999', reason: 'area-unknown' }
		],
		[
			'of an area of another level',
			lastLine('zone_areas', 'Z-1,0100'),
			{ column: 'area', value: '0100', reason: 'area-level', expected: 'village' }
		],
		[
			'that serves an area that is nowhere',
			lastLine('campaigns', 'K-1,春,Spring,special,2020-03-01,,0101 0999 0888,'),
			{ column: 'areas', value: '0999', reason: 'area-unknown' }
		],
		[
			'of a type that is in no list',
			lastLine('duties', 'D-2,0100,U-1,,,water,2020-03-01,,working,'),
			{ column: 'type', value: 'water', reason: 'code-unknown' }
		],
		[
			'filed by nobody who is known',
			lastLine('filings', 'Z-9,2020-12,2021-01-05,,missing,'),
			{ column: 'unit', value: 'Z-9', reason: 'area-unknown' }
		],
		[
			'that refers to a row that is not there',
			lastLine('duties', 'D-2,0100,U-9,,,,2020-03-01,,working,'),
			{
				file: 'duties.csv',
				row: 3,
				column: 'unit',
				value: 'U-9',
				reason: 'reference-unknown',
				expected: 'units'
			}
		],
		[
			'that closed before it opened',
			lastLine('organisations', 'P-4,pilot,试点,Pilot,0202,,,,2021-01-01,2020-12-31,,,,,,,,'),
			{
				column: 'closed_on',
				value: '2020-12-31',
				reason: 'dates-reversed',
				expected: 'opened_on 2021-01-01'
			}
		],
		[
			'due before it was assigned',
			lastLine('duties', 'D-2,0100,U-1,,,,2020-03-02,2020-03-01,working,'),
			{ column: 'due_on', reason: 'dates-reversed', expected: 'assigned_on 2020-03-02' }
		],
		[
			'that ends before it begins',
			lastLine('events', 'E-1,2020-01-24,2020-01-23,,春节,Spring Festival'),
			{ column: 'to', reason: 'dates-reversed', expected: 'from 2020-01-24' }
		],
		[
			'with more posts filled than there are',
			lastLine('posts', 'C-1,mediator,2020-03-01,2,3'),
			{ column: 'filled', value: '3', reason: 'number-outside', expected: '0–2' }
		],
		[
			'with half a point',
			lastLine('organisations', 'P-4,pilot,试点,Pilot,0202,,103.2,,2021-01-01,,,,,,,,,'),
			{ column: 'lat', value: '', reason: 'value-missing' }
		],
		[
			'with a point that is on no earth',
			lastLine('organisations', 'P-4,pilot,试点,Pilot,0202,,30.5,103.2,2021-01-01,,,,,,,,,'),
			{ column: 'lat', value: '103.2', reason: 'number-outside', expected: '-90–90' }
		],
		[
			'whose id stands already',
			lastLine('organisations', 'P-1,pilot,试点,Pilot,0202,,,,2021-01-01,,,,,,,,,'),
			{ row: 6, column: 'id', value: 'P-1', reason: 'id-duplicate', expected: '3' }
		],
		[
			'that says the same thing twice',
			lastLine('care_counts', 'U-1,2020-12,resolving,5'),
			{
				column: 'unit + month + status',
				value: 'U-1 + 2020-12 + resolving',
				reason: 'id-duplicate',
				expected: '3'
			}
		]
	])('%s, and no other', async (_, changed, expected) => {
		const { books, rejections, broken } = await read(changed);
		expect(broken).toEqual([]);
		expect(rejections).toHaveLength(1);
		expect(rejections[0]).toMatchObject(expected);
		const [name = 'zones'] = Object.keys(changed) as TableName[];
		const rows = smallBooks[name].length - 1;
		expect(books[name]?.account).toEqual({ rows, accepted: rows - 1, rejected: 1 });
		for (const cells of Object.values(books[name]?.columns ?? {})) {
			expect(cells).toHaveLength(rows - 1);
		}
	});

	it('that refers to a row that was itself rejected', async () => {
		const { rejections } = await read(lastLine('zones', 'Z-1,,New Zone'));
		expect(rejections.map(({ file, row, reason }) => [file, row, reason])).toEqual([
			['zones.csv', 2, 'value-missing'],
			['zone_areas.csv', 2, 'reference-unknown'],
			['zone_areas.csv', 3, 'reference-unknown'],
			['filings.csv', 3, 'area-unknown']
		]);
	});
});

describe('a table cannot be used at all', () => {
	it.each<[string, Files, Partial<Rejection>]>([
		[
			'without a column that is needed',
			{ 'zones.csv': 'code,name_zh\nZ-1,新区\n' },
			{ file: 'zones.csv', row: 1, column: 'name_en', reason: 'column-missing' }
		],
		[
			'with a column twice',
			{ 'zones.csv': 'code,name_zh,name_en,code\nZ-1,新区,New,Z-2\n' },
			{ column: 'code', value: '1, 4', reason: 'column-duplicate' }
		],
		['that is empty', { 'zones.csv': '' }, { file: 'zones.csv', reason: 'file-empty' }],
		[
			'that is cut off',
			{ 'zones.csv': new Uint8Array(gzipSync('code\n')).slice(0, -9) },
			{ file: 'zones.csv', reason: 'file-truncated' }
		]
	])('%s', async (_, files, expected) => {
		const { broken, books } = await booksOf({ ...bookFiles(), ...files });
		expect(broken).toHaveLength(1);
		expect(broken[0]).toMatchObject(expected);
		expect(books.zones).toBeUndefined();
	});

	it('that is not there', async () => {
		const files = Object.entries(bookFiles()).filter(([name]) => name !== 'zones.csv');
		const { broken } = await booksOf(Object.fromEntries(files));
		expect(broken).toMatchObject([
			{ file: 'zones.csv', reason: 'file-missing', value: 'zones.csv, zones.csv.gz' }
		]);
	});
});
