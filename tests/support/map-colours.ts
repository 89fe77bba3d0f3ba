import type { Page } from '@playwright/test';
import type { Area } from '../by-hand/city.ts';

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Where to look beside the name that is written at the middle of an area. */
const ASIDE = [-26, -14, 14, 26].flatMap((y) => [-26, -13, 0, 13, 26].map((x) => ({ x, y })));

/**
 * Moves the mouse over the map until the card names the area: points inside it. Each card that is met on the way says
 * where the mouse is, and so how far to go from there.
 */
export async function findOnMap(
	page: Page,
	areas: readonly Area[],
	wanted: Area
): Promise<Point[]> {
	const nameAt = async ({ x, y }: Point): Promise<string | undefined> => {
		await page.mouse.move(x, y);
		const card = page.getByTestId('focus-card').locator('strong');
		return (await card.allTextContents())[0];
	};
	const box = await page.locator('.map canvas').boundingBox();
	if (!box) throw new Error('There is no map.');
	let at: Point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	for (let step = 0; step < 20; step++) {
		const name = await nameAt(at);
		if (name === wanted.name.zh) return pointsAround(at, name, nameAt);
		const here = areas.find((area) => area.name.zh === name);
		// Shorter steps in between: the same two places must not be met in turn for ever.
		const stride = 1 - 0.15 * (step % 4);
		at = here ? towards(at, here, wanted, areas, box, stride) : halfWay(at, box);
	}
	throw new Error(`${wanted.name.zh} was not found on the map.`);
}

async function pointsAround(
	{ x, y }: Point,
	name: string,
	nameAt: (point: Point) => Promise<string | undefined>
): Promise<Point[]> {
	const inside: Point[] = [];
	for (const aside of ASIDE) {
		const point = { x: Math.round(x + aside.x), y: Math.round(y + aside.y) };
		if ((await nameAt(point)) === name) inside.push(point);
	}
	return inside;
}

/** From one area to another, at the scale at which all areas fill about two thirds of the map. */
function towards(
	at: Point,
	here: Area,
	wanted: Area,
	areas: readonly Area[],
	box: { readonly width: number; readonly height: number },
	stride: number
): Point {
	const span = (axis: 0 | 1): number => {
		const all = areas.map(({ point }) => point?.[axis] ?? NaN);
		return Math.max(...all) - Math.min(...all);
	};
	const narrowing = Math.cos(((wanted.point?.[1] ?? 0) * Math.PI) / 180);
	const pixelsPerDegree =
		stride * (2 / 3) * Math.min(box.width / (span(0) * narrowing), box.height / span(1));
	const degrees = (axis: 0 | 1): number =>
		(wanted.point?.[axis] ?? NaN) - (here.point?.[axis] ?? NaN);
	return {
		x: at.x + degrees(0) * narrowing * pixelsPerDegree,
		y: at.y - degrees(1) * pixelsPerDegree
	};
}

/** Off the map: back towards its middle. */
function halfWay(at: Point, box: { x: number; y: number; width: number; height: number }): Point {
	return { x: (at.x + box.x + box.width / 2) / 2, y: (at.y + box.y + box.height / 2) / 2 };
}

/** Which class of the legend each area has on the map; -1 for a colour that is none of them. */
export async function classesOnMap(
	page: Page,
	areas: readonly (readonly Point[])[]
): Promise<number[]> {
	const legend = (await legendColours(page)).map(channelsOf);
	const colours = await coloursOf(page, areas);
	// Slopes in light and shade tint a class; letters of names and their edges are none of the legend's colours.
	return colours.map((ofArea) => {
		const classes = ofArea.map((colour) => classMeant(legend, channelsOf(colour)));
		return mostFrequent(classes.filter((one) => one >= 0)) ?? -1;
	});
}

type Channels = readonly number[];

/** The class whose colour is so near that no other can be meant: nearer than half the way between any two; else -1. */
function classMeant(legend: readonly Channels[], colour: Channels): number {
	const apart = (a: Channels, b: Channels): number =>
		Math.hypot(...a.map((value, i) => value - (b[i] ?? NaN)));
	const steps = legend.flatMap((one, i) => legend.slice(i + 1).map((other) => apart(one, other)));
	const half = Math.min(...steps) / 2;
	return legend.findIndex((one) => apart(one, colour) < half);
}

function channelsOf(colour: string): Channels {
	return (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

/** Of each area, the colours of its points on a picture of the screen: its name is written over some. */
async function coloursOf(page: Page, areas: readonly (readonly Point[])[]): Promise<string[][]> {
	const picture = (await page.screenshot()).toString('base64');
	return page.evaluate(
		async ([text, places]) => {
			const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
			const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
			context?.drawImage(bitmap, 0, 0);
			return places.map((points) =>
				points.map(({ x, y }) => {
					const [red, green, blue] = context?.getImageData(x, y, 1, 1).data ?? [];
					return `rgb(${String(red)}, ${String(green)}, ${String(blue)})`;
				})
			);
		},
		[picture, areas] as const
	);
}

function mostFrequent(classes: readonly number[]): number | undefined {
	const times = (one: number): number => classes.filter((other) => other === one).length;
	return [...classes].sort((a, b) => times(b) - times(a))[0];
}

/** Colours of the legend, lowest class first. */
export function legendColours(page: Page): Promise<string[]> {
	return page
		.locator('.legend .swatch')
		.evaluateAll((swatches) => swatches.map((one) => getComputedStyle(one).backgroundColor));
}
