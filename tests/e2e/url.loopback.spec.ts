import { answered, openAtlas, waitForReady, withoutMap } from '../support/atlas.ts';
import { chooseType } from '../support/controls.ts';
import { queryOf, stateOf } from '../support/page-state.ts';
import { expect, test } from '../support/test.ts';

test('a link opened anew, and Back after it, give the same numbers', async ({ page }) => {
	test.setTimeout(60_000);
	await withoutMap(page);
	await openAtlas(page, '?area=990101000000&show=resolution');
	const showTable = (): Promise<void> => page.getByRole('button', { name: '表格' }).click();
	await showTable();
	const before = await stateOf(page);
	await answered(page, () => chooseType(page, '邻里'));
	const after = await stateOf(page);

	await page.reload();
	await waitForReady(page);
	await showTable();
	expect(await stateOf(page)).toEqual(after);
	await answered(page, () => page.getByRole('button', { name: '撤销' }).click());
	expect(await stateOf(page)).toEqual(before);
});

test('an area clicked on the map is opened', async ({ page }) => {
	await openAtlas(page, '?level=county');
	const box = await page.locator('.map canvas').boundingBox();
	if (!box) throw new Error('There is no map.');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	const name = (await page.getByTestId('focus-card').locator('strong').textContent()) ?? '';
	await answered(page, () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2));
	expect(queryOf(page)).toMatch(/^area=99010\d000000$/);
	await expect(page.locator('nav [aria-current="location"]')).toHaveText(name);
});

test('language and theme of a link are taken, and leave it when the reader chooses', async ({
	page
}) => {
	await openAtlas(page, '?lang=en&theme=dark&show=count');
	const html = page.locator('html');
	await expect(html).toHaveAttribute('lang', 'en');
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await expect(page).toHaveTitle(/^Yunchuan City · /);
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();

	await page.getByRole('button', { name: /中文/ }).click();
	await expect(html).toHaveAttribute('lang', 'zh-CN');
	await expect(page).toHaveTitle(/^云川市 · /);
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	await expect(page.getByRole('button', { name: '放大' })).toBeVisible();
	await page.getByRole('button', { name: '浅色' }).click();
	expect(queryOf(page)).toBe('show=count');
});
