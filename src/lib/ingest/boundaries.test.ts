import { describe, expect, it } from 'vitest';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import { fillTemplate, readBoundaries, type Boundaries } from './boundaries.ts';
import { folderOf, smallFiles, smallManifest } from './small-folder.ts';

async function read(
	changed: Record<string, string>,
	manifest: Manifest = smallManifest()
): Promise<{ boundaries: Boundaries; rejections: Rejection[] }> {
	return readBoundaries(folderOf({ ...smallFiles(), ...changed }), manifest);
}

/** The features of a GeoJSON file, changed. */
function changed(name: string, change: (features: Record<string, unknown>[]) => unknown): string {
	const json = JSON.parse(smallFiles()[name] ?? '') as { features: Record<string, unknown>[] };
	change(json.features);
	return JSON.stringify(json);
}

describe('boundaries', () => {
	it('are read from GeoJSON and TopoJSON, by level and code', async () => {
		const { boundaries, rejections } = await read({});
		expect(rejections).toEqual([]);
		const codes = [...boundaries].map(([level, areas]) => [level, [...areas.keys()]]);
		expect(codes).toEqual([
			['village', ['0101', '0102', '0201', '0202']],
			['county', ['0100', '0200']],
			['city', ['0000']]
		]);
		expect(boundaries.get('city')?.get('0000')?.geometry).toEqual({
			type: 'Polygon',
			coordinates: [
				[
					[100, 30],
					[104, 30],
					[104, 31],
					[100, 31],
					[100, 30]
				]
			]
		});
		expect(boundaries.get('village')?.get('0101')?.properties['SURVEYOR']).toBe('Surveyor Nobody');
	});

	it('may be a single TopoJSON geometry', async () => {
		const topology = JSON.parse(smallFiles()['city.topo.json'] ?? '') as {
			objects: { city: { geometries: unknown[] } };
		};
		const single = { ...topology, objects: { city: topology.objects.city.geometries[0] } };
		const { boundaries } = await read({ 'city.topo.json': JSON.stringify(single) });
		expect([...(boundaries.get('city')?.keys() ?? [])]).toEqual(['0000']);
	});

	const noCode = (features: Record<string, unknown>[]): void => {
		Object.assign(features[2] ?? {}, { properties: { CODE: '' } });
	};
	const noProperties = (features: Record<string, unknown>[]): void => {
		Object.assign(features[2] ?? {}, { properties: null });
	};
	const twice = (features: Record<string, unknown>[]): void => {
		Object.assign(features[2] ?? {}, { properties: { CODE: '0101' } });
	};
	const point = (features: Record<string, unknown>[]): void => {
		Object.assign(features[2] ?? {}, { geometry: { type: 'Point', coordinates: [102.5, 30.5] } });
	};
	const nothing = (features: Record<string, unknown>[]): void => {
		Object.assign(features[2] ?? {}, { geometry: null });
	};
	const villages = (change: (features: Record<string, unknown>[]) => void): object => ({
		'villages.geojson': changed('villages.geojson', change)
	});

	it.each<[string, object, Rejection]>([
		[
			'without a code',
			villages(noCode),
			{
				file: 'villages.geojson',
				row: 3,
				column: '{CODE}',
				value: '',
				reason: 'boundary-without-code'
			}
		],
		[
			'without properties',
			villages(noProperties),
			{
				file: 'villages.geojson',
				row: 3,
				column: '{CODE}',
				value: '',
				reason: 'boundary-without-code'
			}
		],
		[
			'with a code twice',
			villages(twice),
			{
				file: 'villages.geojson',
				row: 3,
				column: '{CODE}',
				value: '0101',
				reason: 'area-duplicate'
			}
		],
		[
			'that are points',
			villages(point),
			{
				file: 'villages.geojson',
				row: 3,
				column: '{CODE}',
				value: '0201',
				reason: 'boundary-missing'
			}
		],
		[
			'that are nothing',
			villages(nothing),
			{
				file: 'villages.geojson',
				row: 3,
				column: '{CODE}',
				value: '0201',
				reason: 'boundary-missing'
			}
		],
		[
			'under another name in the TopoJSON',
			{ 'city.topo.json': '{"type":"Topology","objects":{"town":{}},"arcs":[]}' },
			{ file: 'city.topo.json', row: 0, column: 'city', value: 'city', reason: 'boundary-missing' }
		],
		[
			'in JSON of something else',
			{ 'city.topo.json': '{"type":"Feature"}' },
			{ file: 'city.topo.json', row: 0, column: 'city', value: 'city', reason: 'boundary-missing' }
		],
		[
			'in JSON of nothing',
			{ 'counties.geojson': 'null' },
			{ file: 'counties.geojson', row: 0, column: 'county', value: '', reason: 'boundary-missing' }
		],
		[
			'in a collection without features',
			{ 'counties.geojson': '{"type":"FeatureCollection"}' },
			{ file: 'counties.geojson', row: 0, column: 'county', value: '', reason: 'boundary-missing' }
		],
		[
			'with arcs that are not there',
			{
				'city.topo.json':
					'{"type":"Topology","objects":{"city":{"type":"Polygon","arcs":[[7]],"properties":{"CODE":"0000"}}},"arcs":[]}'
			},
			{ file: 'city.topo.json', row: 0, column: 'city', value: 'city', reason: 'boundary-missing' }
		]
	])('are refused with their place: %s', async (_, files, rejection) => {
		const { rejections } = await read(files as Record<string, string>);
		expect(rejections).toEqual([rejection]);
	});

	it('are refused for every level that is wrong', async () => {
		const { rejections } = await read({ 'villages.geojson': '[', 'counties.geojson': '' });
		expect(rejections.map(({ file, reason }) => [file, reason])).toEqual([
			['villages.geojson', 'file-not-json'],
			['counties.geojson', 'file-not-json']
		]);
	});
});

describe('a template', () => {
	const properties = { WARD: '03', NUMBER: 7, ZERO: 0, EMPTY: '', NOTHING: null, YES: true };

	it.each([
		['boston', 'boston'],
		['{WARD}', '03'],
		['{WARD}{NUMBER}', '037'],
		['Precinct {WARD}-{NUMBER}', 'Precinct 03-7'],
		['{ZERO}', '0'],
		['{MISSING}', undefined],
		['{WARD}{EMPTY}', undefined],
		['{NOTHING}', undefined],
		['{YES}', undefined],
		['', undefined]
	])('of %s is %s', (template, expected) => {
		expect(fillTemplate(template, properties)).toBe(expected);
	});

	it('without properties holds only words', () => {
		expect(fillTemplate('boston', null)).toBe('boston');
		expect(fillTemplate('{WARD}', null)).toBeUndefined();
	});
});
