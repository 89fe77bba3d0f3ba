import {
	createExpression,
	latest,
	validateStyleMin,
	type GeoJSONSourceSpecification,
	type LayerSpecification,
	type StylePropertySpecification
} from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { classColours, PALETTES } from '#lib/plot/palette.ts';
import { OPACITIES } from './land.ts';
import { landLayers, landSources } from './land-style.ts';
import {
	contextLayer,
	detailLayers,
	fillColour,
	fillLayer,
	HATCH,
	LABEL_FONTS,
	labelLayer,
	layerOf,
	sourceOf,
	styleOf
} from './style.ts';

const palette = PALETTES.light;
const colours = classColours(palette, 6);
const empty: GeoJSONSourceSpecification = {
	type: 'geojson',
	data: { type: 'FeatureCollection', features: [] }
};

function wholeStyle(classes: readonly string[] = colours) {
	return styleOf({ [sourceOf('village')]: empty, [sourceOf('county')]: empty, labels: empty }, [
		fillLayer('village', classes),
		...detailLayers('village', palette),
		contextLayer('county', palette),
		labelLayer(palette)
	]);
}

/** What MapLibre makes of an expression for a feature in a state. */
function evaluated(
	expression: unknown,
	layer: 'paint_fill' | 'paint_line',
	property: string,
	state: Record<string, unknown>
): unknown {
	const specification = (latest[layer] as Record<string, unknown>)[property];
	const made = createExpression(expression, property, specification as StylePropertySpecification);
	if (made.result === 'error') throw new Error(made.value.map(({ message }) => message).join());
	return made.value.evaluate({ zoom: 10 }, { type: 'Polygon', properties: {}, id: 1 }, state);
}

const colourFor = (classes: readonly string[], state: Record<string, unknown>): string =>
	String(evaluated(fillColour(classes), 'paint_fill', 'fill-color', state));

const rgba = (hex: string): string =>
	`rgba(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(',')},1)`;

const nothing = 'rgba(0,0,0,0)';

function paintOf(layers: readonly LayerSpecification[], id: string, property: string): unknown {
	const layer = layers.find((one) => one.id === id);
	return (layer?.paint as Record<string, unknown> | undefined)?.[property];
}

describe('the style of the map', () => {
	it.each([
		['six classes', colours],
		['one class', classColours(palette, 1)],
		['no class', []]
	])("is sound by MapLibre's own rules, with %s", (_, classes) => {
		expect(validateStyleMin(wholeStyle(classes)).map(({ message }) => message)).toEqual([]);
	});

	it('asks nobody for anything: no glyphs, no sprites, no address', () => {
		const style = wholeStyle();
		expect(style).not.toHaveProperty('glyphs');
		expect(style).not.toHaveProperty('sprite');
		expect(JSON.stringify(style)).not.toMatch(/https?:|\/\/|url/i);
		expect(Object.values(style.sources).map(({ type }) => type)).toEqual(
			Object.keys(style.sources).map(() => 'geojson')
		);
	});

	it('has each layer once, each with a source that is there', () => {
		const { layers, sources } = wholeStyle();
		expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
		for (const layer of layers) {
			expect(Object.keys(sources)).toContain('source' in layer ? layer.source : undefined);
		}
	});

	it('names a Chinese font of each system, and then any', () => {
		expect(LABEL_FONTS).toMatch(/Noto Sans CJK SC.*Microsoft YaHei.*PingFang SC.*sans-serif$/);
	});

	it('has other names for other levels and other layers', () => {
		const names = ['village', 'county'].flatMap((level) => [
			sourceOf(level),
			...(['fill', 'few', 'line', 'focus'] as const).map((layer) => layerOf(level, layer))
		]);
		expect(new Set(names).size).toBe(10);
	});
});

describe('the colour of an area', () => {
	it.each([1, 2, 3, 4, 5, 6])('is that of its class, of %d classes', (classes) => {
		const some = classColours(palette, classes);
		some.forEach((colour, at) => expect(colourFor(some, { colour: at })).toBe(rgba(colour)));
	});

	it.each([
		['out of the picture', {}],
		['without a class', { colour: null }],
		['of too few cases', { few: true }],
		['of a class that is not in the legend', { colour: 6 }]
	])('is none for an area %s', (_, state) => {
		expect(colourFor(colours, state)).toBe(nothing);
	});

	it('is none for every area where there is no class', () => {
		expect(colourFor([], {})).toBe(nothing);
		expect(colourFor([], { colour: 0 })).toBe(nothing);
	});

	it('is what the layer is painted with', () => {
		const layer = fillLayer('village', colours);
		expect(paintOf([layer], 'level-village-fill', 'fill-color')).toEqual(fillColour(colours));
	});
});

describe('what is drawn over the colours', () => {
	const layers = detailLayers('village', palette);

	it('is hatching for too few cases, and for nothing else', () => {
		const id = layerOf('village', 'few');
		const opacity = paintOf(layers, id, 'fill-opacity');
		const shown = (state: Record<string, unknown>): unknown =>
			evaluated(opacity, 'paint_fill', 'fill-opacity', state);
		expect(paintOf(layers, id, 'fill-pattern')).toBe(HATCH);
		expect(shown({ few: true })).toBe(1);
		expect(shown({ few: false, colour: 2 })).toBe(0);
		expect(shown({})).toBe(0);
	});

	it.each([
		['muted where there is no figure', { empty: true, inside: true }, palette.muted],
		['of the card inside what is open', { empty: false, inside: true }, palette.card],
		['faint outside', {}, palette.line]
	])('is a border, %s', (_, state, colour) => {
		const expression = paintOf(layers, layerOf('village', 'line'), 'line-color');
		expect(String(evaluated(expression, 'paint_line', 'line-color', state))).toBe(rgba(colour));
	});

	it('is an outline for the area in focus, and for no other', () => {
		const opacity = paintOf(layers, layerOf('village', 'focus'), 'line-opacity');
		expect(evaluated(opacity, 'paint_line', 'line-opacity', { focus: true })).toBe(1);
		expect(evaluated(opacity, 'paint_line', 'line-opacity', { focus: false })).toBe(0);
		expect(evaluated(opacity, 'paint_line', 'line-opacity', {})).toBe(0);
	});

	it('costs nothing before it shows something: hatching and focus begin invisible', () => {
		const hidden = layers.filter(({ layout }) => layout?.visibility === 'none');
		expect(hidden.map(({ id }) => id)).toEqual([
			layerOf('village', 'few'),
			layerOf('village', 'focus')
		]);
	});
});

describe('rivers, roads and relief', () => {
	const { under, over } = landLayers(palette);
	const none = { relief: [], river: [], road: [] };

	it("are sound by MapLibre's own rules, each layer with its source", () => {
		const style = styleOf(landSources(none), [...under, ...over]);
		expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
		expect(style.layers.map(({ id }) => id)).toEqual([
			'land-relief',
			'land-river-casing',
			'land-river',
			'land-road'
		]);
	});

	it.each(Object.values(PALETTES))(
		'leave each class nearer to its own colour than to any other',
		(one) => {
			const classes = one.sequential.map(channelsOf);
			const steps = classes.flatMap((colour, i) =>
				classes.slice(i + 1).map((other) => apart(colour, other))
			);
			const deepShade = 1 - (1 - OPACITIES.shade) ** 2;
			for (const colour of classes) {
				for (const [tint, opacity] of [
					[one.shade, deepShade],
					[one.light, OPACITIES.light]
				] as const) {
					const tinted = colour.map(
						(value, i) => value + opacity * ((channelsOf(tint)[i] ?? NaN) - value)
					);
					expect(apart(tinted, colour)).toBeLessThan(Math.min(...steps) / 2);
				}
			}
		}
	);
});

const channelsOf = (hex: string): number[] =>
	[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

const apart = (a: readonly number[], b: readonly number[]): number =>
	Math.hypot(...a.map((value, i) => value - (b[i] ?? NaN)));
