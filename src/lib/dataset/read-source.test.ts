import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { REJECTION_REASONS, type Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import {
	caseRow,
	casesCsv,
	folderOf,
	smallFiles,
	smallManifest
} from '#lib/ingest/small-folder.ts';
import { readManifest, readSource, type ReadSource } from './read-source.ts';

type Files = Record<string, string | Uint8Array<ArrayBuffer>>;

async function read(changed: Files): Promise<ReadSource> {
	return readSource(folderOf({ ...smallFiles(), ...changed }));
}

function without(name: string): Files {
	return Object.fromEntries(Object.entries(smallFiles()).filter(([one]) => one !== name));
}

/** The manifest of the small city, changed. */
function manifestFile(change: (manifest: Manifest) => unknown): Files {
	const manifest = smallManifest();
	change(manifest);
	return { 'dataset.json': JSON.stringify(manifest) };
}

describe('a dataset folder', () => {
	it('is read whole', async () => {
		const { source, rejections } = await read({});
		expect(rejections).toEqual([]);
		expect(source?.manifest).toEqual(smallManifest());
		expect(source?.areas.codes).toHaveLength(7);
		expect(source?.boundaries.get('village')?.size).toBe(4);
		expect(Object.keys(source?.lists ?? {})).toEqual(['type', 'channel', 'outcome', 'in_time']);
		expect(source?.account).toMatchObject({ rows: 2, accepted: 2 });
	});

	it('may have its files packed, under whichever name comes first', async () => {
		const cases = new Uint8Array(
			gzipSync(casesCsv([caseRow(), caseRow({ Case_No: 'x', People: '?' })]))
		);
		const { source, rejections } = await read({ 'cases.csv.gz': cases });
		expect(rejections).toMatchObject([{ file: 'cases.csv.gz', row: 3, column: 'People' }]);
		expect(source?.account).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
	});

	it('can be used though some of its rows are rejected', async () => {
		const { source, account, rejections } = await read({
			'cases.csv': casesCsv([caseRow({ Case_No: '' }), caseRow()])
		});
		expect(source?.account).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
		expect(account).toBe(source?.account);
		expect(rejections).toHaveLength(1);
	});

	it.each<[string, Partial<Parameters<typeof caseRow>[0]>[], object]>([
		['every row is rejected', [{ Case_No: '' }], { rows: 1, rejected: 1, setAside: 0 }],
		[
			'every row lies outside',
			[{ Opened: '03/05/2019 09:30:00 AM' }],
			{ rows: 1, rejected: 0, setAside: 1 }
		],
		['there is no row', [], { rows: 0, rejected: 0, setAside: 0 }]
	])('cannot be used where %s, and says so with its account', async (_, rows, expected) => {
		const { source, account, rejections } = await read({
			'cases.csv': casesCsv(rows.map(caseRow))
		});
		expect(source).toBeUndefined();
		expect(account).toMatchObject({ ...expected, accepted: 0 });
		expect(rejections.at(-1)).toMatchObject({ file: 'cases.csv', row: 0, reason: 'cases-none' });
	});

	it.each<[string, Files, Partial<Rejection>[]]>([
		[
			'a manifest that is no JSON',
			{ 'dataset.json': '{' },
			[{ file: 'dataset.json', row: 1, reason: 'json-cut-off' }]
		],
		[
			'boundaries that are damaged',
			{ 'counties.geojson': 'null' },
			[{ file: 'counties.geojson', reason: 'boundaries-unreadable' }]
		],
		[
			'a code list that is damaged',
			{ 'types.csv': 'code,zh,en\n' },
			[{ file: 'types.csv', row: 1, column: 'parent', reason: 'column-missing' }]
		],
		[
			'areas that are damaged',
			{ 'areas.csv': (smallFiles()['areas.csv'] ?? '').replace(',village,', ',hamlet,') },
			[{ file: 'areas.csv', row: 4, column: 'level', value: 'hamlet', reason: 'level-unknown' }]
		],
		[
			'cases without a column that is needed',
			{ 'cases.csv': 'Case_No,Village\n1,0101\n' },
			[{ file: 'cases.csv', row: 1, column: 'Opened', reason: 'column-missing' }]
		],
		[
			'cases that are cut off',
			{ 'cases.csv.gz': new Uint8Array(gzipSync(casesCsv([caseRow()]))).slice(0, -9) },
			[{ file: 'cases.csv.gz', row: 0, reason: 'file-truncated' }]
		],
		[
			'cases in GBK',
			{ 'cases.csv': new Uint8Array([0x69, 0x64, 0x2c, 0xbe, 0xc0, 0xb7, 0xd7]) },
			[{ file: 'cases.csv', row: 1, reason: 'file-not-utf8', value: 'GB18030' }]
		]
	])('cannot be used with %s', async (_, files, rejections) => {
		const result = await read(files);
		expect(result.source).toBeUndefined();
		expect(result.rejections.slice(0, rejections.length)).toMatchObject(rejections);
	});

	it.each([
		'dataset.json',
		'villages.geojson',
		'city.topo.json',
		'types.csv',
		'codes.json',
		'areas.csv'
	])('cannot be used without %s', async (name) => {
		const { source, rejections } = await readSource(folderOf(without(name)));
		expect(source).toBeUndefined();
		expect(rejections).toEqual([
			{ file: name, row: 0, column: '', value: name, reason: 'file-missing' }
		]);
	});

	it('cannot be used without its cases, and says which names were looked for', async () => {
		const { source, rejections } = await readSource(folderOf(without('cases.csv')));
		expect(source).toBeUndefined();
		expect(rejections).toMatchObject([
			{ file: 'cases.csv.gz', value: 'cases.csv.gz, cases.csv', reason: 'file-missing' }
		]);
	});

	it('only ever gives reasons that have a sentence', async () => {
		const { rejections } = await read({ 'cases.csv': casesCsv([caseRow({ Kind: 'x' })]) });
		for (const { reason } of rejections) expect(REJECTION_REASONS).toContain(reason);
		expect(rejections).toHaveLength(2);
	});
});

describe('a manifest with a fault', () => {
	type Change = (manifest: Manifest) => unknown;
	/** A field given a value that its type does not allow. */
	const set =
		(part: (manifest: Manifest) => object | undefined, fields: object): Change =>
		(manifest) =>
			Object.assign(part(manifest) ?? {}, fields);

	it.each<[string, Change, Partial<Rejection>]>([
		[
			'a field missing',
			(manifest) => delete (manifest as Partial<Manifest>).as_of,
			{ column: 'as_of', reason: 'field-missing', row: 1 }
		],
		[
			'a field that nobody knows',
			set(({ cases }) => cases, { closed_no: { from: 'Closed' } }),
			{ column: 'cases.closed_no', value: '', reason: 'field-unknown' }
		],
		[
			'an empty title',
			({ title }) => (title.en = ''),
			{ column: 'title.en', value: '""', reason: 'field-empty' }
		],
		[
			'a text for a yes or no',
			set((manifest) => manifest, { synthetic: 'yes' }),
			{ column: 'synthetic', value: '"yes"', reason: 'field-type', expected: 'flag' }
		],
		[
			'an unknown format of dates',
			set(({ cases }) => cases.opened_on, { format: 'DD.MM.YYYY' }),
			{
				column: 'cases.opened_on.format',
				value: '"DD.MM.YYYY"',
				reason: 'field-choice',
				expected: 'YYYY-MM-DD, MM/DD/YYYY hh:mm:ss A'
			}
		],
		[
			'an unknown kind of indicator',
			set(({ indicators }) => indicators[0], { kind: 'ratio' }),
			{
				column: 'indicators.count.kind',
				value: '"ratio"',
				reason: 'field-choice',
				expected: 'count, share, rate'
			}
		],
		[
			'a share without a denominator',
			set(({ indicators }) => indicators[0], { kind: 'share', smallestDenominator: 1 }),
			{ column: 'indicators.count.denominator', reason: 'denominator-missing' }
		],
		[
			'a rate without a denominator',
			set(({ indicators }) => indicators[0], {
				kind: 'rate',
				per: 1000,
				smallestDenominator: 1,
				smallestNumerator: 1
			}),
			{ column: 'indicators.count.denominator', reason: 'denominator-missing' }
		],
		[
			'a smallest number that is none',
			set(({ indicators }) => indicators[0], {
				kind: 'share',
				denominator: 'handled',
				smallestDenominator: 0
			}),
			{
				column: 'indicators.count.smallestDenominator',
				value: '0',
				reason: 'field-number',
				expected: '1'
			}
		],
		[
			'a 31st of February',
			set((manifest) => manifest, { as_of: '2020-02-31' }),
			{ column: 'as_of', value: '"2020-02-31"', reason: 'field-date' }
		],
		[
			'a 13th month',
			set(({ opening }) => opening, { to: '2020-13' }),
			{ column: 'opening.to', value: '"2020-13"', reason: 'field-month' }
		],
		[
			'an id that is a path',
			set((manifest) => manifest, { id: '../other' }),
			{ column: 'id', value: '"../other"', reason: 'field-id' }
		],
		[
			'a pattern that is none',
			set(({ cases }) => cases.codes, {
				outcome: { rules: [{ when: { State: { matches: '(' } }, code: 'open' }] }
			}),
			{
				column: 'cases.codes.outcome.rules.0.when.State.matches',
				value: '"("',
				reason: 'field-pattern'
			}
		],
		[
			'a coded column in no known form',
			set(({ cases }) => cases.codes, { type: { form: 'Kind' } }),
			{
				column: 'cases.codes.type',
				value: '{"form":"Kind"}',
				reason: 'field-shape',
				expected: 'from / derived / rules'
			}
		],
		[
			'a column that is a number',
			set(({ cases }) => cases.codes, { type: { from: 7 } }),
			{ column: 'cases.codes.type.from', value: '7', reason: 'field-type', expected: 'text / list' }
		],
		[
			'a numerator that is no tally',
			set(({ indicators }) => indicators[0], { numerator: 'gone' }),
			{
				column: 'indicators.count.numerator',
				value: 'gone',
				reason: 'field-name-unknown',
				expected: 'handled, resolved, quick_calls'
			}
		],
		[
			'a refused column that it reads',
			({ cases }) => cases.refused.push('PEOPLE'),
			{ column: 'cases.people.from', value: 'People', reason: 'field-refused' }
		],
		[
			'a tally of a code that the list does not have',
			set(({ tallies }) => tallies[1], { where: { outcome: ['resolved', 'resolvd'] } }),
			{
				column: 'tallies.resolved.where.outcome',
				value: 'resolvd',
				reason: 'field-name-unknown',
				expected: 'open, resolved, not_resolved'
			}
		],
		[
			'a tally of a code that a file does not have',
			set(({ tallies }) => tallies[1], { where: { type: ['water'] } }),
			{ column: 'tallies.resolved.where.type', value: 'water', reason: 'field-name-unknown' }
		],
		[
			'a rule that gives a code which the list does not have',
			set(({ cases }) => cases.codes, {
				outcome: { rules: [{ when: { State: ['open'] }, code: 'opened' }] }
			}),
			{ column: 'cases.codes.outcome.rules', value: 'opened', reason: 'field-name-unknown' }
		],
		[
			'a derived column whose list cannot say no',
			set(({ codeLists }) => codeLists['in_time'], {
				codes: [{ code: 'yes', zh: '是', en: 'Yes' }]
			}),
			{ column: 'cases.codes.in_time.derived', value: 'no', reason: 'field-name-unknown' }
		]
	])('is refused, and the field is named: %s', async (_, change, rejection) => {
		const { source, rejections } = await read(manifestFile(change));
		expect(source).toBeUndefined();
		expect(rejections).toMatchObject([{ file: 'dataset.json', row: 1, ...rejection }]);
	});

	it('is refused with the line on which the field stands', async () => {
		const manifest = smallManifest();
		Object.assign(manifest.indicators[0] ?? {}, { numerator: 'gone' });
		const text = JSON.stringify(manifest, null, 2).replaceAll('\n', '\r\n');
		const { rejections } = await read({ 'dataset.json': text });
		const line = text.split('\n').findIndex((one) => one.includes('"gone"')) + 1;
		expect(line).toBeGreaterThan(100);
		expect(rejections).toMatchObject([{ row: line, value: 'gone' }]);
	});

	it('is told every one of them', async () => {
		const files = manifestFile((manifest) => {
			manifest.opening.level = 'ward';
			manifest.opening.headline = ['gone', 'lost'];
		});
		const read = await readManifest(folderOf(files));
		expect(
			'rejections' in read && read.rejections.map(({ column, value }) => [column, value])
		).toEqual([
			['opening.level', 'ward'],
			['opening.headline', 'gone'],
			['opening.headline', 'lost']
		]);
	});
});
