import { describe, expect, it } from 'vitest';
import type { AreaTree } from '#lib/domain/area.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import { readAreas } from './areas.ts';
import { readBoundaries } from './boundaries.ts';
import { folderOf, smallFiles, smallManifest } from './small-folder.ts';

async function read(
	changed: Record<string, string>,
	manifest: Manifest = smallManifest()
): Promise<{ areas: AreaTree | undefined; rejections: Rejection[] }> {
	const folder = folderOf({ ...smallFiles(), ...changed });
	const { boundaries, rejections } = await readBoundaries(folder, manifest);
	if (rejections.length > 0) throw new Error('The boundaries cannot be read.');
	return readAreas(folder, manifest, boundaries);
}

/** The table of areas with one line of it (counted from 1) changed, put in or, with undefined, left out. */
function table(line: number, text: string | undefined): Record<string, string> {
	const lines = (smallFiles()['areas.csv'] ?? '').trimEnd().split('\n');
	if (text === undefined) lines.splice(line - 1, 1);
	else lines[line - 1] = text;
	return { 'areas.csv': `${lines.join('\n')}\n` };
}

describe('areas from a table', () => {
	it('are one tree with names, levels and people', async () => {
		const { areas, rejections } = await read({});
		expect(rejections).toEqual([]);
		expect(areas?.codes).toEqual(['0000', '0100', '0101', '0102', '0200', '0201', '0202']);
		expect([...(areas?.parent ?? [])]).toEqual([-1, 0, 1, 1, 0, 4, 4]);
		expect([...(areas?.level ?? [])]).toEqual([2, 1, 0, 0, 1, 0, 0]);
		expect([...(areas?.population ?? [])]).toEqual([7000, 3000, 1000, 2000, 4000, 4000, NaN]);
		expect(areas?.names.slice(2, 4)).toEqual([
			{ zh: '甲村', en: 'Village A' },
			{ zh: '乙村', en: '乙村' }
		]);
	});

	it('may stand in any order, with more columns and blanks', async () => {
		const [head = '', ...rows] = (smallFiles()['areas.csv'] ?? '').trimEnd().split('\n');
		const wide = [head, ...rows.reverse()].map(
			(line, i) => `${i}, ${line.split(',').join(' , ')} `
		);
		const { areas, rejections } = await read({ 'areas.csv': wide.join('\r\n') });
		expect(rejections).toEqual([]);
		expect(areas?.codes[0]).toBe('0000');
		expect(areas?.population[areas.position.get('0102') ?? -1]).toBe(2000);
	});

	const at = { file: 'areas.csv', row: 4 };
	it.each<[string, Record<string, string>, Rejection[]]>([
		[
			'no code',
			table(4, ',甲村,Village A,village,0100,1000'),
			[{ ...at, column: 'code', value: '', reason: 'value-missing' }]
		],
		[
			'no name',
			table(4, '0101,,Village A,village,0100,1000'),
			[{ ...at, column: 'name_zh', value: '', reason: 'value-missing' }]
		],
		[
			'a level that is not defined',
			table(4, '0101,甲村,Village A,hamlet,0100,1000'),
			[
				{
					...at,
					column: 'level',
					value: 'hamlet',
					reason: 'level-unknown',
					expected: 'village, county, city'
				}
			]
		],
		[
			'people in words',
			table(4, '0101,甲村,Village A,village,0100,many'),
			[{ ...at, column: 'population', value: 'many', reason: 'number-invalid' }]
		],
		[
			'fewer people than none',
			table(4, '0101,甲村,Village A,village,0100,-1'),
			[{ ...at, column: 'population', value: '-1', reason: 'number-invalid' }]
		],
		[
			'people without number',
			table(4, '0101,甲村,Village A,village,0100,Infinity'),
			[{ ...at, column: 'population', value: 'Infinity', reason: 'number-invalid' }]
		],
		[
			'a parent that is not there',
			table(4, '0101,甲村,Village A,village,0300,1000'),
			[{ ...at, column: 'parent', value: '0300', reason: 'parent-unknown' }]
		],
		[
			'no parent',
			table(4, '0101,甲村,Village A,village,,1000'),
			[{ ...at, column: 'parent', value: '', reason: 'parent-unknown' }]
		],
		[
			'a parent of its own level',
			table(4, '0101,甲村,Village A,village,0102,1000'),
			[{ ...at, column: 'parent', value: '0102', reason: 'parent-level' }]
		],
		[
			'a code twice',
			table(4, '0102,甲村,Village A,village,0100,1000'),
			[
				{
					file: 'areas.csv',
					row: 5,
					column: 'code',
					value: '0102',
					reason: 'area-duplicate',
					expected: '4'
				},
				{
					file: 'villages.geojson',
					row: 1,
					column: '{CODE}',
					value: '0101',
					reason: 'boundary-unmatched',
					expected: 'village'
				}
			]
		],
		[
			'a code without a boundary',
			table(4, '0109,甲村,Village A,village,0100,1000'),
			[
				{
					...at,
					column: 'code',
					value: '0109',
					reason: 'boundary-missing',
					expected: 'villages.geojson'
				},
				{
					file: 'villages.geojson',
					row: 1,
					column: '{CODE}',
					value: '0101',
					reason: 'boundary-unmatched',
					expected: 'village'
				}
			]
		],
		[
			'a boundary of another level only',
			table(4, '0101,甲村,Village A,county,0000,1000'),
			[
				{
					...at,
					column: 'code',
					value: '0101',
					reason: 'boundary-missing',
					expected: 'counties.geojson'
				},
				{
					file: 'villages.geojson',
					row: 1,
					column: '{CODE}',
					value: '0101',
					reason: 'boundary-unmatched',
					expected: 'village'
				}
			]
		],
		[
			'two roots',
			table(3, '0100,东县,East County,city,,3000'),
			[
				{
					file: 'areas.csv',
					row: 3,
					column: 'code',
					value: '0100',
					reason: 'boundary-missing',
					expected: 'city.topo.json'
				},
				{
					file: 'areas.csv',
					row: 3,
					column: 'level',
					value: '0100',
					reason: 'root-second',
					expected: '0000'
				},
				{
					file: 'counties.geojson',
					row: 1,
					column: '{CODE}',
					value: '0100',
					reason: 'boundary-unmatched',
					expected: 'county'
				}
			]
		],
		[
			'no root',
			table(2, undefined),
			[
				{ file: 'areas.csv', row: 2, column: 'parent', value: '0000', reason: 'parent-unknown' },
				{ file: 'areas.csv', row: 5, column: 'parent', value: '0000', reason: 'parent-unknown' },
				{
					file: 'city.topo.json',
					row: 1,
					column: '{CODE}',
					value: '0000',
					reason: 'boundary-unmatched',
					expected: 'city'
				}
			]
		],
		[
			'a cell too few',
			table(4, '0101,甲村,Village A,village,0100'),
			[{ ...at, column: '', value: '5', reason: 'cells-missing', expected: '6' }]
		],
		[
			'a cell too many',
			table(4, '0101,甲村,Village A,village,0100,1,000'),
			[{ ...at, column: '', value: '7', reason: 'cells-missing', expected: '6' }]
		],
		[
			'quotes that are broken',
			table(8, '0202,丁村,Village D,village,0200,"1000'),
			[{ file: 'areas.csv', row: 8, column: 'population', value: '', reason: 'quote-broken' }]
		],
		[
			'a column too few',
			table(1, 'code,name_zh,name_en,level,up,people'),
			[
				{ file: 'areas.csv', row: 1, column: 'parent', value: '', reason: 'column-missing' },
				{ file: 'areas.csv', row: 1, column: 'population', value: '', reason: 'column-missing' }
			]
		],
		[
			'no area at all',
			{ 'areas.csv': 'code,name_zh,name_en,level,parent,population\n' },
			[{ file: 'areas.csv', row: 0, column: 'level', value: 'city', reason: 'value-missing' }]
		]
	])('are refused, with file, line, column and value: %s', async (_, files, rejections) => {
		expect(await read(files)).toEqual({ areas: undefined, rejections });
	});

	it('count lines with quoted line breaks before them', async () => {
		const files = table(3, '0100,"东\n县","East\r\nCounty",county,0000,3000');
		const text = (files['areas.csv'] ?? '').replace('village,0100,1000', 'village,0100,x');
		const { rejections } = await read({ 'areas.csv': text });
		expect(rejections).toMatchObject([{ row: 6, value: 'x' }]);
	});

	it('are refused with the names looked for where the file is missing', async () => {
		const manifest = smallManifest();
		manifest.areas = { from: 'table', files: ['places.csv', 'areas.tsv'] };
		const { areas, rejections } = await read({}, manifest);
		expect(areas).toBeUndefined();
		expect(rejections).toMatchObject([
			{ file: 'places.csv', row: 0, value: 'places.csv, areas.tsv', reason: 'file-missing' }
		]);
	});
});

describe('areas from boundaries', () => {
	type Level = Manifest['levels'][number]['boundaries'];

	/** The small city with its areas in the properties of the boundaries. */
	function manifestOf(village: Partial<Level> = {}): Manifest {
		const manifest = smallManifest();
		manifest.areas = { from: 'boundaries' };
		const [leaf, county, city] = manifest.levels.map((level) => level.boundaries);
		const label = { zh: '{CODE}区', en: 'Area {CODE}' };
		Object.assign(leaf ?? {}, { label, parent: '{UP}', population: '{PEOPLE}', ...village });
		Object.assign(county ?? {}, { label, parent: '0000' });
		Object.assign(city ?? {}, { label: { zh: '小城', en: 'Small City' } });
		return manifest;
	}

	function villages(...changes: Record<string, unknown>[]): Record<string, string> {
		const json = JSON.parse(smallFiles()['villages.geojson'] ?? '') as {
			features: { properties: Record<string, unknown> }[];
		};
		json.features.reverse().forEach(({ properties }, i) => {
			const up = String(properties['CODE']).startsWith('01') ? '0100' : '0200';
			Object.assign(properties, { UP: up, PEOPLE: 1000 }, changes[i]);
		});
		return { 'villages.geojson': JSON.stringify(json) };
	}

	it('are one tree, sorted by code, with names made from properties', async () => {
		const { areas, rejections } = await read(
			villages({ PEOPLE: '2500' }, { PEOPLE: 0 }, { PEOPLE: null }),
			manifestOf()
		);
		expect(rejections).toEqual([]);
		expect(areas?.codes).toEqual(['0000', '0100', '0101', '0102', '0200', '0201', '0202']);
		expect(areas?.names[2]).toEqual({ zh: '0101区', en: 'Area 0101' });
		expect([...(areas?.population ?? [])]).toEqual([NaN, NaN, 1000, NaN, NaN, 0, 2500]);
	});

	it('are named by their code where the manifest names no label', async () => {
		const manifest = manifestOf();
		delete manifest.levels[0]?.boundaries.label;
		const { areas } = await read(villages(), manifest);
		expect(areas?.names[2]).toEqual({ zh: '0101', en: '0101' });
	});

	const at = { file: 'villages.geojson', row: 4 };
	it.each<[string, Record<string, unknown>, Rejection]>([
		[
			'a parent that is not there',
			{ UP: '0900' },
			{ ...at, column: 'parent', value: '0900', reason: 'parent-unknown' }
		],
		['no parent', { UP: null }, { ...at, column: 'parent', value: '', reason: 'parent-unknown' }],
		[
			'people in words',
			{ PEOPLE: 'many' },
			{ ...at, column: 'population', value: 'many', reason: 'number-invalid' }
		],
		[
			'fewer people than none',
			{ PEOPLE: -5 },
			{ ...at, column: 'population', value: '-5', reason: 'number-invalid' }
		]
	])('are refused by their place in order of code: %s', async (_, change, rejection) => {
		const { areas, rejections } = await read(villages(change), manifestOf());
		expect(areas).toBeUndefined();
		expect(rejections).toEqual([rejection]);
	});
});
