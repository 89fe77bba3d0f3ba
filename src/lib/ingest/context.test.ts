import { describe, expect, it } from 'vitest';
import type { Context } from '#lib/domain/manifest.ts';
import { readBoundaries } from './boundaries.ts';
import { readContext } from './context.ts';
import { folderOf, smallFiles, smallManifest } from './small-folder.ts';

const river: Context = { id: 'rivers', kind: 'river', file: 'land.geojson' };

function collection(...geometries: unknown[]): string {
	const features = geometries.map((geometry) => ({
		type: 'Feature',
		properties: { rank: 1 },
		geometry
	}));
	return JSON.stringify({ type: 'FeatureCollection', features });
}

const line = (...coordinates: unknown[]): unknown => ({ type: 'LineString', coordinates });

async function read(text: string | undefined, layer: Context = river) {
	const files = { ...smallFiles(), ...(text === undefined ? {} : { 'land.geojson': text }) };
	const manifest = { ...smallManifest(), context: [layer] };
	const { boundaries } = await readBoundaries(folderOf(files), manifest);
	return readContext(folderOf(files), manifest, boundaries);
}

describe('context', () => {
	it('is nothing where the manifest names none', async () => {
		const folder = folderOf(smallFiles());
		const { boundaries } = await readBoundaries(folder, smallManifest());
		const { context, rejections } = await readContext(folder, smallManifest(), boundaries);
		expect([context.size, rejections]).toEqual([0, []]);
	});

	it('is read by its id, also where it comes from beyond the city', async () => {
		const text = collection(line([99, 30.5], [102, 30.6]), line([101, 30.1], [101, 30.9]));
		const { context, rejections } = await read(text);
		expect(rejections).toEqual([]);
		expect(context.get('rivers')?.map(({ geometry }) => geometry.type)).toEqual([
			'LineString',
			'LineString'
		]);
	});

	it('may be an object of a TopoJSON file', async () => {
		const text = JSON.stringify({
			type: 'Topology',
			objects: { water: { type: 'LineString', arcs: [0], properties: {} } },
			arcs: [
				[
					[100, 30],
					[101, 31]
				]
			]
		});
		const { context } = await read(text, { ...river, object: 'water' });
		expect(context.get('rivers')).toHaveLength(1);
	});

	it.each([
		['no file', undefined, 'file-missing', 'land.geojson'],
		['no JSON', '{', 'json-cut-off', ''],
		['a file of another kind', '{"type":"Table"}', 'boundaries-unreadable', 'Table'],
		[
			'a river that is an area',
			collection({ type: 'Polygon', coordinates: [] }),
			'context-shape',
			'Polygon'
		],
		['a river that is nothing', collection(null), 'context-shape', ''],
		['a line that lies elsewhere', collection(line([10, 50], [11, 51])), 'context-place', '10, 50'],
		['axes exchanged', collection(line([30.5, 101], [30.6, 102])), 'context-place', '30.5, 101'],
		[
			'a coordinate that is no number',
			collection(line(['a', 30], [101, 30])),
			'context-place',
			'"a", 30'
		],
		['a line without a list', collection({ type: 'LineString' }), 'context-place', 'null']
	])('is refused with %s', async (_, text, reason, value) => {
		const { rejections } = await read(text);
		expect(rejections.map((one) => [one.reason, one.value])).toEqual([[reason, value]]);
	});

	it('says which feature of which layer is wrong, and what it should be', async () => {
		const { rejections } = await read(collection(line([100, 30], [101, 30]), null));
		expect(rejections).toEqual([
			{
				file: 'land.geojson',
				row: 2,
				column: 'context rivers',
				value: '',
				reason: 'context-shape',
				expected: 'LineString / MultiLineString'
			}
		]);
	});
});
