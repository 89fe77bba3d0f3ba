import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Rings } from '#lib/stats/contiguity.ts';

/** Rings of the areas with these codes on a level of the boundaries; none for an area that is not drawn there. */
export function ringsOf(topology: Topology, level: string, codes: readonly string[]): Rings[] {
	const object = topology.objects[level];
	if (!object) throw new RangeError(`The boundaries hold no level "${level}".`);
	const made = feature(topology, object);
	const features = made.type === 'FeatureCollection' ? made.features : [made];
	const byCode = new Map(
		features.map(({ properties, geometry }) => [String(properties?.['code']), geometry])
	);
	return codes.map((code) => {
		const geometry = byCode.get(code) as Polygon | MultiPolygon | undefined;
		if (!geometry) return [];
		return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
	});
}
