import * as v from 'valibot';
import type { Rings } from '#lib/stats/contiguity.ts';

const Ring = v.array(v.array(v.number()));
const Feature = v.object({
	properties: v.record(v.string(), v.unknown()),
	geometry: v.variant('type', [
		v.object({ type: v.literal('Polygon'), coordinates: v.array(Ring) }),
		v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(Ring)) })
	])
});
const Collection = v.object({ features: v.array(Feature) });

/** Names and rings of the areas of a GeoJSON file, in its order. */
export function areasOfGeojson(
	content: unknown,
	idProperty: string
): { ids: string[]; rings: Rings[] } {
	const { features } = v.parse(Collection, content);
	return {
		ids: features.map(({ properties }) => String(properties[idProperty])),
		rings: features.map(({ geometry }) =>
			geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
		)
	};
}
