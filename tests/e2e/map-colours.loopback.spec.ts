import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Area, View } from '../by-hand/city.ts';
import { demoCityByHand, opening } from '../by-hand/demo-city.ts';
import { classesByCode, townshipsOf } from '../support/area-classes.ts';
import { followLink, openAtlas } from '../support/atlas.ts';
import { classesOnMap, findOnMap, type Point } from '../support/map-colours.ts';
import { linkTo } from '../support/random-views.ts';
import { expect, test } from '../support/test.ts';

/**
 * Another period, other types, another indicator: each gives the same areas other colours. Something is chosen on each,
 * so that the row of chips stands above all of them and the map keeps its size.
 */
const first: View = { ...opening, from: '2017-01', to: '2017-12' };
const views: readonly View[] = [
	first,
	{ ...opening, from: '2018-03' },
	{ ...opening, types: ['family_neighbours'] },
	{ ...first, indicator: 'in_time' }
];

/** How many messages with boundaries in them pages have sent to workers. */
async function countBoundaries(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		const counted = globalThis as unknown as { sent: number };
		counted.sent = 0;
		globalThis.Worker = class extends Worker {
			override postMessage(
				message: unknown,
				options?: Transferable[] | StructuredSerializeOptions
			): void {
				const text = JSON.stringify(message, (_, value: unknown) =>
					ArrayBuffer.isView(value) ? null : value
				);
				if (text.includes('Polygon')) counted.sent++;
				super.postMessage(message, Array.isArray(options) ? { transfer: options } : options);
			}
		};
	});
	return () => page.evaluate(() => (globalThis as unknown as { sent: number }).sent);
}

/** The first of some areas that is large enough to be seen beside its own name. */
async function firstClear(
	page: Page,
	all: readonly Area[],
	candidates: readonly Area[]
): Promise<{ area: Area; points: Point[] }> {
	for (const area of candidates) {
		const points = await findOnMap(page, all, area);
		if (points.length >= 6) return { area, points };
	}
	throw new Error('No area of this class can be seen.');
}

test('view after view, an area on the map has the colour of its class in the legend', async ({
	page
}) => {
	test.setTimeout(90_000);
	const city = await demoCityByHand(resolve('data/demo-city'));
	const classes = await Promise.all(views.map((view) => classesByCode(city, view)));
	const townships = townshipsOf(city)
		.filter(({ code }) => classes.every((one) => one.has(code)))
		.sort((a, b) => a.population - b.population);
	const boundariesSent = await countBoundaries(page);
	await openAtlas(page, linkTo(city, first));
	const some: Area[] = [];
	const places: Point[][] = [];
	// Of different classes at first; the highest is that of streets, too small to be seen beside their names.
	for (const wanted of [0, 1, 3, 4]) {
		const candidates = townships.filter(({ code }) => classes[0]?.get(code) === wanted);
		const found = await firstClear(page, townshipsOf(city), candidates);
		some.push(found.area);
		places.push(found.points);
	}
	await page.mouse.move(1, 1);
	const sent = await boundariesSent();
	expect(sent).toBeGreaterThan(0);
	const seen: number[][] = [];
	for (const [i, view] of views.entries()) {
		if (i > 0) await followLink(page, linkTo(city, view));
		const expected = some.map(({ code }) => classes[i]?.get(code) ?? NaN);
		await expect.poll(() => classesOnMap(page, places), linkTo(city, view)).toEqual(expected);
		seen.push(expected);
	}
	expect(new Set(seen.map(String)).size, 'the views differ').toBe(views.length);

	expect(await boundariesSent(), 'only states have changed, no boundaries').toBe(sent);

	await page.getByRole('button', { name: '深色' }).click();
	await expect.poll(() => classesOnMap(page, places), 'dark').toEqual(seen.at(-1));
});
