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
				reason: 'boundary-without-code',
				expected: 'CODE'
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
				reason: 'boundary-without-code',
				expected: ''
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
				reason: 'boundary-duplicate',
				expected: '1'
			}
		],
		[
			'that are points',
			villages(point),
			{
				file: 'villages.geojson',
				row: 3,
				column: '{CODE}',
				value: 'Point',
				reason: 'boundary-not-area',
				expected: '0201'
			}
		],
		[
			'that are nothing',
			villages(nothing),
			{
				file: 'villages.geojson',
				row: 3,
				column: '{CODE}',
				value: '',
				reason: 'boundary-not-area',
				expected: '0201'
			}
		],
		[
			'under another name in the TopoJSON',
			{ 'city.topo.json': '{"type":"Topology","objects":{"town":{}},"arcs":[]}' },
			{
				file: 'city.topo.json',
				row: 0,
				column: 'levels',
				value: 'city',
				reason: 'object-missing',
				expected: 'town'
			}
		],
		[
			'in JSON of something else',
			{ 'city.topo.json': '{"type":"Feature"}' },
			{
				file: 'city.topo.json',
				row: 0,
				column: '',
				value: 'Feature',
				reason: 'boundaries-unreadable'
			}
		],
		[
			'in JSON of nothing',
			{ 'counties.geojson': 'null' },
			{ file: 'counties.geojson', row: 0, column: '', value: '', reason: 'boundaries-unreadable' }
		],
		[
			'in a collection without features',
			{ 'counties.geojson': '{"type":"FeatureCollection"}' },
			{
				file: 'counties.geojson',
				row: 0,
				column: '',
				value: 'FeatureCollection',
				reason: 'boundaries-unreadable'
			}
		],
		[
			'with arcs that are not there',
			{
				'city.topo.json':
					'{"type":"Topology","objects":{"city":{"type":"Polygon","arcs":[[7]],"properties":{"CODE":"0000"}}},"arcs":[]}'
			},
			{ file: 'city.topo.json', row: 0, column: '', value: 'city', reason: 'boundaries-unreadable' }
		]
	])('are refused with their place: %s', async (_, files, rejection) => {
		const { rejections } = await read(files as Record<string, string>);
		expect(rejections).toEqual([rejection]);
	});

	/** The ring of the third village, changed, under the type that is given. */
	const ring = (
		change: (points: unknown[]) => unknown,
		type = 'Polygon'
	): Record<string, string> => ({
		'villages.geojson': changed('villages.geojson', (features) => {
			const points: unknown[] = [
				[102, 30],
				[103, 30],
				[103, 31],
				[102, 31],
				[102, 30]
			];
			const coordinates = type === 'Polygon' ? [change(points)] : [[change(points)]];
			Object.assign(features[2] ?? {}, { geometry: { type, coordinates } });
		})
	});

	it.each<[string, Record<string, string>, Rejection['reason'], string]>([
		['no ring', ring(() => []), 'boundary-empty', '0'],
		['three points', ring((points) => points.slice(0, 3)), 'boundary-empty', '3'],
		['no list of points', ring(() => null), 'boundary-empty', ''],
		[
			'a ring that is open',
			ring((points) => points.slice(0, 4)),
			'boundary-unclosed',
			'102, 30 … 102, 31'
		],
		[
			'a text for a number',
			ring(([, ...points]) => [['102', 30], ...points]),
			'boundary-number',
			'"102", 30'
		],
		[
			'nothing for a number',
			ring(([, ...points]) => [[null, 30], ...points], 'MultiPolygon'),
			'boundary-number',
			'null, 30'
		],
		[
			'axes exchanged',
			ring((points) => points.map((point) => [...(point as number[])].reverse())),
			'boundary-swapped',
			'30, 102'
		],
		[
			'metres',
			ring(() => [
				[5e5, 3e6],
				[6e5, 3e6],
				[6e5, 4e6],
				[5e5, 3e6]
			]),
			'boundary-not-degrees',
			'500000, 3000000'
		],
		[
			'another place',
			ring(() => [
				[10, 50],
				[11, 50],
				[11, 51],
				[10, 50]
			]),
			'boundary-outside',
			'10, 50'
		]
	])(
		'of a shape with %s are refused, with the area and the value',
		async (_, files, reason, value) => {
			const { rejections } = await read(files);
			expect(rejections).toEqual([
				{ file: 'villages.geojson', row: 3, column: '{CODE}', value, reason, expected: '0201' }
			]);
		}
	);

	it('are told once where the city itself lies elsewhere, by exchanged axes or not', async () => {
		const at = (points: number[][]): string =>
			JSON.stringify({
				type: 'Topology',
				objects: { city: { type: 'Polygon', arcs: [[0]], properties: { CODE: '0000' } } },
				arcs: [points]
			});
		const far = await read({
			'city.topo.json': at([
				[10, 30],
				[14, 30],
				[14, 31],
				[10, 30]
			])
		});
		expect(far.rejections).toMatchObject([
			{ reason: 'boundary-outside', value: '10, 30', expected: '0000' }
		]);
		// Both below 90 degrees: only the other boundaries show it.
		const low = (name: string): string =>
			(smallFiles()[name] ?? '').replaceAll(/\b10([0-4]),/g, '7$1,');
		const swapped = await read({
			'villages.geojson': low('villages.geojson'),
			'counties.geojson': low('counties.geojson'),
			'city.topo.json': at([
				[30, 70],
				[31, 70],
				[31, 74],
				[30, 70]
			])
		});
		expect(swapped.rejections).toMatchObject([
			{ file: 'city.topo.json', reason: 'boundary-swapped', value: '30, 70', expected: '0000' }
		]);
	});

	it('that are no objects are refused and not tripped over', async () => {
		for (const features of ['[null]', '[7]', '[{}]', '{}']) {
			const text = `{"type":"FeatureCollection","features":${features}}`;
			const { rejections } = await read({ 'counties.geojson': text });
			expect(rejections).toHaveLength(1);
		}
	});

	it('are refused for every level that is wrong', async () => {
		const { rejections } = await read({ 'villages.geojson': '[', 'counties.geojson': '' });
		expect(rejections.map(({ file, reason }) => [file, reason])).toEqual([
			['villages.geojson', 'json-cut-off'],
			['counties.geojson', 'file-empty']
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
