import type { FeatureCollection, Polygon, MultiPolygon } from 'geojson';
import { topology } from 'topojson-server';
import type { Level } from '#lib/domain/manifest.ts';
import type { Boundaries } from '#lib/ingest/boundaries.ts';

/** Grid of the coordinates: 100 000 steps across the city, about a metre for a city of 100 km. */
const STEPS = 1e5;

/** All levels as one TopoJSON with shared arcs, an object for each level, properties reduced to the code. */
export function boundaryTopology(
	manifest: { readonly levels: readonly Pick<Level, 'id'>[] },
	boundaries: Boundaries
): string {
	const objects: Record<string, FeatureCollection<Polygon | MultiPolygon>> = {};
	for (const { id } of manifest.levels) {
		objects[id] = {
			type: 'FeatureCollection',
			features: [...(boundaries.get(id) ?? [])].map(([code, { geometry }]) => ({
				type: 'Feature',
				properties: { code },
				geometry
			}))
		};
	}
	return JSON.stringify(topology(objects, STEPS));
}
