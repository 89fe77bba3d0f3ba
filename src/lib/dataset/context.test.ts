import { gunzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#lib/domain/errors.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { smallManifest } from '#lib/ingest/small-folder.ts';
import { openContext, openDataset } from './open.ts';
import { fetchOf, smallBuilt } from './small-source.ts';

const missing = new AppError('data-missing', 'There is no such path.');
const ways = {
	type: 'FeatureCollection',
	features: [
		{
			type: 'Feature',
			properties: { rank: 2, SURVEYOR: 'Surveyor Nobody' },
			geometry: {
				type: 'LineString',
				coordinates: [
					[100, 30],
					[104, 31]
				]
			}
		}
	]
};
const withRivers = {
	'dataset.json': JSON.stringify({
		...smallManifest(),
		context: [{ id: 'rivers', kind: 'river', file: 'ways.geojson' }]
	}),
	'ways.geojson': JSON.stringify(ways)
};

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

async function served(changed: Record<string, string>) {
	const { files } = await smallBuilt(database, changed);
	const fetchBytes = fetchOf(
		new Map([...files].map(([name, bytes]) => [`small/${name}`, bytes])),
		missing
	);
	return { files, fetchBytes, dataset: await openDataset(fetchBytes, 'small') };
}

describe('the context of a built dataset', () => {
	it('is a file of its own, named by its content, with nothing but rank and shape', async () => {
		const { files, fetchBytes, dataset } = await served(withRivers);
		const name = dataset.index.context?.file ?? '';
		expect(name).toMatch(/^context\.[0-9a-f]{12}\.topo\.json\.gz$/);
		const text = new TextDecoder().decode(gunzipSync(files.get(name) ?? new Uint8Array()));
		expect(text).not.toContain('SURVEYOR');

		const topology = await openContext(fetchBytes, dataset);
		const object = topology?.objects['rivers'];
		const made = feature(topology as Topology, object ?? { type: null });
		expect(made).toMatchObject({ features: [{ properties: { rank: 2 } }] });
	});

	it('is not there, and not asked for, where the manifest names none', async () => {
		const { files, fetchBytes, dataset } = await served({});
		expect([...files.keys()].filter((name) => name.startsWith('context'))).toEqual([]);
		expect(await openContext(fetchBytes, dataset)).toBeUndefined();
	});

	it('rejects as damaged where it is something else', async () => {
		const { files, dataset } = await served(withRivers);
		const path = `small/${dataset.index.context?.file ?? ''}`;
		const bytes = new TextEncoder().encode('{"type":"Table"}');
		const fetchBytes = fetchOf(new Map([...files, [path, bytes]]), missing);
		await expect(openContext(fetchBytes, dataset)).rejects.toMatchObject({ code: 'data-damaged' });
	});

	it('stops a dataset whose file is wrong, as boundaries do', async () => {
		const broken = { ...withRivers, 'ways.geojson': '{"type":"Table"}' };
		await expect(smallBuilt(database, broken)).rejects.toThrow('boundaries-unreadable');
	});
});
