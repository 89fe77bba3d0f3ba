import { Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl';
// As a worker, not as an asset: an asset would keep its ending `.mjs`, for which many servers know no type.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection, Point } from 'geojson';
import type { Palette } from '#lib/plot/palette.ts';
import { hatchTile } from './hatch.ts';
import { boundsOf, type AreaFeature } from './level-features.ts';
import {
	contextLayer,
	EMPTY_STYLE,
	HATCH,
	LABEL_FONTS,
	labelLayer,
	levelLayers,
	sourceOf
} from './style.ts';

/** What is drawn: boundaries of a level, the borders above it, and what each area's state is. */
export interface Picture {
	readonly level: string;
	readonly features: readonly AreaFeature[];
	readonly context:
		{ readonly level: string; readonly features: readonly AreaFeature[] } | undefined;
	/** State of each area that is part of the picture; the others of the level stay faint. */
	readonly areas: ReadonlyMap<number, AreaState>;
	readonly labels: FeatureCollection<Point>;
	readonly palette: Palette;
	readonly colours: readonly string[];
	/** Room to leave at the edges of the map, in pixels. */
	readonly padding: { top: number; right: number; bottom: number; left: number };
	/** Changes when another place is open: the map then moves to it. */
	readonly place: string;
}

export interface AreaState {
	readonly colour: number | undefined;
	readonly few: boolean;
	readonly empty: boolean;
}

export interface AreaMapEvents {
	onhover: (area: number | undefined) => void;
	onopen: (area: number) => void;
	/** The first picture with its numbers is on screen. */
	onpainted: () => void;
}

/**
 * The one owner of MapLibre: takes pictures and gives back gestures. Areas are recoloured by
 * feature-state only, which costs a tenth of new data or a new style.
 */
export class AreaMap {
	readonly #map: MapLibre;
	readonly #events: AreaMapEvents;
	#styled = false;
	#picture: Picture | undefined;
	#focus: number | undefined;
	#hovered: number | undefined;
	#place = '';
	#painted = false;

	constructor(
		container: HTMLElement,
		events: AreaMapEvents,
		zoomLabels: { in: string; out: string }
	) {
		setWorkerUrl(new URL(workerUrl, location.href).href);
		this.#events = events;
		this.#map = new MapLibre({
			container,
			style: EMPTY_STYLE,
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			// The arrow keys choose areas: see the component.
			keyboard: false,
			fadeDuration: 0,
			localIdeographFontFamily: LABEL_FONTS,
			locale: {
				'NavigationControl.ZoomIn': zoomLabels.in,
				'NavigationControl.ZoomOut': zoomLabels.out
			}
		});
		this.#map.touchZoomRotate.disableRotation();
		this.#map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
		void this.#map.once('style.load').then(() => {
			this.#styled = true;
			if (this.#picture) this.#draw(this.#picture, undefined);
		});
		this.#map.on('mousemove', ({ point }) => {
			this.#hover(this.#areaAt(point.x, point.y));
		});
		this.#map.on('mouseout', () => {
			this.#hover(undefined);
		});
		this.#map.on('click', ({ point }) => {
			const area = this.#areaAt(point.x, point.y);
			if (area !== undefined) this.#events.onopen(area);
		});
	}

	/** Draws a picture; one that comes before the map has started is drawn when it has. */
	show(picture: Picture): void {
		const previous = this.#picture;
		this.#picture = picture;
		if (this.#styled) this.#draw(picture, previous);
	}

	focus(area: number | undefined): void {
		if (area === this.#focus) return;
		this.#state(this.#focus, { focus: false });
		this.#focus = area;
		this.#state(area, { focus: true });
	}

	remove(): void {
		this.#map.remove();
	}

	#draw(picture: Picture, previous: Picture | undefined): void {
		const restyled =
			previous?.level !== picture.level ||
			previous.features !== picture.features ||
			previous.palette !== picture.palette ||
			previous.colours.join() !== picture.colours.join();
		if (restyled) this.#restyle(picture);
		else this.#clear(previous, picture);
		for (const [area, { colour, few, empty }] of picture.areas) {
			this.#state(area, { colour: colour ?? -1, few, empty, inside: true });
		}
		this.#state(this.#focus, { focus: true });
		this.#labels(picture);
		if (picture.place !== this.#place) this.#moveTo(picture);
		if (!this.#painted) {
			this.#painted = true;
			void this.#map.once('idle').then(() => {
				this.#events.onpainted();
			});
		}
	}

	/** Layers are made anew only for another level, theme or number of classes. */
	#restyle(picture: Picture): void {
		const { palette, level, context } = picture;
		for (const { id } of this.#map.getStyle().layers) this.#map.removeLayer(id);
		for (const id of Object.keys(this.#map.getStyle().sources)) this.#map.removeSource(id);
		if (this.#map.hasImage(HATCH)) this.#map.removeImage(HATCH);
		const image = hatchTile(palette.hatch, palette.hatchGround);
		this.#map.addImage(HATCH, image, { pixelRatio: 2 });
		this.#source(level, picture.features);
		for (const layer of levelLayers(level, palette, picture.colours)) this.#map.addLayer(layer);
		if (context) {
			this.#source(context.level, context.features);
			this.#map.addLayer(contextLayer(context.level, palette));
		}
		this.#map.addSource('labels', { type: 'geojson', data: picture.labels });
		this.#map.addLayer(labelLayer(palette));
	}

	#source(level: string, features: readonly AreaFeature[]): void {
		const data: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
		this.#map.addSource(sourceOf(level), { type: 'geojson', data, tolerance: 0.2 });
	}

	#labels({ labels }: Picture): void {
		const source = this.#map.getSource('labels');
		if (source && 'setData' in source)
			(source as { setData: (data: object) => void }).setData(labels);
	}

	/** Areas that have left the picture become faint again. */
	#clear(previous: Picture | undefined, picture: Picture): void {
		for (const area of previous?.areas.keys() ?? []) {
			if (!picture.areas.has(area)) {
				this.#state(area, { colour: -1, few: false, empty: false, inside: false });
			}
		}
	}

	#moveTo(picture: Picture): void {
		const first = this.#place === '';
		this.#place = picture.place;
		const bounds = boundsOf(picture.features.filter(({ id }) => picture.areas.has(id)));
		if (!bounds) return;
		const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
		this.#map.fitBounds(bounds, { padding: picture.padding, duration: first || still ? 0 : 250 });
	}

	#state(area: number | undefined, state: Record<string, unknown>): void {
		if (area === undefined || !this.#picture) return;
		const source = sourceOf(this.#picture.level);
		if (this.#map.getSource(source)) this.#map.setFeatureState({ source, id: area }, state);
	}

	#areaAt(x: number, y: number): number | undefined {
		if (!this.#picture) return undefined;
		const layer = `${sourceOf(this.#picture.level)}-fill`;
		if (!this.#map.getLayer(layer)) return undefined;
		const [found] = this.#map.queryRenderedFeatures([x, y], { layers: [layer] });
		const id = typeof found?.id === 'number' ? found.id : undefined;
		return id !== undefined && this.#picture.areas.has(id) ? id : undefined;
	}

	#hover(area: number | undefined): void {
		if (area === this.#hovered) return;
		this.#hovered = area;
		this.#map.getCanvas().style.cursor = area === undefined ? '' : 'pointer';
		this.#events.onhover(area);
	}
}
