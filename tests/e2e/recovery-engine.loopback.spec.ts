import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { CityByHand, View } from '../by-hand/city.ts';
import { demoCityByHand, opening } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import { answered, openAtlas, waitForEngine, withoutMap } from '../support/atlas.ts';
import { chooseType, filters } from '../support/controls.ts';
import {
	engineWorker,
	enginesStarted,
	harmNextQuery,
	keepWorkers,
	withSmallMemory
} from '../support/engine-worker.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { queryOf } from '../support/page-state.ts';
import { expect, test } from '../support/test.ts';

const filtered = { ...opening, types: ['marriage_family'] };

let city: CityByHand;
test.beforeAll(async () => {
	city = await demoCityByHand(resolve('data/demo-city'));
});
test.beforeEach(async ({ page }) => {
	await withoutMap(page);
	await keepWorkers(page);
});

async function openWithTable(page: Page): Promise<void> {
	await openAtlas(page);
	await page.getByRole('button', { name: '表格' }).click();
}

async function expectNumbers(page: Page, view: View): Promise<void> {
	expect(await readNumbers(page)).toEqual((await expectedNumbers(city, view, 'zh')).numbers);
}

test('a query that traps every time is tried three times more; then the cubes go on, and a retry helps', async ({
	page
}) => {
	test.setTimeout(90_000);
	await openWithTable(page);
	await waitForEngine(page);
	await harmNextQuery(page, 'trap', Infinity);
	await chooseType(page, '婚姻家庭');
	const status = page.getByRole('status').filter({ hasText: '这次统计没有完成' });
	await expect(status).toContainText('数据引擎多次中断', { timeout: 60_000 });
	expect(await enginesStarted(page)).toBe(4);
	expect(queryOf(page)).toBe('type=marriage_family');

	await answered(page, () => filters(page).getByRole('button', { name: '清除筛选' }).click());
	await answered(page, () => page.getByRole('button', { name: '区县' }).click());
	await expectNumbers(page, { ...opening, level: 'county' });

	await chooseType(page, '婚姻家庭');
	await expect(status, 'at once, without another engine').toContainText('数据引擎多次中断');
	expect(await enginesStarted(page)).toBe(4);

	await harmNextQuery(page, 'trap', 0);
	await answered(page, () => status.getByRole('button', { name: '重试' }).click());
	await expectNumbers(page, { ...filtered, level: 'county' });
});

test('an engine that ends while nothing is asked is replaced before the next question', async ({
	page
}) => {
	test.setTimeout(60_000);
	await openWithTable(page);
	await waitForEngine(page);
	await engineWorker(page).evaluate(() => {
		close();
	});
	await page.waitForFunction(() => performance.getEntriesByName('hetu:engine').length === 2);
	await answered(page, () => chooseType(page, '婚姻家庭'));
	await expectNumbers(page, filtered);
	expect(await enginesStarted(page)).toBe(2);
});

test('a runaway query is stopped after ten seconds, said plainly, and the engine stays', async ({
	page
}) => {
	test.setTimeout(60_000);
	await openWithTable(page);
	await waitForEngine(page);
	await harmNextQuery(page, 'runaway');
	await chooseType(page, '婚姻家庭');
	const status = page.getByRole('status').filter({ hasText: '统计用时过长，已停止' });
	await expect(status).toBeVisible({ timeout: 20_000 });
	await answered(page, () => status.getByRole('button', { name: '重试' }).click());
	await expectNumbers(page, filtered);
	expect(await enginesStarted(page)).toBe(1);
});

test('cases for which there is no memory are refused with advice; the cubes go on, and a retry helps', async ({
	page
}) => {
	test.setTimeout(90_000);
	await withSmallMemory(page);
	await page.addInitScript(() => {
		const { kept } = globalThis as unknown as { kept: { harm: string; times: number } };
		Object.assign(kept, { harm: 'large', times: Infinity });
	});
	await openWithTable(page);
	await chooseType(page, '婚姻家庭');
	const status = page.getByRole('status').filter({ hasText: '本机内存不足' });
	await expect(status).toContainText('请关闭其他标签页', { timeout: 20_000 });
	await answered(page, () => filters(page).getByRole('button', { name: '清除筛选' }).click());
	await expectNumbers(page, opening);

	await chooseType(page, '婚姻家庭');
	await expect(status).toBeVisible({ timeout: 20_000 });
	await harmNextQuery(page, 'large', 0);
	await answered(page, () => status.getByRole('button', { name: '重试' }).click());
	await expectNumbers(page, filtered);
});

test('a wasm file that is missing is said within five seconds of the question', async ({
	page,
	watch
}) => {
	watch.expectTrouble(/404/);
	await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'not here' }));
	await openWithTable(page);
	await chooseType(page, '婚姻家庭');
	const status = page.getByRole('status').filter({ hasText: '这次统计没有完成' });
	await expect(status).toContainText('数据引擎没有启动', { timeout: 5_000 });
	await answered(page, () => filters(page).getByRole('button', { name: '清除筛选' }).click());
	await expectNumbers(page, opening);
});

test('a page that was frozen answers as before when it wakes', async ({ page }) => {
	test.setTimeout(60_000);
	await openWithTable(page);
	await waitForEngine(page);
	const browser = await page.context().newCDPSession(page);
	await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
	await browser.send('Page.setWebLifecycleState', { state: 'active' });
	await answered(page, () => chooseType(page, '婚姻家庭'));
	await expectNumbers(page, filtered);
	expect(await enginesStarted(page)).toBe(1);
});

test('an engine that gives no sign of life when the page wakes is replaced', async ({ page }) => {
	test.setTimeout(60_000);
	await openWithTable(page);
	await waitForEngine(page);
	// Busy without end, while nothing is asked: nobody would notice before the next question.
	await engineWorker(page).evaluate(() => {
		setTimeout(() => {
			for (;;);
		});
	});
	await page.evaluate(() => {
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
	});
	await page.waitForFunction(() => performance.getEntriesByName('hetu:engine').length === 2);
	await answered(page, () => chooseType(page, '婚姻家庭'));
	await expectNumbers(page, filtered);
	expect(await enginesStarted(page)).toBe(2);
});
