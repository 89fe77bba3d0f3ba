import type { EnginePage } from '../engine-page/main.ts';
import { expect, test } from '../support/engine-page.ts';
import { engineWorker, harmNextQuery, withSmallMemory } from '../support/engine-worker.ts';

declare const engine: EnginePage;

const LOST = { name: 'AppError', code: 'engine-lost' };
const one = 'SELECT 1 AS n';

test('a query on which WebAssembly traps has lost its engine', async ({ engine: page }) => {
	await page.evaluate((text) => engine.refusal(text), one);
	await harmNextQuery(page, 'trap');
	expect(await page.evaluate((text) => engine.refusal(text), one)).toMatchObject(LOST);
	expect(await page.evaluate((text) => engine.refusal(text), one)).toMatchObject(LOST);
});

test('an engine whose worker throws outside of any query knows that it is lost', async ({
	engine: page
}) => {
	await page.evaluate((text) => engine.refusal(text), one);
	await engineWorker(page).evaluate(() => {
		setTimeout(() => {
			throw new Error('a fault of the worker');
		});
	});
	await expect.poll(() => page.evaluate(() => engine.isLost())).toBe(true);
});

test('a query that takes too long is stopped at its limit, and the engine is free again', async ({
	engine: page
}) => {
	await page.evaluate(() => engine.open({ query: 500, stop: 1_000 }));
	await harmNextQuery(page, 'runaway');
	const refused = await page.evaluate((text) => engine.refusal(text), one);
	expect(refused).toMatchObject({ name: 'AppError', code: 'query-too-long' });
	expect(await page.evaluate((text) => engine.refusal(text), one)).toBe('none');
	expect(await page.evaluate(() => engine.isLost())).toBe(false);
});

test('a query that takes too long and does not stop has lost its engine', async ({
	engine: page
}) => {
	await page.evaluate(() => engine.open({ query: 500, stop: 300 }));
	await harmNextQuery(page, 'deaf');
	const refused = await page.evaluate((text) => engine.refusal(text), one);
	expect(refused).toMatchObject({ name: 'AppError', code: 'query-too-long' });
	expect(await page.evaluate(() => engine.isLost())).toBe(true);
	expect(await page.evaluate((text) => engine.refusal(text), one)).toMatchObject(LOST);
});

test('an engine leaves nothing in storage when its page goes', async ({ engine: page }) => {
	await page.evaluate((text) => engine.refusal(text), one);
	await page.reload();
	await page.waitForFunction(() => 'engine' in globalThis);
	await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('an engine works where the browser forbids it all storage', async ({ engine: page }) => {
	await page.route('**/wasm-worker-*.js', async (route) => {
		const response = await route.fetch();
		const forbid =
			'IDBFactory.prototype.open = () => { throw new DOMException("forbidden", "SecurityError"); };';
		await route.fulfill({ response, body: forbid + (await response.text()) });
	});
	expect(await page.evaluate((text) => engine.refusal(text), one)).toBe('none');
});

test('an engine that gets no more memory refuses, and does not break', async ({ engine: page }) => {
	await withSmallMemory(page);
	expect(await page.evaluate((text) => engine.refusal(text), one)).toBe('none');
	const refused = await page.evaluate(() =>
		engine.refusal('SELECT len(list(range)) AS n FROM range(100000000)')
	);
	expect(refused).toMatchObject({ name: 'AppError', code: 'engine-memory' });
	expect(await page.evaluate((text) => engine.refusal(text), one)).toBe('none');
	// Tables that DuckDB itself refuses, that its glue copies over its memory, and that are larger than all of it.
	for (const rows of [5_000_000, 20_000_000, 7_500_000]) {
		const unloaded = await page.evaluate((n) => engine.loadRefusal(n), rows);
		expect(unloaded, String(rows)).toMatchObject({ name: 'AppError', code: 'engine-memory' });
	}
	expect(await page.evaluate(() => engine.isLost())).toBe(true);
});
