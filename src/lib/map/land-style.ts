import type { Feature } from 'geojson';
import type {
	DataDrivenPropertyValueSpecification,
	GeoJSONSourceSpecification,
	LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '#lib/plot/palette.ts';
import { CASING, OPACITIES, WIDTHS, type Land } from './land.ts';

const KINDS = ['relief', 'river', 'road'] as const;
const nameOf = (kind: (typeof KINDS)[number]): string => `land-${kind}`;

export function landSources(land: Land): Record<string, GeoJSONSourceSpecification> {
	const sourceOf = (features: readonly Feature[]): GeoJSONSourceSpecification => ({
		type: 'geojson',
		data: { type: 'FeatureCollection', features: [...features] }
	});
	return Object.fromEntries(KINDS.map((kind) => [nameOf(kind), sourceOf(land[kind])]));
}

/** Relief lies on the colours; rivers and roads on that and on the hatching, under all borders and names. */
export function landLayers(palette: Palette): {
	under: LayerSpecification[];
	over: LayerSpecification[];
} {
	const isLit: DataDrivenPropertyValueSpecification<boolean> = ['<', ['get', 'shade'], 0];
	return {
		under: [
			{
				id: nameOf('relief'),
				type: 'fill',
				source: nameOf('relief'),
				paint: {
					'fill-color': ['case', isLit, palette.light, palette.shade],
					'fill-opacity': ['case', isLit, OPACITIES.light, OPACITIES.shade],
					'fill-antialias': false
				}
			}
		],
		over: [
			lineLayer(`${nameOf('river')}-casing`, 'river', palette.card, OPACITIES.casing, CASING),
			lineLayer(nameOf('river'), 'river', palette.water, OPACITIES.river, 0),
			lineLayer(nameOf('road'), 'road', palette.road, OPACITIES.road, 0)
		]
	};
}

function lineLayer(
	id: string,
	kind: 'river' | 'road',
	colour: string,
	opacity: number,
	wider: number
): LayerSpecification {
	return {
		id,
		type: 'line',
		source: nameOf(kind),
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: { 'line-color': colour, 'line-opacity': opacity, 'line-width': widthOf(kind, wider) }
	};
}

/** Twice as wide where a township fills the map. */
function widthOf(
	kind: 'river' | 'road',
	wider: number
): DataDrivenPropertyValueSpecification<number> {
	const widths = WIDTHS[kind];
	const byRank = (times: number): DataDrivenPropertyValueSpecification<number> => [
		'match',
		['get', 'rank'],
		1,
		widths[1] * times + wider,
		2,
		widths[2] * times + wider,
		widths[3] * times + wider
	];
	return [
		'interpolate',
		['linear'],
		['zoom'],
		8,
		byRank(1),
		12,
		byRank(2.2)
	] as unknown as DataDrivenPropertyValueSpecification<number>;
}
