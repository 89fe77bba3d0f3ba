import type { EnginePage } from '../engine-page/main.ts';
import { expect, test } from '../support/engine-page.ts';
import { engineWorker, harmNextQuery } from '../support/engine-worker.ts';

declare const engine: EnginePage;

const LOST = { name: 'AppError', code: 'engine-lost' };
const one = 'SELECT 1 AS n';

test('a query whose worker is ended from outside says at once that the engine is lost, and so does every later one', async ({
	engine: page
}) => {
	await page.evaluate((text) => engine.refusal(text), one);
	expect(await page.evaluate(() => engine.isLost())).toBe(false);
	await harmNextQuery(page, 'terminate');
	expect(await page.evaluate((text) => engine.refusal(text), one)).toMatchObject(LOST);
	expect(await page.evaluate(() => engine.isLost())).toBe(true);
	expect(await page.evaluate((text) => engine.refusal(text), one)).toMatchObject(LOST);
});

test('an engine whose worker ends itself while nothing is asked knows that it is lost, and leaves nothing in storage', async ({
	engine: page
}) => {
	await page.evaluate((text) => engine.refusal(text), one);
	await engineWorker(page).evaluate(() => {
		close();
	});
	await expect.poll(() => page.evaluate(() => engine.isLost())).toBe(true);
	expect(await page.evaluate((text) => engine.refusal(text), one)).toMatchObject(LOST);
	expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});
