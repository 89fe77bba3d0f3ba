import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Projection } from '#lib/plot/area-shapes.ts';
import type { Palette } from '#lib/plot/palette.ts';
import type { Padding } from './clear-padding.ts';
import type { Land } from './land.ts';
import { landLayers, landSources } from './land-style.ts';
import { boundsOf, type AreaFeature } from './level-features.ts';
import { contextLayer, detailLayers, fillLayer, labelLayer, sourceOf, styleOf } from './style.ts';

/** What is drawn: boundaries of a level, the borders above it, and what each area's state is. */
export interface Picture {
	readonly level: string;
	readonly features: readonly AreaFeature[];
	readonly context:
		{ readonly level: string; readonly features: readonly AreaFeature[] } | undefined;
	/** State of each area that is part of the picture; the others of the level stay faint. */
	readonly areas: ReadonlyMap<number, AreaState>;
	readonly labels: FeatureCollection<Point>;
	/** Rivers, roads and relief, once they have come. */
	readonly land: Land | undefined;
	readonly palette: Palette;
	readonly colours: readonly string[];
	/** Room to leave at the edges of the map, asked for when it moves. */
	readonly padding: () => Padding;
	/** Changes when another place is open: the map then moves to it. */
	readonly place: string;
}

/** Where a place lies on a map, in pixels from its upper left corner; undefined while none is drawn. */
export type PixelOf = (...place: Parameters<Projection>) => ReturnType<Projection> | undefined;

export interface AreaState {
	readonly colour: number | undefined;
	readonly few: boolean;
	readonly empty: boolean;
	/** Chosen by the reader, and outlined. */
	readonly picked?: boolean;
}

/** West, south, east, north of the areas that are part of the picture. */
export function boundsOfAreas({
	features,
	areas
}: Picture): [number, number, number, number] | undefined {
	return boundsOf(features.filter(({ id }) => areas.has(id)));
}

export function isSameState(one: AreaState | undefined, other: AreaState): boolean {
	return (
		one !== undefined &&
		one.colour === other.colour &&
		one.few === other.few &&
		one.empty === other.empty &&
		(one.picked ?? false) === (other.picked ?? false)
	);
}

/** Another level or theme needs other layers; anything else only other states, names or colours. */
export function needsNewStyle(picture: Picture, previous: Picture): boolean {
	return (
		previous.level !== picture.level ||
		previous.features !== picture.features ||
		previous.palette !== picture.palette
	);
}

/** The colours alone: what the first frame needs. */
export function firstStyle({ level, features, colours }: Picture): StyleSpecification {
	return styleOf({ [sourceOf(level)]: sourceFor(features) }, [fillLayer(level, colours)]);
}

export function styleFor({
	level,
	features,
	context,
	labels,
	land,
	palette,
	colours
}: Picture): StyleSpecification {
	const above = context ? [contextLayer(context.level, palette)] : [];
	const { under, over } = land ? landLayers(palette) : { under: [], over: [] };
	const [few, ...details] = detailLayers(level, palette);
	return styleOf(
		{
			[sourceOf(level)]: sourceFor(features),
			...(context ? { [sourceOf(context.level)]: sourceFor(context.features) } : {}),
			...(land ? landSources(land) : {}),
			labels: { type: 'geojson', data: labels }
		},
		[
			fillLayer(level, colours),
			...under,
			...(few ? [few] : []),
			...over,
			...details,
			...above,
			labelLayer(palette)
		]
	);
}

function sourceFor(features: readonly AreaFeature[]): GeoJSONSourceSpecification {
	return { type: 'geojson', data: { type: 'FeatureCollection', features: [...features] } };
}
