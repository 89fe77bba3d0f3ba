import { resolve } from 'node:path';
import type { Page, Request } from '@playwright/test';
import type { CityByHand, View } from '../by-hand/city.ts';
import { demoCityByHand, opening } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import { answered, openAtlas, waitForEngine, withoutMap } from '../support/atlas.ts';
import { serveWith } from '../support/cities.ts';
import { chooseCity, chooseType, filters } from '../support/controls.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { expect, OTHER, test } from '../support/two-cities.ts';

let city: CityByHand;
test.beforeAll(async () => {
	city = await demoCityByHand(resolve('data/demo-city'));
});

async function expectNumbers(page: Page, view: View, of = city): Promise<void> {
	expect(await readNumbers(page)).toEqual((await expectedNumbers(of, view, 'zh')).numbers);
}

test('without the engine the map stands, a filter says that it failed, and trying again helps', async ({
	page,
	watch
}) => {
	test.setTimeout(60_000);
	watch.expectTrouble(/ERR_FAILED|Failed to fetch|ErrorEvent/);
	await page.route('**/*.wasm', (route) => route.abort());
	await openAtlas(page);
	await page.getByRole('button', { name: '表格' }).click();
	await expectNumbers(page, opening);

	const status = page.getByRole('status').filter({ hasText: '这次统计没有完成' });
	await chooseType(page, '婚姻家庭');
	await expect(status).toContainText('数据引擎没有启动');

	// What needs no engine goes on as before.
	await answered(page, () => filters(page).getByRole('button', { name: '清除筛选' }).click());
	await expect(status).toHaveCount(0);
	await answered(page, () => page.getByRole('button', { name: '区县' }).click());
	await expectNumbers(page, { ...opening, level: 'county' });

	await chooseType(page, '婚姻家庭');
	await expect(status).toBeVisible();
	await page.unroute('**/*.wasm');
	await answered(page, () => status.getByRole('button', { name: '重试' }).click());
	await expect(status).toHaveCount(0);
	await expectNumbers(page, { ...opening, level: 'county', types: ['marriage_family'] });
});

test('opening asks for no engine before the map stands', async ({ page }) => {
	const asked: Request[] = [];
	page.on('request', (request) => {
		if (/duckdb|wasm|\.arrow/.test(request.url())) asked.push(request);
	});
	await openAtlas(page);
	await waitForEngine(page);
	const ready = await page.evaluate(
		() => performance.timeOrigin + (performance.getEntriesByName('hetu:ready')[0]?.startTime ?? NaN)
	);
	const times = asked.map((request) => [request.url(), request.timing().startTime] as const);
	expect(times.length).toBeGreaterThanOrEqual(3);
	for (const [url, at] of times) expect(at, url).toBeGreaterThan(ready);
});

test('where no map can be drawn the table holds the same numbers, and filters work', async ({
	page
}) => {
	await withoutMap(page);
	await openAtlas(page);
	await expect(page.getByTestId('svg-map')).toBeVisible();
	await page.getByRole('button', { name: '表格' }).click();
	await expectNumbers(page, opening);
	await answered(page, () => chooseType(page, '婚姻家庭'));
	await expectNumbers(page, { ...opening, types: ['marriage_family'] });
});

test('the site works under a path: map, engine, other city', async ({ page, built, baseURL }) => {
	test.setTimeout(60_000);
	const { hostname } = new URL(baseURL ?? '');
	const url = await serveWith(built.data, hostname, { base: '/some/sub' });
	expect(new URL(url).pathname).toBe('/some/sub/');
	await openAtlas(page, url);
	await answered(page, () => chooseType(page, '婚姻家庭'));
	await page.getByRole('button', { name: '表格' }).click();
	await expectNumbers(page, { ...opening, types: ['marriage_family'] });
	await answered(page, () => chooseCity(page, OTHER.title.zh));
	expect(page.url()).toBe(`${url}?d=${OTHER.id}`);
	await answered(page, () => chooseType(page, '邻里'));
	const other = await demoCityByHand(built.otherSource);
	await expectNumbers(page, { ...opening, types: ['neighbourhood'] }, other);
});
