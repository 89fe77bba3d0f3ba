import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AreaTree } from '#lib/domain/area.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import { isoDay } from '#lib/domain/period.ts';
import { readAreas } from './areas.ts';
import { readBoundaries } from './boundaries.ts';
import type { Boundary } from './boundary.ts';
import { MISSING } from './case-table.ts';
import { readCases, type ReadCases } from './cases.ts';
import { readCodeList, type CodeList } from './code-list.ts';
import {
	caseColumns,
	caseRow,
	casesCsv,
	csvOf,
	folderOf,
	smallFiles,
	smallManifest,
	type CaseRow
} from './small-folder.ts';

const fixed = { seed: 42 };

let areas: AreaTree;
let leaves: ReadonlyMap<string, Boundary>;
const lists: Record<string, CodeList> = {};
beforeAll(async () => {
	const [folder, manifest] = [folderOf(smallFiles()), smallManifest()];
	const { boundaries } = await readBoundaries(folder, manifest);
	const read = await readAreas(folder, manifest, boundaries);
	if (!read.areas) throw new Error('The small city cannot be read.');
	areas = read.areas;
	leaves = boundaries.get('village') ?? new Map<string, Boundary>();
	for (const [name, spec] of Object.entries(manifest.codeLists)) {
		const list = await readCodeList(folder, spec);
		if (list.ok) lists[name] = list.value;
	}
});

function read(text: string, manifest: Manifest = smallManifest()): ReadCases {
	return readCases('cases.csv', text, { manifest, areas, leaves, lists });
}

const readRows = (rows: readonly Partial<CaseRow>[], manifest?: Manifest): ReadCases =>
	read(casesCsv(rows.map((row, i) => caseRow({ Case_No: `C-${i}`, ...row }))), manifest);

/** The codes of one coded column, undefined where a case has none. */
function codesOf({ table }: ReadCases, name: string): (string | undefined)[] {
	const codes = lists[name]?.tree.codes ?? [];
	return Array.from(table.codes[name] ?? [], (at) => (at === MISSING ? undefined : codes[at]));
}

describe('a case without a fault', () => {
	it('is kept in every column', () => {
		const cases = readRows([{}]);
		const { table } = cases;
		expect(cases.rejections).toEqual([]);
		expect(table.rows).toBe(1);
		expect(areas.codes[table.area[0] ?? -1]).toBe('0101');
		expect(
			[table.openedOn[0], table.dueOn[0], table.closedOn[0]].map((day) => isoDay(day ?? 0))
		).toEqual(['2020-03-05', '2020-04-04', '2020-03-20']);
		expect([table.people[0], table.lon[0], table.lat[0]]).toEqual([2, 100.25, 30.75]);
		expect(table.closedBeforeOpened[0]).toBe(0);
		const names = ['type', 'channel', 'outcome', 'in_time'];
		expect(names.map((name) => codesOf(cases, name)[0])).toEqual([
			'border',
			'phone',
			'resolved',
			'yes'
		]);
		expect(cases.account).toEqual({
			rows: 1,
			accepted: 1,
			rejected: 0,
			setAside: 0,
			notes: { area_stated: 1 }
		});
	});

	it('says nothing where the file says nothing', () => {
		const silent = { Due: '', Closed: '', People: '', Way: '', State: '', X: '', Y: '' };
		const cases = readRows([{ ...silent, Group: '', Kind: '' }]);
		const { table } = cases;
		expect([table.dueOn[0], table.closedOn[0], table.people[0]]).toEqual([
			MISSING,
			MISSING,
			MISSING
		]);
		expect([table.lon[0], table.lat[0]]).toEqual([NaN, NaN]);
		const names = ['type', 'channel', 'outcome', 'in_time'];
		expect(names.map((name) => codesOf(cases, name)[0])).toEqual(names.map(() => undefined));
	});

	it('stands in the order of the days, those of one day in the order of the file', () => {
		const cases = readRows([
			{ Opened: '05/01/2020 08:00:00 AM', People: '1' },
			{ Opened: '02/01/2020 11:00:00 PM', People: '2' },
			{ Opened: '05/01/2020 07:00:00 AM', People: '3' },
			{ Opened: '02/01/2020 01:00:00 AM', People: '4' }
		]);
		expect([...cases.table.people]).toEqual([2, 4, 1, 3]);
	});

	it('is found by column names in any case, and in any order of columns', () => {
		const row = caseRow();
		const names = [...caseColumns].reverse();
		const text = csvOf([names.map((name) => name.toUpperCase()), names.map((name) => row[name])]);
		expect(read(text).account.accepted).toBe(1);
	});

	it('has no point where the manifest keeps none', () => {
		const manifest = smallManifest();
		manifest.points.keep = 'none';
		const { table, account } = readRows([{}, { Village: '' }], manifest);
		expect([...table.lon, ...table.lat]).toEqual([NaN, NaN, NaN, NaN]);
		expect(account.notes).toEqual({ area_stated: 1, area_from_point: 1 });
	});
});

/** That none of so many rows is left, and how many of them lie outside the period. */
const none = (rows: number, setAside = 0): Rejection => ({
	file: 'cases.csv',
	row: 0,
	column: '',
	value: String(rows),
	reason: 'cases-none',
	expected: String(setAside)
});

describe('a row with a fault', () => {
	/** A clean row that covers lines 2 to 4 of the file. */
	const tall = caseRow({ Case_No: 'tall', Applicant: 'three\nlines\r\nof name' });
	const at = { file: 'cases.csv', row: 5 };
	const american = 'MM/DD/YYYY hh:mm:ss A';

	it.each<[string, Partial<CaseRow>, Omit<Rejection, 'file' | 'row'>]>([
		['no id', { Case_No: '' }, { column: 'Case_No', value: '', reason: 'value-missing' }],
		[
			'an id twice',
			{ Case_No: 'tall' },
			{ column: 'Case_No', value: 'tall', reason: 'id-duplicate', expected: '2' }
		],
		['no day of opening', { Opened: '' }, { column: 'Opened', value: '', reason: 'value-missing' }],
		[
			'a day of opening that does not exist',
			{ Opened: '02/30/2020 09:00:00 AM' },
			{
				column: 'Opened',
				value: '02/30/2020 09:00:00 AM',
				reason: 'date-invalid',
				expected: american
			}
		],
		[
			'a day of closing in another format',
			{ Closed: '2020-03-20' },
			{ column: 'Closed', value: '2020-03-20', reason: 'date-format', expected: american }
		],
		[
			'a day due in another format',
			{ Due: '04/04/2020' },
			{ column: 'Due', value: '04/04/2020', reason: 'date-format', expected: 'YYYY-MM-DD' }
		],
		[
			'people in words',
			{ People: 'two' },
			{ column: 'People', value: 'two', reason: 'number-invalid' }
		],
		[
			'people by halves',
			{ People: '2.5' },
			{ column: 'People', value: '2.5', reason: 'number-invalid' }
		],
		[
			'people in debt',
			{ People: '-1' },
			{ column: 'People', value: '-1', reason: 'number-invalid' }
		],
		[
			'more people than there are',
			{ People: '99999999999' },
			{ column: 'People', value: '99999999999', reason: 'number-invalid' }
		],
		[
			'a type that the list does not have',
			{ Kind: 'Well' },
			{
				column: 'Group > Kind',
				value: 'Land > Well',
				reason: 'code-unknown',
				expected: 'land, Land > Border, Land > Use, Family, Work > Wages'
			}
		],
		[
			'a channel that the list does not have',
			{ Way: 'Fax' },
			{ column: 'Way', value: 'Fax', reason: 'code-unknown', expected: 'Telephone, visit' }
		],
		[
			'a point with its axes exchanged, though its numbers could be degrees',
			{ X: '30.5', Y: '101.5' },
			{ column: 'X', value: '30.5, 101.5', reason: 'point-swapped' }
		],
		[
			'a point in metres',
			{ X: '501234.5', Y: '3412345.6' },
			{ column: 'X', value: '501234.5, 3412345.6', reason: 'point-not-degrees' }
		]
	])('is rejected with its place and value: %s', (_, fault, rejection) => {
		const bad = caseRow({ Case_No: 'bad', ...fault });
		const cases = read(casesCsv([tall, bad, caseRow({ Case_No: 'next' })]));
		expect(cases.rejections).toEqual([{ ...at, ...rejection }]);
		expect(cases.account).toMatchObject({ rows: 3, accepted: 2, rejected: 1, setAside: 0 });
	});

	it('is rejected for its area where the manifest says so', () => {
		const manifest = smallManifest();
		manifest.cases.area.otherwise = 'reject';
		const bad = caseRow({ Case_No: 'bad', Village: '999.0' });
		expect(read(casesCsv([tall, bad]), manifest).rejections).toEqual([
			{ ...at, column: 'Village', value: '999.0', reason: 'area-unknown' }
		]);
	});

	it('is rejected for a rule that gives a code which no list has', () => {
		const manifest = smallManifest();
		manifest.cases.codes['outcome'] = {
			rules: [{ when: { State: ['done'], Ending: { filled: true } }, code: 'gone' }]
		};
		expect(readRows([{}], manifest).rejections).toEqual([
			{
				file: 'cases.csv',
				row: 2,
				column: 'State × Ending',
				value: 'gone',
				reason: 'code-unknown',
				expected: 'open, resolved, not_resolved'
			},
			none(1)
		]);
	});

	const cells = (value: string): Partial<Rejection> => ({
		column: '',
		value,
		reason: 'cells-missing',
		expected: '15'
	});
	it.each<[string, (line: string) => string, Partial<Rejection>]>([
		['a cell too few', (line) => line.slice(0, line.lastIndexOf(',')), cells('14')],
		['a cell too many', (line) => `${line},"more"`, cells('16')],
		[
			'a quote that never closes',
			(line) => line.slice(0, -1),
			{ column: 'Phone', value: '', reason: 'quote-broken' }
		],
		[
			'a cell of ten million characters',
			(line) => line.replace('+00', 'x'.repeat(1e7)),
			{ column: 'Phone', value: '10000009', reason: 'cell-too-long', expected: '32767' }
		]
	])('is rejected for its cells: %s', (_, damage, fault) => {
		const [header = '', good = ''] = casesCsv([tall]).split(/\n(?="C?tall)/);
		const bad = damage(casesCsv([caseRow({ Case_No: 'bad' })]).split('\n')[1] ?? '');
		const cases = read(`${header}\n${good}${bad}\n`);
		expect(cases.rejections).toEqual([{ ...at, ...fault }]);
		expect(cases.account).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
	});

	it('is told its first fault only', () => {
		const cases = readRows([{ Case_No: '', Opened: 'never', People: 'none' }]);
		expect(cases.rejections.map(({ reason }) => reason)).toEqual(['value-missing', 'cases-none']);
	});

	it('does not keep its id from a later row that is sound', () => {
		const cases = readRows([{ Case_No: 'C', People: 'two' }, { Case_No: 'C' }, { Case_No: 'C' }]);
		expect(cases.rejections.map(({ row, reason }) => [row, reason])).toEqual([
			[2, 'number-invalid'],
			[4, 'id-duplicate']
		]);
	});
});

describe('a file with missing columns', () => {
	it('is rejected as a whole, every column named, every row counted', () => {
		const rows = [caseRow(), caseRow({ Case_No: 'C-2' })];
		const names = caseColumns.filter((name) => !['Opened', 'X', 'Kind', 'Ending'].includes(name));
		const cases = read(csvOf([names, ...rows.map((row) => names.map((name) => row[name]))]));
		expect(cases.rejections).toEqual(
			['Opened', 'X', 'Kind', 'Ending'].map((column) => ({
				file: 'cases.csv',
				row: 1,
				column,
				value: '',
				reason: 'column-missing'
			}))
		);
		expect(cases.table.rows).toBe(0);
		expect(cases.account).toEqual({ rows: 2, accepted: 0, rejected: 2, setAside: 0, notes: {} });
	});

	it('does not mind a refused column that is missing', () => {
		const names = caseColumns.filter((name) => !['Applicant', 'Phone'].includes(name));
		const row = caseRow();
		const cases = read(csvOf([names, names.map((name) => row[name])]));
		expect(cases.account.accepted).toBe(1);
	});

	it('without anything in it misses every column that is read', () => {
		const cases = read('');
		expect(cases.account).toMatchObject({ rows: 0, accepted: 0, rejected: 0 });
		expect(cases.rejections.map(({ column }) => column)).toEqual([
			'Case_No',
			'Village',
			'Opened',
			'Closed',
			'Due',
			'People',
			'X',
			'Y',
			'Group',
			'Kind',
			'Way',
			'State',
			'Ending'
		]);
	});
});

describe('the period', () => {
	it.each([
		['12/31/2019 11:59:59 PM', 0],
		['01/01/2020 12:00:00 AM', 1],
		['12/31/2020 11:59:59 PM', 1],
		['01/01/2021 12:00:00 AM', 0]
	])('holds its first and its last day: %s', (Opened, accepted) => {
		const { account, rejections, table } = readRows([{ Opened }]);
		const setAside = 1 - accepted;
		expect(account).toMatchObject({ rows: 1, accepted, setAside, rejected: 0 });
		expect(account.notes['outside_period'] ?? 0).toBe(setAside);
		expect(table.rows).toBe(accepted);
		expect(rejections).toEqual(accepted === 1 ? [] : [none(1, 1)]);
	});

	it('is not the first thing that is judged: a faulty row outside is rejected', () => {
		const { account } = readRows([{ Opened: '01/01/2021 12:00:00 AM', People: 'two' }]);
		expect(account).toMatchObject({ rejected: 1, setAside: 0 });
	});

	it('does not free the id of a row that is set aside', () => {
		const { account } = readRows([
			{ Case_No: 'C', Opened: '01/01/2021 12:00:00 AM' },
			{ Case_No: 'C' }
		]);
		expect(account).toMatchObject({ accepted: 0, rejected: 1, setAside: 1 });
	});
});

describe('a case that closed before it opened', () => {
	it.each<[string, string, string, number]>([
		['a day before', '03/05/2020 12:00:00 AM', '03/04/2020 11:59:59 PM', 1],
		['a second before', '03/05/2020 09:30:01 AM', '03/05/2020 09:30:00 AM', 1],
		['half a day before', '03/05/2020 12:30:00 PM', '03/05/2020 12:30:00 AM', 1],
		['in the same second', '03/05/2020 09:30:00 AM', '03/05/2020 09:30:00 AM', 0],
		['a second after', '03/05/2020 12:59:59 AM', '03/05/2020 01:00:00 AM', 0]
	])('is kept and flagged, to the second: %s', (_, Opened, Closed, flag) => {
		const { table, account } = readRows([{ Opened, Closed }]);
		expect([...table.closedBeforeOpened]).toEqual([flag]);
		expect(account.notes['closed_before_opened'] ?? 0).toBe(flag);
		expect(account.accepted).toBe(1);
	});

	it.each<[string, number]>([
		['2020-03-04', 1],
		['2020-03-05', 0]
	])('is judged by the day where the file gives only the day: %s', (Closed, flag) => {
		const manifest = smallManifest();
		manifest.cases.closed_on = { from: 'Closed', format: 'YYYY-MM-DD' };
		const { table } = readRows([{ Opened: '03/05/2020 09:30:00 AM', Closed }], manifest);
		expect([...table.closedBeforeOpened]).toEqual([flag]);
	});
});

describe('whether a case closed in time', () => {
	it.each<[string, string, string, string | undefined]>([
		['before the day', '2020-04-04', '04/03/2020 11:59:59 PM', 'yes'],
		['on the day, in the evening', '2020-04-04', '04/04/2020 11:59:59 PM', 'yes'],
		['the day after', '2020-04-04', '04/05/2020 12:00:00 AM', 'no'],
		['never yet', '2020-04-04', '', undefined],
		['without a day due', '', '04/04/2020 10:00:00 AM', undefined]
	])('is derived from the day due: %s', (_, Due, Closed, expected) => {
		expect(codesOf(readRows([{ Due, Closed }]), 'in_time')).toEqual([expected]);
	});

	it('goes by the day even where the file gives the hour due', () => {
		const manifest = smallManifest();
		manifest.cases.due_on = { from: 'Due', format: 'MM/DD/YYYY hh:mm:ss A' };
		const row = { Due: '04/04/2020 08:00:00 AM', Closed: '04/04/2020 05:00:00 PM' };
		expect(codesOf(readRows([row], manifest), 'in_time')).toEqual(['yes']);
	});

	it('is written into the column that asks for it, whatever its name', () => {
		const manifest = smallManifest();
		const { in_time: inTime, ...codes } = manifest.cases.codes;
		if (!inTime) throw new Error('The small city derives in_time.');
		manifest.cases.codes = { ...codes, punctual: inTime };
		const punctual = lists['in_time'];
		const context = { manifest, areas, leaves, lists: { ...lists, ...(punctual && { punctual }) } };
		const { table } = readCases('cases.csv', casesCsv([caseRow()]), context);
		expect([...(table.codes['punctual'] ?? [])]).toEqual([punctual?.tree.position.get('yes')]);
	});
});

describe('refused columns', () => {
	it('leave nothing behind, neither in the table nor in a rejection', () => {
		const secrets = { Applicant: 'SECRET-NAME', Phone: 'SECRET-PHONE' };
		const faults: Partial<CaseRow>[] = [
			{},
			{ Case_No: '' },
			{ Opened: 'x' },
			{ People: 'x' },
			{ Kind: 'x' },
			{ Opened: '01/01/2031 12:00:00 AM' }
		];
		const text = casesCsv(
			faults.map((fault, i) => caseRow({ Case_No: String(i), ...secrets, ...fault }))
		);
		const broken = `${text}"7","${secrets.Applicant}"\n"8","${secrets.Phone}`;
		const { table, rejections, account } = read(broken);
		expect(rejections).toHaveLength(6);
		expect(JSON.stringify([rejections, account, table])).not.toContain('SECRET');
	});
});

describe('any rows, however dirty', () => {
	/** For each column a few values that are sound and a few that are not. */
	const dirty: fc.Arbitrary<CaseRow> = fc.record({
		Case_No: fc.constantFrom('', ...Array.from({ length: 30 }, (_, i) => String(i))),
		Opened: fc.constantFrom(
			'03/05/2020 09:30:00 AM',
			'07/01/2020 12:00:00 PM',
			'12/31/2020 11:59:59 PM',
			'06/30/2019 10:00:00 AM',
			'01/01/2021 12:00:00 AM',
			'02/30/2020 09:30:00 AM',
			''
		),
		Due: fc.constantFrom('2020-04-04', '', '2020-13-01'),
		Closed: fc.constantFrom('03/20/2020 04:00:00 PM', '', '03/20/2020 16:00:00 PM'),
		Village: fc.constantFrom('101.0', '0102', '202', '0100', '', '999'),
		X: fc.constantFrom('100.5', '103.5', '104.5', '', 'x'),
		Y: fc.constantFrom('30.5', '', '31.5'),
		People: fc.constantFrom('2', '', '0', '-1', '3 people'),
		Group: fc.constantFrom('Land', 'Work', ''),
		Kind: fc.constantFrom('Border', 'Use', 'Wages', ''),
		Way: fc.constantFrom('Telephone', 'visit', '', 'Fax'),
		State: fc.constantFrom('open', 'done', ''),
		Ending: fc.constantFrom('agreed', 'not agreed', '', 'a\nb'),
		Applicant: fc.constantFrom('Nobody', 'No\nBody', 'No, "Body"'),
		Phone: fc.constant('0')
	});

	/** A row that is written with a cell too few or too many. */
	const shapes = fc.constantFrom<'whole' | 'short' | 'long'>(
		'whole',
		'whole',
		'whole',
		'short',
		'long'
	);
	const files = fc.array(fc.tuple(dirty, shapes), { maxLength: 40 });

	function written([row, shape]: [CaseRow, string]): string[] {
		const cells = caseColumns.map((name) => row[name]);
		if (shape === 'short') return cells.slice(0, -1);
		return shape === 'long' ? [...cells, 'more'] : cells;
	}

	it('are accepted, rejected or set aside, each exactly once', () => {
		fc.assert(
			fc.property(files, fc.constantFrom('reject', 'point'), (rows, otherwise) => {
				const manifest = smallManifest();
				manifest.cases.area.otherwise = otherwise === 'reject' ? 'reject' : 'point';
				const { table, account, rejections } = read(
					csvOf([[...caseColumns], ...rows.map(written)]),
					manifest
				);
				const { accepted, rejected, setAside, notes } = account;
				expect(account.rows).toBe(rows.length);
				expect(accepted + rejected + setAside).toBe(account.rows);
				expect(table.rows).toBe(accepted);
				expect(rejections.filter(({ row }) => row > 0)).toHaveLength(rejected);
				expect(rejections.some(({ reason }) => reason === 'cases-none')).toBe(accepted === 0);
				expect(notes['outside_period'] ?? 0).toBe(setAside);
				const placed = ['area_stated', 'area_from_point', 'area_unknown'];
				expect(placed.reduce((sum, name) => sum + (notes[name] ?? 0), 0)).toBe(accepted);
				const lines = rejections.map(({ row }) => row).filter((row) => row > 0);
				expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
			}),
			{ ...fixed, numRuns: 300 }
		);
	});

	it('give a table without a hole in area or day, sorted by day', () => {
		fc.assert(
			fc.property(files, (rows) => {
				const { table } = read(csvOf([[...caseColumns], ...rows.map(written)]));
				const days = [...table.openedOn];
				expect(days).toEqual([...days].sort((a, b) => a - b));
				expect(days.every((day) => isoDay(day).startsWith('2020'))).toBe(true);
				expect([...table.area].every((at) => at >= 0 && at < areas.codes.length)).toBe(true);
			}),
			fixed
		);
	});
});
