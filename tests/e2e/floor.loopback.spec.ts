import { openAtlas, withoutMap } from '../support/atlas.ts';
import { expect, test } from '../support/test.ts';

/** What a browser below the floor lacks, taken away before the page's own scripts run. */
const older: readonly [name: string, take: () => void][] = [
	['Chromium 109', () => void Reflect.deleteProperty(Array.prototype, 'toSorted')],
	[
		'a browser without DecompressionStream',
		() => void Reflect.deleteProperty(globalThis, 'DecompressionStream')
	],
	['a browser without WebAssembly', () => void Reflect.deleteProperty(globalThis, 'WebAssembly')],
	['a browser without Object.hasOwn', () => void Reflect.deleteProperty(Object, 'hasOwn')],
	['a browser without AbortSignal', () => void Reflect.deleteProperty(globalThis, 'AbortSignal')]
];

for (const [name, take] of older) {
	test(`${name} is told in both languages what to install`, async ({ page, watch }) => {
		// What the app does there is of no interest: it lies under the refusal.
		watch.expectTrouble(/./);
		await page.addInitScript(take);
		await page.goto('./');
		const refusal = page.locator('#floor');
		await expect(refusal).toBeVisible();
		await expect(refusal.locator('[lang=zh-CN]')).toContainText('Chromium 110 或更高版本');
		await expect(refusal.locator('[lang=en]')).toContainText('Chromium 110 or newer');
		const { width, height } = (await refusal.boundingBox()) ?? { width: 0, height: 0 };
		expect([width, height]).toEqual([1280, 720]);
		const onTop = await page.evaluate(
			() => document.elementFromPoint(640, 360)?.closest('#floor') !== null
		);
		expect(onTop).toBe(true);
	});
}

test('a browser that has everything is told nothing', async ({ page }) => {
	await withoutMap(page);
	await openAtlas(page);
	await expect(page.locator('#floor')).toHaveCount(0);
});

test('without scripts the page says in both languages that it needs them', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(baseURL ?? '');
	for (const [language, text] of [
		['zh-CN', '允许本站运行 JavaScript'],
		['en', 'Allow JavaScript for this site']
	] as const) {
		const sentence = page.locator(`noscript p[lang=${language}]`);
		await expect(sentence).toBeVisible();
		await expect(sentence).toContainText(text);
	}
	await context.close();
});
