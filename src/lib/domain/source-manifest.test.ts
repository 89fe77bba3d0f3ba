import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Report } from './report.ts';
import { smallIndex } from './small-dataset.ts';
import { sourceManifestFaults } from './source-manifest-faults.ts';
import { SourceManifestSchema, type SourceManifest } from './source-manifest.ts';
import { TABLE_NAMES } from './tables/tables.ts';

const text = { zh: '文', en: 'Text' };
type Figure = Report['sections'][number]['figures'][number];

function withFigures(...figures: unknown[]): SourceManifest {
	const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, { file: `${name}.csv` }]));
	return {
		...smallIndex().manifest,
		tables,
		report: {
			title: text,
			source: text,
			from: '2020-07',
			to: '2020-12',
			caveats: [],
			sections: [{ name: text, figures: figures as Figure[] }]
		}
	};
}

const counting = (counted: unknown, more = {}): unknown => ({
	id: 'one',
	name: text,
	printed: 1,
	counted,
	...more
});

/** Places and reasons of the schema's issues. */
function issuesOf(manifest: unknown): [string, string][] {
	const { issues = [] } = v.safeParse(SourceManifestSchema, manifest);
	return issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message]);
}

function faultsOf(manifest: SourceManifest): [string, string, string, string?][] {
	return sourceManifestFaults(manifest).map(({ path, value, reason, expected }) => [
		path.join('.'),
		value,
		reason,
		...(expected === undefined ? ([] as const) : ([expected] as const))
	]);
}

describe('the manifest of a folder', () => {
	it.each<[string, unknown]>([
		['what a page reads', smallIndex().manifest],
		['a seed', { ...smallIndex().manifest, seed: 20180831 }],
		['some tables', { ...smallIndex().manifest, tables: { zones: { file: 'zones.csv' } } }],
		['a report without figures', withFigures()],
		[
			'figures of every form',
			withFigures(
				counting({ tally: 'handled', minus: 'resolved' }),
				counting({ tally: 'resolved', percentOf: 'handled', decimals: 1 }, { id: 'two' }),
				counting({ areas: 'county', ending: '区' }, { id: 'three', of: { areas: 'county' } }),
				counting(
					{
						table: 'organisations',
						where: { kind: ['pilot'] },
						activeAt: true,
						distinct: 'area',
						level: 'village'
					},
					{ id: 'four', of: 'not_given', atLeast: true }
				),
				counting({ table: 'budget', sum: 'amount' }, { id: 'five', unit: text, note: text }),
				counting({ table: 'visits', during: 'on' }, { id: 'six' }),
				{ id: 'rank', name: text, printed: 3, verifiable: false }
			)
		]
	])('may hold %s', (_, manifest) => {
		const parsed = v.safeParse(SourceManifestSchema, manifest);
		expect(parsed.issues).toBeUndefined();
		expect(faultsOf(parsed.output as SourceManifest)).toEqual([]);
	});

	it.each<[string, unknown]>([
		['a table that is none', { ...smallIndex().manifest, tables: { zonez: { file: 'z.csv' } } }],
		['a table without a file', { ...smallIndex().manifest, tables: { zones: {} } }],
		['a seed with decimals', { ...smallIndex().manifest, seed: 1.5 }],
		[
			'a figure that is neither counted nor unverifiable',
			withFigures({ id: 'x', name: text, printed: 1 })
		],
		['a figure that is both', withFigures(counting({ tally: 'handled' }, { verifiable: false }))],
		['a count that is none', withFigures(counting({ sum: 'n' }))],
		['a count of a table that is none', withFigures(counting({ table: 'cases' }))],
		['a misspelt field', withFigures(counting({ table: 'zones', wher: {} }))],
		[
			'a figure without a number',
			withFigures({ ...(counting({ tally: 'handled' }) as object), printed: '7119' })
		]
	])('may not hold %s', (_, manifest) => {
		expect(issuesOf(manifest).length).toBeGreaterThan(0);
	});
});

describe('what contradicts itself in the manifest of a folder', () => {
	const tallies = 'handled, resolved';
	const levels = 'village, county, city';
	const at = 'report.sections.0.figures.0.counted';

	it.each<[string, SourceManifest, [string, string, string, string?][]]>([
		[
			'a seed of data that are not invented',
			{ ...smallIndex().manifest, synthetic: false, seed: 7 },
			[['seed', '7', 'seed-not-synthetic']]
		],
		[
			'a table without the one that it refers to',
			{ ...smallIndex().manifest, tables: { posts: { file: 'posts.csv' } } },
			[['tables.organisations', '', 'field-missing']]
		],
		[
			'a tally',
			withFigures(counting({ tally: 'closed' })),
			[[`${at}.tally`, 'closed', 'field-name-unknown', tallies]]
		],
		[
			'a tally taken off',
			withFigures(counting({ tally: 'handled', minus: 'closed' })),
			[[`${at}.minus`, 'closed', 'field-name-unknown', tallies]]
		],
		[
			'a denominator',
			withFigures(counting({ tally: 'handled', percentOf: 'closed' })),
			[[`${at}.percentOf`, 'closed', 'field-name-unknown', tallies]]
		],
		[
			'a level',
			withFigures(counting({ areas: 'hamlet' })),
			[[`${at}.areas`, 'hamlet', 'field-name-unknown', levels]]
		],
		[
			'a table that the folder does not name',
			{
				...withFigures(counting({ table: 'zones', where: {} })),
				tables: { visits: { file: 'v.csv' } }
			},
			[[`${at}.table`, 'zones', 'field-name-unknown', 'visits']]
		],
		[
			'a column',
			withFigures(counting({ table: 'zones', where: { kind: ['x'] } })),
			[[`${at}.where`, 'kind', 'field-name-unknown', 'code, name_zh, name_en']]
		],
		[
			'a value',
			withFigures(counting({ table: 'campaigns', where: { kind: ['yearly'] } })),
			[[`${at}.where.kind`, 'yearly', 'field-name-unknown', 'concentrated, special']]
		],
		[
			'a flag',
			withFigures(counting({ table: 'budget', where: { at_least: ['true'] } })),
			[[`${at}.where.at_least`, 'true', 'field-name-unknown', 'yes, no']]
		],
		[
			'a sum of texts',
			withFigures(counting({ table: 'care_counts', where: {}, sum: 'status' })),
			[[`${at}.sum`, 'status', 'field-name-unknown', 'n']]
		],
		[
			'a day that is none',
			withFigures(counting({ table: 'visits', where: {}, during: 'area' })),
			[[`${at}.during`, 'area', 'field-name-unknown', 'on']]
		],
		[
			'a column of different values',
			withFigures(counting({ table: 'zones', where: {}, distinct: 'area' })),
			[[`${at}.distinct`, 'area', 'field-name-unknown', 'code, name_zh, name_en']]
		],
		[
			'a level of a table without areas',
			withFigures(counting({ table: 'zones', where: {}, level: 'village' })),
			[[`${at}.level`, 'village', 'field-name-unknown', '']]
		],
		[
			'a day of a table that has none',
			withFigures(counting({ table: 'visits', where: {}, activeAt: true })),
			[[`${at}.activeAt`, 'true', 'field-name-unknown', '']]
		],
		[
			'a denominator of a figure',
			withFigures(counting({ tally: 'handled' }, { of: { areas: 'hamlet' } })),
			[['report.sections.0.figures.0.of.areas', 'hamlet', 'field-name-unknown', levels]]
		],
		[
			'an id that stands twice',
			withFigures(counting({ tally: 'handled' }), counting({ areas: 'city' })),
			[['report.sections.0.figures.1.id', 'one', 'field-duplicate']]
		]
	])('is %s', (_, manifest, expected) => {
		expect(faultsOf(manifest)).toEqual(expected);
	});

	it('is a report that ends before it begins, or divides by what is not there', () => {
		const manifest = withFigures();
		const division = { name: text, note: text, tally: 'closed', minus: 'open', by: 'fate' };
		Object.assign(manifest.report ?? {}, { from: '2020-08', to: '2020-07', division });
		expect(faultsOf(manifest)).toEqual([
			['report', '2020-08 – 2020-07', 'field-period'],
			['report.division.tally', 'closed', 'field-name-unknown', tallies],
			['report.division.minus', 'open', 'field-name-unknown', tallies],
			['report.division.by', 'fate', 'field-name-unknown', 'type, outcome']
		]);
	});
});

describe('the manifests of this project', () => {
	it.each(['demo-city', 'boston'])('are sound: %s', (id) => {
		const json = JSON.parse(readFileSync(`data/${id}/dataset.json`, 'utf8')) as unknown;
		const manifest = v.parse(SourceManifestSchema, json);
		expect(manifest.id).toBe(id);
		expect(sourceManifestFaults(manifest)).toEqual([]);
	});
});
