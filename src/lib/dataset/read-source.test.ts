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
		const { source, rejections } = await read({
			'cases.csv': casesCsv([caseRow({ Case_No: '' })])
		});
		expect(source?.account).toMatchObject({ rows: 1, accepted: 0, rejected: 1 });
		expect(rejections).toHaveLength(1);
	});

	it.each<[string, Files, Partial<Rejection>[]]>([
		[
			'a manifest that is no JSON',
			{ 'dataset.json': '{' },
			[{ file: 'dataset.json', row: 0, reason: 'file-not-json' }]
		],
		[
			'boundaries that are damaged',
			{ 'counties.geojson': 'null' },
			[{ file: 'counties.geojson', reason: 'boundary-missing' }]
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
			[{ file: 'cases.csv', row: 0, reason: 'file-not-utf8' }]
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
		expect(rejections).toHaveLength(1);
	});
});

describe('a manifest with a fault', () => {
	it.each<[string, (manifest: Manifest) => unknown, string, string?]>([
		['a field missing', (manifest) => delete (manifest as Partial<Manifest>).as_of, 'as_of'],
		['an empty title', ({ title }) => (title.en = ''), 'title.en'],
		[
			'an unknown format of dates',
			({ cases }) => Object.assign(cases.opened_on, { format: 'DD.MM.YYYY' }),
			'cases.opened_on.format'
		],
		[
			'a share without a denominator',
			({ indicators }) =>
				Object.assign(indicators[0] ?? {}, { kind: 'share', smallestDenominator: 1 }),
			'indicators.0.denominator'
		],
		[
			'a numerator that is no tally',
			({ indicators }) => Object.assign(indicators[0] ?? {}, { numerator: 'gone' }),
			'indicators.count.numerator',
			'gone'
		],
		[
			'a refused column that it reads',
			({ cases }) => cases.refused.push('PEOPLE'),
			'cases.people.from',
			'People'
		],
		[
			'a tally of a code that the list does not have',
			({ tallies }) =>
				Object.assign(tallies[1] ?? {}, { where: { outcome: ['resolved', 'resolvd'] } }),
			'tallies.resolved.where.outcome',
			'resolvd'
		],
		[
			'a tally of a code that a file does not have',
			({ tallies }) => Object.assign(tallies[1] ?? {}, { where: { type: ['water'] } }),
			'tallies.resolved.where.type',
			'water'
		],
		[
			'a rule that gives a code which the list does not have',
			({ cases }) =>
				Object.assign(cases.codes, {
					outcome: { rules: [{ when: { State: ['open'] }, code: 'opened' }] }
				}),
			'cases.codes.outcome.rules',
			'opened'
		],
		[
			'a derived column whose list cannot say no',
			({ codeLists }) =>
				Object.assign(codeLists['in_time'] ?? {}, {
					codes: [{ code: 'yes', zh: '是', en: 'Yes' }]
				}),
			'cases.codes.in_time.derived',
			'no'
		]
	])('is refused, and the field is named: %s', async (_, change, column, value) => {
		const { source, rejections } = await read(manifestFile(change));
		expect(source).toBeUndefined();
		expect(rejections).toMatchObject([
			{
				file: 'dataset.json',
				row: 0,
				column,
				reason: 'manifest-field',
				...(value !== undefined && { value })
			}
		]);
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
