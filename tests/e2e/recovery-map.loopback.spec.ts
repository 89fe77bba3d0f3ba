import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { demoCityByHand, opening } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import { classesByCode, townshipsOf } from '../support/area-classes.ts';
import { answered, followLink, openAtlas, withoutMap } from '../support/atlas.ts';
import { legendColours } from '../support/map-colours.ts';
import { readCard, readNumbers } from '../support/page-numbers.ts';
import { expect, test } from '../support/test.ts';

const svgMap = (page: Page) => page.getByTestId('svg-map');
const simply = 'WebGL2 不可用，地图以简图显示';

/** Takes the WebGL context of the map away; `restore` gives it back. */
async function loseContext(page: Page): Promise<void> {
	await page.locator('.map canvas').evaluate((canvas) => {
		const context = (canvas as HTMLCanvasElement).getContext('webgl2');
		const extension = context?.getExtension('WEBGL_lose_context');
		if (!extension) throw new Error('The map has no context to lose.');
		Object.assign(globalThis, { restore: () => extension.restoreContext() });
		extension.loseContext();
	});
}

function restoreContext(page: Page): Promise<void> {
	return page.evaluate(() => {
		(globalThis as unknown as { restore: () => void }).restore();
	});
}

/** A print of the map as it looks. */
async function lookOf(page: Page): Promise<string> {
	await page.mouse.move(1, 1);
	const picture = await page.locator('.map canvas').screenshot();
	return createHash('sha256').update(picture).digest('hex');
}

test('without WebGL2 the map is drawn as SVG, with the colours of the legend and the numbers of the books', async ({
	page
}) => {
	const city = await demoCityByHand(resolve('data/demo-city'));
	await withoutMap(page);
	await openAtlas(page);
	await expect(page.getByText(simply)).toBeVisible();
	await page.getByRole('button', { name: '表格' }).click();
	const { numbers, card } = await expectedNumbers(city, opening, 'zh');
	expect(await readNumbers(page)).toEqual(numbers);

	const drawn = svgMap(page).locator('[data-code].inside');
	const fills = await drawn.evaluateAll((paths) =>
		paths.map((path) => [path.getAttribute('data-code') ?? '', getComputedStyle(path).fill])
	);
	expect(fills.map(([code]) => code).sort()).toEqual(
		townshipsOf(city)
			.map(({ code }) => code)
			.sort()
	);
	const legend = await legendColours(page);
	const classes = await classesByCode(city, opening);
	for (const [code = '', fill = ''] of fills) {
		expect(legend.indexOf(fill), code).toBe(classes.get(code) ?? -1);
	}

	for (const i of [0, 17, 40]) {
		const area = drawn.nth(i);
		await area.dispatchEvent('pointermove', { bubbles: true });
		expect(await readCard(page)).toEqual(card((await area.getAttribute('data-code')) ?? ''));
	}
});

test('the SVG map is used as the other one is: arrows, Enter, Backspace, Escape, click', async ({
	page
}) => {
	await withoutMap(page);
	await openAtlas(page, '?level=county');
	const map = svgMap(page);
	await map.focus();
	await page.keyboard.press('ArrowRight');
	const [first] = await readCard(page);
	await page.keyboard.press('ArrowRight');
	const [second = ''] = await readCard(page);
	expect(second).not.toBe(first);
	const place = page.locator('nav [aria-current="location"]');
	await answered(page, () => page.keyboard.press('Enter'));
	await expect(place).toHaveText(second);
	await answered(page, () => page.keyboard.press('Backspace'));
	await expect(place).not.toHaveText(second);
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Escape');
	await expect(page.getByTestId('focus-card')).toHaveCount(0);

	const box = await map.boundingBox();
	if (!box) throw new Error('There is no map.');
	const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
	await page.mouse.move(...middle);
	const [hovered = ''] = await readCard(page);
	await answered(page, () => page.mouse.click(...middle));
	await expect(place).toHaveText(hovered);
});

test('names on the SVG map do not overlap and are not cut off', async ({ page }) => {
	await withoutMap(page);
	await openAtlas(page, '?level=village');
	const map = await svgMap(page).boundingBox();
	const boxes = await svgMap(page)
		.locator('text')
		.evaluateAll((texts) =>
			texts.map((text) => {
				const { left, right, top, bottom } = text.getBoundingClientRect();
				return { left, right, top, bottom };
			})
		);
	expect(boxes.length).toBeGreaterThan(20);
	for (const [i, a] of boxes.entries()) {
		expect(a.left).toBeGreaterThanOrEqual(map?.x ?? NaN);
		for (const b of boxes.slice(i + 1)) {
			const isApart =
				a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
			expect(isApart, JSON.stringify([a, b])).toBe(true);
		}
	}
});

/** The file of the built site with MapLibre itself in it, and that of its worker. */
function filesOfMapLibre(): { script: string; worker: string } {
	const files = readdirSync('build/_app', { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.js')
	);
	const worker = files.find((name) => name.includes('maplibre-gl-worker'));
	const script = files.find(
		(name) =>
			name !== worker && readFileSync(join('build/_app', name), 'utf8').includes('webglcontextlost')
	);
	if (!script || !worker) throw new Error('The built site has no MapLibre.');
	return { script: basename(script), worker: basename(worker) };
}

for (const what of ['script', 'worker'] as const) {
	test(`where the ${what} of the map does not arrive, it is drawn as SVG`, async ({
		page,
		watch
	}) => {
		watch.expectTrouble(/404/);
		await page.route(`**/${filesOfMapLibre()[what]}`, (route) =>
			route.fulfill({ status: 404, body: 'not here' })
		);
		await openAtlas(page);
		await expect(svgMap(page)).toBeVisible();
		await expect(page.getByText('地图组件没有载入')).toBeVisible();
	});
}

test('a WebGL context that is lost and comes back: the map is whole again, with what was chosen meanwhile', async ({
	page
}) => {
	test.setTimeout(60_000);
	// Opened as it is compared: how much room the map leaves depends on the legend and the chips that it is fitted beside.
	await openAtlas(page, '?show=count');
	let before = await lookOf(page);
	const isStill = async (): Promise<boolean> => {
		const last = before;
		before = await lookOf(page);
		return last === before;
	};
	await expect.poll(isStill, { timeout: 20_000 }).toBe(true);
	await loseContext(page);
	await restoreContext(page);
	await expect.poll(() => lookOf(page), { timeout: 15_000 }).toBe(before);
	await expect(svgMap(page)).toHaveCount(0);

	await loseContext(page);
	await followLink(page, '?show=resolution');
	await followLink(page, '?show=count');
	await restoreContext(page);
	await expect.poll(() => lookOf(page), { timeout: 15_000 }).toBe(before);

	// Another place: what lies under the mouse is one of its areas.
	await loseContext(page);
	await followLink(page, '?show=count&area=990101000000&level=village');
	await restoreContext(page);
	const names = await page.getByTestId('area-table').locator('tbody tr button').allTextContents();
	const box = await page.locator('.map canvas').boundingBox();
	const hovered = async (): Promise<boolean> => {
		await page.mouse.move(1, 1);
		await page.mouse.move(
			(box?.x ?? 0) + (box?.width ?? 0) / 2,
			(box?.y ?? 0) + (box?.height ?? 0) / 2
		);
		const card = page.getByTestId('focus-card').locator('strong');
		return names.includes((await card.allTextContents())[0] ?? '');
	};
	await expect.poll(hovered, { timeout: 15_000 }).toBe(true);
	await expect(svgMap(page)).toHaveCount(0);
});

test('a WebGL context that does not come back: the map is drawn as SVG', async ({ page }) => {
	await openAtlas(page);
	await expect(svgMap(page)).toHaveCount(0);
	await loseContext(page);
	await expect(svgMap(page)).toBeVisible();
	await expect(page.getByText(simply)).toBeVisible();
	await svgMap(page).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByTestId('focus-card')).toBeVisible();
});
