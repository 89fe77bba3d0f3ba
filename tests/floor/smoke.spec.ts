import { resolve } from 'node:path';
import { demoCityByHand, opening } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import { pagesOf } from '../../tools/gallery/pages.js';
import { answered, openAtlas, waitForEngine } from '../support/atlas.ts';
import { chooseType } from '../support/controls.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { expect, test } from '../support/test.ts';

const FLOOR = 110;

test('this is the oldest browser that the site is made for', ({ browser }) => {
	expect(Number(browser.version().split('.')[0])).toBe(FLOOR);
});

for (const { path } of pagesOf('build')) {
	test(`/${path} stands, with its heading and no refusal`, async ({ page }) => {
		await page.goto(`./${path}`);
		await expect(page.locator('h1')).toHaveText(/\S/);
		await expect(page.locator('#floor')).toHaveCount(0);
	});
}

test('the map is drawn, a filter is answered by the engine with the numbers of the books, the language changes', async ({
	page
}) => {
	test.setTimeout(120_000);
	const city = await demoCityByHand(resolve('data/demo-city'));
	const types = ['marriage_family'];
	await openAtlas(page);
	const canvas = await page.locator('.map canvas').boundingBox();
	expect(canvas?.width).toBeGreaterThan(300);
	await page.getByRole('button', { name: '表格' }).click();
	expect(await readNumbers(page)).toEqual((await expectedNumbers(city, opening, 'zh')).numbers);

	await waitForEngine(page);
	await answered(page, () => chooseType(page, '婚姻家庭'));
	const filtered = await expectedNumbers(city, { ...opening, types }, 'zh');
	expect(await readNumbers(page)).toEqual(filtered.numbers);

	await page.getByRole('button', { name: /^EN/ }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	const english = await expectedNumbers(city, { ...opening, types }, 'en');
	expect(await readNumbers(page)).toEqual(english.numbers);
});
