import { Map as MapLibre, NavigationControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
// As a worker, not as an asset: an asset would keep its ending `.mjs`, for which many servers know no type.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import {
	boundsOfAreas,
	firstStyle,
	isSameState,
	needsNewStyle,
	styleFor,
	type Picture
} from './drawing.ts';
import type { Point } from '#lib/plot/area-shapes.ts';
import { hatchTile } from './hatch.ts';
import { fillColour, HATCH, LABEL_FONTS, layerOf, sourceOf } from './style.ts';

const WORKER = new URL(workerUrl, location.href).href;

/** `webgl`: the graphics are gone and do not come back. `missing`: parts of MapLibre did not arrive, or failed. */
export type MapFailure = 'webgl' | 'missing';

/** Milliseconds that a browser may take to give back a WebGL context that it took away. */
const CONTEXT_COMES_BACK = 2_000;

export interface AreaMapEvents {
	onhover: (area: number | undefined) => void;
	/** `isAside`: with the Shift key, which asks for more about an area instead. */
	onopen: (area: number, isAside: boolean) => void;
	/** The first picture with its numbers is on screen. */
	onpainted: () => void;
	/** There will be no picture, or no other. */
	onfail: (why: MapFailure) => void;
}

/**
 * The one owner of MapLibre: takes pictures and gives back gestures. Areas are recoloured by
 * feature-state only, which costs a tenth of new data or a new style.
 */
export class AreaMap {
	readonly #map: MapLibre;
	readonly #events: AreaMapEvents;
	#picture: Picture;
	#styled = false;
	/** The browser has taken the WebGL context away, and with it MapLibre's style. */
	#isContextLost = false;
	#givingUp: ReturnType<typeof setTimeout> | undefined;
	#isPainted = false;
	/** Whether borders, hatching and names are there too, and not only the colours. */
	#complete = false;
	#relabelling: number | undefined;
	#focus: number | undefined;
	#hovered: number | undefined;

	constructor(container: HTMLElement, picture: Picture, events: AreaMapEvents) {
		setWorkerUrl(WORKER);
		this.#events = events;
		this.#picture = picture;
		const bounds = boundsOfAreas(picture);
		this.#map = new MapLibre({
			container,
			style: firstStyle(picture),
			...(bounds ? { bounds, fitBoundsOptions: { padding: picture.padding() } } : {}),
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			// Shift is for an area's profile: a box that zooms would swallow the click.
			boxZoom: false,
			touchPitch: false,
			// The arrow keys choose areas: see the component.
			keyboard: false,
			fadeDuration: 0,
			localIdeographFontFamily: LABEL_FONTS
		});
		// The component is what has the focus and a name: see there.
		const canvas = this.#map.getCanvas();
		canvas.tabIndex = -1;
		canvas.removeAttribute('role');
		canvas.removeAttribute('aria-label');
		this.#map.touchZoomRotate.disableRotation();
		this.#map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
		void this.#map.once('style.load').then(() => {
			this.#styled = true;
			this.#paint(undefined);
		});
		this.#map.on('mousemove', ({ point }) => {
			this.#hover(this.#areaAt(point.x, point.y));
		});
		this.#map.on('mouseout', () => {
			this.#hover(undefined);
		});
		this.#map.on('click', ({ point, originalEvent }) => {
			const area = this.#areaAt(point.x, point.y);
			if (area !== undefined) this.#events.onopen(area, originalEvent.shiftKey);
		});
		this.#map.on('webglcontextlost', () => {
			this.#isContextLost = true;
			this.#styled = false;
			this.#givingUp = setTimeout(() => {
				this.#events.onfail('webgl');
			}, CONTEXT_COMES_BACK);
		});
		this.#map.on('webglcontextrestored', () => {
			clearTimeout(this.#givingUp);
			this.#isContextLost = false;
			this.#move();
			this.#restyle();
		});
		this.#map.on('error', ({ error }) => {
			// Before the first picture: the script of its worker did not arrive, or the data cannot be drawn.
			if (this.#isPainted) reportError(error);
			else this.#events.onfail('missing');
		});
		this.#reveal(container);
	}

	/** Draws a picture; one that comes before the map has started is drawn when it has. */
	show(picture: Picture): void {
		const previous = this.#picture;
		if (picture === previous) return;
		this.#picture = picture;
		if (this.#isContextLost) return;
		// First the place, then the data: boundaries are cut into tiles once, for where the map will be.
		if (picture.place !== previous.place) this.#move();
		if (needsNewStyle(picture, previous)) this.#restyle();
		else if (this.#styled) {
			if (picture.labels !== previous.labels) this.#relabel();
			if (picture.colours.join() !== previous.colours.join()) this.#recolour();
			// Rivers and roads come later than the first picture.
			if (picture.land !== previous.land && this.#complete) this.#addMissing();
			this.#paint(previous);
		}
	}

	focus(area: number | undefined): void {
		if (area === this.#focus) return;
		this.#state(this.#focus, { focus: false });
		this.#focus = area;
		this.#markFocus();
	}

	/** Where a place lies on the screen, in pixels from the map's upper left corner. */
	pixelOf(lon: number, lat: number): Point {
		return this.#map.project([lon, lat]);
	}

	/** What the buttons say; the language may have changed. */
	nameButtons(labels: { in: string; out: string }): void {
		for (const [name, label] of Object.entries(labels)) {
			const button = this.#map.getContainer().querySelector(`.maplibregl-ctrl-zoom-${name}`);
			button?.setAttribute('aria-label', label);
			button?.setAttribute('title', label);
		}
	}

	remove(): void {
		clearTimeout(this.#givingUp);
		if (this.#relabelling !== undefined) cancelIdleCallback(this.#relabelling);
		this.#map.remove();
	}

	#restyle(): void {
		this.#styled = false;
		this.#complete = true;
		this.#map.setStyle(styleFor(this.#picture), { diff: false });
		void this.#map.once('style.load').then(() => {
			this.#styled = true;
			this.#paint(undefined);
		});
	}

	/** Which name gives way to which can wait until the numbers stand: handing names to the map's worker takes its time. */
	#relabel(): void {
		if (this.#relabelling !== undefined) return;
		this.#relabelling = requestIdleCallback(
			() => {
				this.#relabelling = undefined;
				void this.#map.getSource<GeoJSONSource>('labels')?.setData(this.#picture.labels);
			},
			{ timeout: 500 }
		);
	}

	/** Another number of classes: the same layer in other colours. */
	#recolour(): void {
		const { level, colours } = this.#picture;
		this.#map.setPaintProperty(layerOf(level, 'fill'), 'fill-color', fillColour(colours));
	}

	/** Gives each area its state, where it has another; areas that have left the picture become faint again. */
	#paint(previous: Picture | undefined): void {
		const { areas, level, palette } = this.#picture;
		for (const area of previous?.areas.keys() ?? []) {
			if (areas.has(area)) continue;
			this.#state(area, {
				colour: -1,
				few: false,
				empty: false,
				inside: false,
				picked: false
			});
		}
		let anyFew = false;
		for (const [area, state] of areas) {
			const { colour, few, empty, picked = false } = state;
			anyFew ||= few;
			if (isSameState(previous?.areas.get(area), state)) continue;
			this.#state(area, { colour: colour ?? -1, few, empty, inside: true, picked });
		}
		if (anyFew && !this.#map.hasImage(HATCH)) {
			this.#map.addImage(HATCH, hatchTile(palette.hatch, palette.hatchGround), { pixelRatio: 2 });
		}
		this.#showLayer(layerOf(level, 'few'), anyFew);
		this.#markFocus();
	}

	#markFocus(): void {
		const isAnyPicked = [...this.#picture.areas.values()].some(({ picked }) => picked);
		this.#showLayer(
			layerOf(this.#picture.level, 'focus'),
			isAnyPicked || this.#focus !== undefined
		);
		this.#state(this.#focus, { focus: true });
	}

	#showLayer(layer: string, visible: boolean): void {
		if (!this.#styled || !this.#complete) return;
		const wanted = visible ? 'visible' : 'none';
		if (this.#map.getLayoutProperty(layer, 'visibility') !== wanted) {
			this.#map.setLayoutProperty(layer, 'visibility', wanted);
		}
	}

	#move(): void {
		const bounds = boundsOfAreas(this.#picture);
		if (!bounds) return;
		const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
		this.#map.fitBounds(bounds, {
			padding: this.#picture.padding(),
			duration: still ? 0 : 250
		});
	}

	#state(area: number | undefined, state: Record<string, unknown>): void {
		if (area === undefined || !this.#styled) return;
		this.#map.setFeatureState({ source: sourceOf(this.#picture.level), id: area }, state);
	}

	#areaAt(x: number, y: number): number | undefined {
		if (!this.#styled) return undefined;
		const layers = [layerOf(this.#picture.level, 'fill')];
		const [found] = this.#map.queryRenderedFeatures([x, y], { layers });
		const id = typeof found?.id === 'number' ? found.id : undefined;
		return id !== undefined && this.#picture.areas.has(id) ? id : undefined;
	}

	#hover(area: number | undefined): void {
		if (area === this.#hovered) return;
		this.#hovered = area;
		this.#map.getCanvas().style.cursor = area === undefined ? '' : 'pointer';
		this.#events.onhover(area);
	}

	/**
	 * The first picture is the colours alone, and it is shown when it is whole: without a graphics card
	 * every half-drawn frame costs a copy of the canvas, and borders, hatching and names each a shader.
	 * They follow at once.
	 */
	#reveal(container: HTMLElement): void {
		container.style.visibility = 'hidden';
		void this.#map.once('idle').then(() => {
			container.style.visibility = '';
			requestAnimationFrame(() => {
				setTimeout(() => {
					this.#isPainted = true;
					this.#events.onpainted();
					this.#addDetails();
				});
			});
		});
	}

	#addDetails(): void {
		if (this.#complete) return;
		this.#complete = true;
		this.#addMissing();
		this.#paint(undefined);
	}

	/** Adds what the picture has and the map has not, from the top down: each layer goes under the one above it. */
	#addMissing(): void {
		const { sources, layers } = styleFor(this.#picture);
		for (const [id, source] of Object.entries(sources)) {
			if (!this.#map.getSource(id)) this.#map.addSource(id, source);
		}
		let above: string | undefined;
		for (const layer of layers.reverse()) {
			if (!this.#map.getLayer(layer.id)) this.#map.addLayer(layer, above);
			above = layer.id;
		}
	}
}
