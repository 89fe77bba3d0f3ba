import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Dataset } from '#lib/domain/dataset-index.ts';

export type AreaFeature = Feature<Polygon | MultiPolygon, { code: string }> & { id: number };

/** Boundaries of one level, each with the area's position in the tree as its id. */
export function levelFeatures(
	dataset: Dataset,
	topology: Topology,
	level: string
): FeatureCollection<Polygon | MultiPolygon> & { features: AreaFeature[] } {
	const object = topology.objects[level];
	if (!object) throw new RangeError(`The boundaries hold no level "${level}".`);
	const made = feature(topology, object) as FeatureCollection<Polygon | MultiPolygon>;
	const features = made.features.flatMap((one): AreaFeature[] => {
		const code = String(one.properties?.['code']);
		const position = dataset.areas.position.get(code);
		return position === undefined ? [] : [{ ...one, id: position, properties: { code } }];
	});
	return { type: 'FeatureCollection', features };
}

/** West, south, east, north of the features; undefined for none. */
export function boundsOf(
	features: readonly AreaFeature[]
): [number, number, number, number] | undefined {
	if (features.length === 0) return undefined;
	const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { geometry } of features) {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		for (const ring of polygons.flat()) for (const point of ring) widen(bounds, point);
	}
	return bounds;
}

function widen(bounds: [number, number, number, number], [lon = NaN, lat = NaN]: Position): void {
	bounds[0] = Math.min(bounds[0], lon);
	bounds[1] = Math.min(bounds[1], lat);
	bounds[2] = Math.max(bounds[2], lon);
	bounds[3] = Math.max(bounds[3], lat);
}
