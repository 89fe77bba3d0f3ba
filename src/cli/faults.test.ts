/** Each fault that a folder can have, caused on a real one and told by the real command. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Manifest } from '#lib/domain/manifest.ts';
import { figure, reportFiles, smallReport } from '#lib/dataset/small-report.ts';
import { bookFiles } from '#lib/ingest/small-books.ts';
import {
	caseRow,
	casesCsv,
	smallFiles,
	smallManifest,
	type CaseRow
} from '#lib/ingest/small-folder.ts';

vi.setConfig({ testTimeout: 30_000 });

type Files = Record<string, string | Uint8Array>;

const manifest = (change: (manifest: Manifest) => unknown): Files => {
	const changed = smallManifest();
	change(changed);
	return { 'dataset.json': JSON.stringify(changed, null, '\t') };
};
const replaced = (name: string, from: string | RegExp, to: string): Files => {
	const before = smallFiles()[name] ?? '';
	const after = before.replace(from, to);
	if (after === before) throw new Error(`${name} does not hold ${String(from)}.`);
	return { [name]: after };
};
const rows = (...given: Partial<CaseRow>[]): Files => ({
	'cases.csv': casesCsv([
		caseRow(),
		...given.map((one, i) => caseRow({ Case_No: `C-${i + 2}`, ...one }))
	])
});
const gone = (name: string): Files => ({ [name]: '' });

/** A fault, its files (an empty one is removed), and what must be named: file, line, column, value. */
const faults: [string, Files, string[]][] = [
	[
		'a misspelt field',
		manifest(({ cases }) => Object.assign(cases, { closed_no: 1 })),
		['dataset.json', 'cases.closed_no']
	],
	[
		'a wrong value',
		manifest(({ indicators }) => Object.assign(indicators[0] ?? {}, { kind: 'x' })),
		['dataset.json', 'indicators.count.kind', '"x"', 'count, share, rate']
	],
	[
		'no denominator',
		manifest(({ indicators }) =>
			Object.assign(indicators[0] ?? {}, { kind: 'share', smallestDenominator: 1 })
		),
		['dataset.json', 'indicators.count.denominator', 'population']
	],
	['a manifest cut off', { 'dataset.json': '{\n"format": 1,' }, ['dataset.json', '2']],
	['no manifest', gone('dataset.json'), ['dataset.json']],
	['no table', gone('areas.csv'), ['areas.csv']],
	['no boundary file', gone('counties.geojson'), ['counties.geojson']],
	['no code list', gone('types.csv'), ['types.csv']],
	['no case file', gone('cases.csv'), ['cases.csv.gz', 'cases.csv']],
	[
		'an area without a boundary',
		replaced('villages.geojson', '"CODE":"0102"', '"CODE":"0109"'),
		['areas.csv', '5', 'code', '0102', 'villages.geojson', '0109']
	],
	[
		'a boundary without a code',
		replaced('villages.geojson', '"CODE":"0102"', '"KODE":"0102"'),
		['villages.geojson', '2', '{CODE}', 'KODE']
	],
	[
		'no such object in the TopoJSON',
		manifest(({ levels }) => Object.assign(levels[2]?.boundaries ?? {}, { object: 'town' })),
		['city.topo.json', 'town', 'city']
	],
	[
		'an area code twice',
		replaced('areas.csv', '0102,', '0101,'),
		['areas.csv', '5', 'code', '0101', '4']
	],
	[
		'a parent that is not there',
		replaced('areas.csv', 'village,0100', 'village,0900'),
		['areas.csv', '4', 'parent', '0900']
	],
	[
		'an area of a case that is not there',
		{ ...manifest(({ cases }) => (cases.area.otherwise = 'reject')), ...rows({ Village: '7777' }) },
		['cases.csv', '3', 'Village', '7777']
	],
	['a code that no list has', rows({ Way: 'Fax' }), ['cases.csv', '3', 'Way', 'Fax', 'Telephone']],
	[
		'a code list whose parent is not there',
		replaced('types.csv', 'use,land', 'use,lend'),
		['types.csv', '4', 'parent', 'lend']
	],
	[
		'gzip cut off',
		{ 'cases.csv.gz': gzipSync(casesCsv([caseRow()])).subarray(0, 60) },
		['cases.csv.gz']
	],
	[
		'a workbook',
		{ 'cases.csv': new Uint8Array([0x50, 0x4b, 3, 4, 0]) },
		['cases.csv', 'CSV UTF-8']
	],
	[
		'GB18030',
		{ 'areas.csv': new Uint8Array([0x61, 0x0a, 0xbe, 0xc0, 0xb7, 0xd7]) },
		['areas.csv', '2', 'GB18030']
	],
	['UTF-16', { 'cases.csv': new Uint8Array([0xff, 0xfe, 0x61, 0]) }, ['cases.csv', 'UTF-16']],
	['NUL bytes', { 'cases.csv': 'a\nb\u0000' }, ['cases.csv', '2', 'NUL']],
	[
		'a quote that stays open',
		{ 'cases.csv': `${casesCsv([caseRow()])}"C-2","03/05/2020` },
		['cases.csv', '3', 'Opened']
	],
	['a cell too few', { 'cases.csv': `${casesCsv([caseRow()])}"C-2"\n` }, ['cases.csv', '3', '15']],
	['a column missing', replaced('cases.csv', 'Opened', 'Begun'), ['cases.csv', '1', 'Opened']],
	['a column twice', replaced('cases.csv', 'Due', 'Opened'), ['cases.csv', '1', 'Opened', '2, 3']],
	[
		'ten million characters',
		rows({ Kind: 'x'.repeat(1e7) }),
		['cases.csv', '3', 'Kind', '10000000']
	],
	['31 February', rows({ Due: '2020-02-31' }), ['cases.csv', '3', 'Due', '2020-02-31']],
	['month 13', rows({ Due: '2018-13-01' }), ['cases.csv', '3', 'Due', '2018-13-01']],
	[
		'another order',
		rows({ Due: '31/02/2018' }),
		['cases.csv', '3', 'Due', '31/02/2018', 'YYYY-MM-DD']
	],
	['year 0218', rows({ Due: '0218-02-01' }), ['cases.csv', '3', 'Due', '0218-02-01', '1900']],
	[
		'year 20188',
		rows({ Due: '20188-02-01' }),
		['cases.csv', '3', 'Due', '20188-02-01', 'YYYY-MM-DD']
	],
	['a number in words', rows({ People: 'two' }), ['cases.csv', '3', 'People', 'two']],
	['an id twice', rows({ Case_No: 'C-1' }), ['cases.csv', '3', 'Case_No', 'C-1', '2']],
	['points exchanged', rows({ X: '30.5', Y: '101.5' }), ['cases.csv', '3', 'X', '30.5, 101.5']],
	[
		'points in metres',
		rows({ X: '501234', Y: '3412345' }),
		['cases.csv', '3', 'X', '501234, 3412345']
	],
	[
		'boundaries exchanged',
		replaced(
			'villages.geojson',
			'[100,30],[101,30],[101,31],[100,31],[100,30]',
			'[30,100],[30,101],[31,101],[31,100],[30,100]'
		),
		['villages.geojson', '1', '0101', '30, 100']
	],
	[
		'boundaries in metres',
		replaced('villages.geojson', '[100,30],', '[501234,3412345],'),
		['villages.geojson', '1', '0101', '501234, 3412345']
	],
	[
		'a boundary that is open',
		replaced('villages.geojson', ',[100,30]]', ']'),
		['villages.geojson', '1', '0101']
	],
	[
		'a table that is named and not there',
		{ ...bookFiles(), ...gone('zones.csv') },
		['zones.csv.gz']
	],
	[
		'a table that is none',
		manifest((one) => Object.assign(one, { tables: { zonez: { file: 'zones.csv' } } })),
		['dataset.json', 'tables.zonez', 'zones']
	],
	[
		'a seed of real data',
		manifest((one) => Object.assign(one, { synthetic: false, seed: 7 })),
		['dataset.json', 'seed', '7', 'synthetic']
	],
	[
		'a choice that is none',
		bookFiles({ campaigns: ['id,name_zh,name_en,kind,from', 'K-1,春,Spring,yearly,2020-03-01'] }),
		['campaigns.csv', '2', 'kind', 'yearly', 'concentrated, special']
	],
	[
		'a week that the year has not',
		bookFiles({ filings: ['unit,period,due,kind', '0101,2018-W53,2019-01-07,missing'] }),
		['filings.csv', '2', 'period', '2018-W53', '2018-W31']
	],
	[
		'a number outside its range',
		bookFiles({ declared: ['area,period,row,level,value', '0200,2020-12,53,county,1'] }),
		['declared.csv', '2', 'row', '53', '1–52']
	],
	[
		'dates the wrong way round',
		bookFiles({ events: ['id,from,to,name_zh,name_en', 'E-1,2020-02-01,2020-01-01,节,Feast'] }),
		['events.csv', '2', 'to', '2020-01-01', 'from 2020-02-01']
	],
	[
		'a row of another table that is not there',
		bookFiles({ duty_history: ['duty,on,step', 'D-9,2020-03-01,assigned'] }),
		['duty_history.csv', '2', 'duty', 'D-9', 'duties']
	],
	[
		'an area of another level',
		bookFiles({ zone_areas: ['zone,area', 'Z-1,0100'] }),
		['zone_areas.csv', '2', 'area', '0100', 'village']
	],
	[
		'a figure of the report that differs',
		reportFiles(smallReport([figure('handled', 7119, { tally: 'handled' })])),
		['dataset.json', 'figures.handled', '7119', '5']
	],
	['no row left', { 'cases.csv': casesCsv([caseRow({ People: 'x' })]) }, ['cases.csv', '1']],
	['a header alone', { 'cases.csv': casesCsv([]) }, ['cases.csv']],
	[
		'markup and marks of direction',
		rows({ Way: '<script>=1+1\u202E\u001b[2J' }),
		['cases.csv', '3', 'Way', '<script>=1+1<U+202E>␛[2J']
	]
];

let place: string;
const folders: string[] = [];
beforeAll(() => {
	place = mkdtempSync(join(tmpdir(), 'hetu-faults-'));
	faults.forEach(([, files], i) => {
		const folder = join(place, String(i));
		mkdirSync(folder);
		for (const [name, content] of Object.entries({ ...smallFiles(), ...files })) {
			const path = join(folder, name);
			if (content.length > 0) writeFileSync(path, content);
			else rmSync(path, { force: true });
		}
		folders.push(folder);
	});
});
afterAll(() => {
	rmSync(place, { recursive: true, force: true });
});

interface Ran {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

const hetu = (...args: string[]): Promise<Ran> =>
	new Promise((resolve) => {
		const command = ['dist-cli/hetu.js', ...args];
		execFile(process.execPath, command, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
		});
	});

/** A sentence about a fault, never the inside of the program, and nothing that acts on a screen. */
function expectExplained(stderr: string, named: readonly string[]): void {
	for (const part of named) expect(stderr).toContain(part);
	expect(stderr).not.toMatch(/^\s+at |undefined|\[object/m);
	expect(stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
	expect(stderr.length).toBeLessThan(4_000);
}

// One language after the other: that every sentence is there in both is asked in tests/rejections.test.ts.
it.each(faults.map(([name, , named], i) => [name, i, named] as const))(
	'a check ends with 1 and names: %s',
	async (_, i, named) => {
		const isChinese = i % 2 === 0;
		const ran = await hetu('check', folders[i] ?? '', '--lang', isChinese ? 'zh-CN' : 'en');
		expect(ran.code).toBe(1);
		expectExplained(ran.stderr, named);
		expect(/\p{Script=Han}/u.test(ran.stderr)).toBe(isChinese);
	}
);

it.each([
	'no denominator',
	'gzip cut off',
	'an area code twice',
	'points exchanged',
	'no row left',
	'31 February'
])('a build with %s ends with 1, and writes a whole dataset or nothing', async (name) => {
	const i = faults.findIndex(([one]) => one === name);
	const out = join(place, `out-${String(i)}`);
	const ran = await hetu('build', folders[i] ?? '', '--out', out);
	expect(ran.code).toBe(1);
	expectExplained(ran.stderr, faults[i]?.[2] ?? []);
	const isUsable = ['points exchanged', '31 February'].includes(name);
	expect(existsSync(out)).toBe(isUsable);
	if (!isUsable) return;
	const index = JSON.parse(readFileSync(join(out, 'small/index.json'), 'utf8')) as {
		account: { rows: number; accepted: number; rejected: number; setAside: number };
		cases: { file: string };
	};
	expect(index.account).toMatchObject({ rows: 2, accepted: 1, rejected: 1, setAside: 0 });
	expect(existsSync(join(out, 'small', index.cases.file))).toBe(true);
});
