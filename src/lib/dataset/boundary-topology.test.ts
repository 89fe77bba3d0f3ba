import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { readBoundaries } from '#lib/ingest/boundaries.ts';
import { makeLocator } from '#lib/ingest/locate.ts';
import { folderOf, smallFiles, smallManifest } from '#lib/ingest/small-folder.ts';
import { boundaryTopology } from './boundary-topology.ts';

type Objects = Record<string, GeometryCollection<{ code: string }>>;

async function topologyText(): Promise<string> {
	const manifest = smallManifest();
	const { boundaries } = await readBoundaries(folderOf(smallFiles()), manifest);
	return boundaryTopology(manifest, boundaries);
}

describe('the topology of the boundaries', () => {
	it('has an object for each level, its areas in order, their properties reduced to the code', async () => {
		const { objects } = JSON.parse(await topologyText()) as Topology<Objects>;
		const properties = Object.entries(objects).map(([level, { geometries }]) => [
			level,
			geometries.map((geometry) => geometry.properties)
		]);
		expect(properties).toEqual([
			['village', [{ code: '0101' }, { code: '0102' }, { code: '0201' }, { code: '0202' }]],
			['county', [{ code: '0100' }, { code: '0200' }]],
			['city', [{ code: '0000' }]]
		]);
	});

	it('keeps nothing else that the source says of an area', async () => {
		const text = await topologyText();
		expect(text).not.toContain('SURVEYOR');
		expect(text).not.toContain('Nobody');
	});

	it('has each border once, though two areas and three levels share it', async () => {
		const { arcs } = JSON.parse(await topologyText()) as Topology<Objects>;
		const segments = arcs.flatMap((arc) => {
			let [x, y] = [0, 0];
			const corners = arc.map(([dx = 0, dy = 0]) => [(x += dx), (y += dy)].join(' '));
			return corners.slice(1).map((corner, i) => [corner, corners[i]].sort().join(' – '));
		});
		expect(new Set(segments).size).toBe(segments.length);
	});

	it('gives the same places back to a few metres', async () => {
		const topology = JSON.parse(await topologyText()) as Topology<Objects>;
		const village = topology.objects['village'];
		if (!village) throw new Error('There are no villages.');
		const made = feature(topology, village);
		const { boundaries } = await readBoundaries(folderOf(smallFiles()), smallManifest());
		for (const { properties, geometry } of made.features) {
			const [ring = []] = geometry.type === 'Polygon' ? geometry.coordinates : [];
			const [west = NaN, east = NaN] = [Math.min, Math.max].map((end) =>
				end(...ring.map(([lon = NaN]) => lon))
			);
			const source = boundaries.get('village')?.get(properties.code);
			if (!source) throw new Error('There is no such village.');
			const locate = makeLocator(new Map([['here', source]]));
			const inside = [west + 0.0001, east - 0.0001].map((lon) => locate(lon, 30.5));
			const outside = [west - 0.0001, east + 0.0001].map((lon) => locate(lon, 30.5));
			expect([...inside, ...outside]).toEqual(['here', 'here', undefined, undefined]);
		}
	});
});
