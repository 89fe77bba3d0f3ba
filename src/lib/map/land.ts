import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { ContextKind } from '#lib/domain/manifest.ts';

/** A slope (`shade`: −1 in the light, 1 in shade, 2 in deep shade). */
export type Slope = Feature<Polygon | MultiPolygon, { readonly shade?: number }>;
/** A river or a road (`rank`: 1 the largest). */
export type Way = Feature<LineString | MultiLineString, { readonly rank?: number }>;

/** The land that the areas lie in, for orientation: nothing is counted by it. */
export interface Land {
	readonly relief: readonly Slope[];
	readonly river: readonly Way[];
	readonly road: readonly Way[];
}

/** Small ones first, so that the large are drawn over them. */
export function landOf(dataset: Dataset, topology: Topology | undefined): Land | undefined {
	if (!topology) return undefined;
	const featuresOf = (kind: ContextKind): Feature[] =>
		(dataset.index.manifest.context ?? [])
			.filter((layer) => layer.kind === kind)
			.flatMap(({ id }) => {
				const object = topology.objects[id];
				if (!object) return [];
				const made = feature(topology, object);
				return made.type === 'FeatureCollection' ? made.features : [made];
			});
	const waysOf = (kind: 'river' | 'road'): Way[] =>
		(featuresOf(kind) as Way[]).sort((a, b) => rankOf(b) - rankOf(a));
	return {
		relief: featuresOf('relief') as Slope[],
		river: waysOf('river'),
		road: waysOf('road')
	};
}

/** Ways without a rank count as small. */
export function rankOf({ properties }: Way): 1 | 2 | 3 {
	const { rank } = properties;
	return rank === 1 || rank === 2 ? rank : 3;
}

/** Widths in pixels where the whole city fills the map, by rank. */
export const WIDTHS = {
	river: { 1: 2.6, 2: 1.6, 3: 0.8 },
	road: { 1: 1.1, 2: 0.6, 3: 0.4 }
} as const;

/** How much each step of shade, the light and each kind of line shows of its colour. */
export const OPACITIES = {
	shade: 0.045,
	light: 0.08,
	river: 0.9,
	casing: 0.55,
	road: 0.6
} as const;

/** What the white of a river's edges adds to its width, in pixels. */
export const CASING = 1.6;
