import type {
	ExpressionSpecification,
	LayerSpecification,
	StyleSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from '#lib/plot/palette.ts';

/**
 * The map's own style: no tiles, no sprites, no glyph server. Without `glyphs` MapLibre draws labels
 * from the system's fonts and asks nobody.
 */
export function styleOf(
	sources: StyleSpecification['sources'],
	layers: LayerSpecification[]
): StyleSpecification {
	return { version: 8, sources, layers };
}

export const LABEL_FONTS =
	'"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';

export const HATCH = 'hatch';

export function sourceOf(level: string): string {
	return `level-${level}`;
}

export function layerOf(level: string, layer: 'fill' | 'few' | 'line' | 'focus'): string {
	return `${sourceOf(level)}-${layer}`;
}

/** Whether a feature's state says so; features without a state are out of the picture. */
function says(name: string): ExpressionSpecification {
	return ['boolean', ['feature-state', name], false];
}

export function fillColour(colours: readonly string[]): ExpressionSpecification {
	if (colours.length === 0) return ['rgba', 0, 0, 0, 0];
	const cases = colours.flatMap((colour, i): [number, string] => [i, colour]);
	const state: ExpressionSpecification = ['coalesce', ['feature-state', 'colour'], -1];
	return ['match', state, ...cases, 'rgba(0, 0, 0, 0)'] as unknown as ExpressionSpecification;
}

/**
 * Layers of a level that is drawn. Colour, hatching and outline follow the feature's state alone:
 * `colour` (class), `few`, `empty`, `inside` (part of what is open), `focus`, `picked`.
 */
export function fillLayer(level: string, colours: readonly string[]): LayerSpecification {
	return {
		id: layerOf(level, 'fill'),
		type: 'fill',
		source: sourceOf(level),
		paint: { 'fill-color': fillColour(colours), 'fill-antialias': false }
	};
}

/**
 * What is drawn over the colours. A layer that shows nothing yet is not visible: every visible one
 * costs a shader and a pass, much in a software renderer.
 */
export function detailLayers(level: string, palette: Palette): LayerSpecification[] {
	const source = sourceOf(level);
	return [
		{
			id: layerOf(level, 'few'),
			type: 'fill',
			source,
			layout: { visibility: 'none' },
			paint: {
				'fill-pattern': HATCH,
				'fill-antialias': false,
				'fill-opacity': ['case', says('few'), 1, 0]
			}
		},
		{
			id: layerOf(level, 'line'),
			type: 'line',
			source,
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': [
					'case',
					says('empty'),
					palette.muted,
					says('inside'),
					palette.card,
					palette.line
				],
				'line-width': 1
			}
		},
		{
			id: layerOf(level, 'focus'),
			type: 'line',
			source,
			layout: { 'line-join': 'round', visibility: 'none' },
			paint: {
				'line-color': palette.ink,
				'line-width': 2.4,
				'line-opacity': ['case', ['any', says('focus'), says('picked')], 1, 0]
			}
		}
	];
}

/** Borders of the level above, for orientation. */
export function contextLayer(level: string, palette: Palette): LayerSpecification {
	return {
		id: 'context',
		type: 'line',
		source: sourceOf(level),
		layout: { 'line-join': 'round' },
		paint: { 'line-color': palette.ink, 'line-width': 1.2, 'line-opacity': 0.45 }
	};
}

export function labelLayer(palette: Palette): LayerSpecification {
	return {
		id: 'labels',
		type: 'symbol',
		source: 'labels',
		layout: {
			'text-field': ['get', 'name'],
			'text-font': ['sans-serif'],
			'text-size': 12.5,
			'text-padding': 4,
			'text-max-width': 8,
			'symbol-sort-key': ['get', 'order']
		},
		paint: {
			'text-color': palette.ink,
			'text-halo-color': palette.card,
			'text-halo-width': 1.6
		}
	};
}
