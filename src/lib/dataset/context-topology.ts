import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import type { Manifest } from '#lib/domain/manifest.ts';
import type { ContextFeatures } from '#lib/ingest/context.ts';

/** Coarser than boundaries: some ten metres in a city of 100 km, and nothing is counted by it. */
const STEPS = 1e4;

/** What is kept of a feature: how large a river or a road is (1 the largest), how dark a slope lies. */
const KEPT = ['rank', 'shade'] as const;

/** All context as one TopoJSON, an object for each id; undefined where there is none. */
export function contextTopology(
	{ context = [] }: Manifest,
	features: ContextFeatures
): string | undefined {
	if (context.length === 0) return undefined;
	const objects: Record<string, FeatureCollection> = {};
	for (const { id } of context) {
		objects[id] = {
			type: 'FeatureCollection',
			features: (features.get(id) ?? []).map(({ properties, geometry }) => ({
				type: 'Feature',
				properties: Object.fromEntries(
					KEPT.flatMap((name) => {
						const value: unknown = properties?.[name];
						return typeof value === 'number' ? [[name, value]] : [];
					})
				),
				geometry
			}))
		};
	}
	return JSON.stringify(topology(objects, STEPS));
}
