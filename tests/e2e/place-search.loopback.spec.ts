import { answered, openAtlas, withoutMap } from '../support/atlas.ts';
import { readCard } from '../support/page-numbers.ts';
import { expect, test } from '../support/test.ts';

test('a place is found by initials and opened without a mouse; Escape gives the focus back', async ({
	page
}) => {
	await withoutMap(page);
	await openAtlas(page);
	const opener = page.getByRole('button', { name: '查找地点' });
	await opener.focus();
	await page.keyboard.press('Enter');
	const field = page.getByRole('combobox', { name: '查找地点' });
	await expect(field).toBeFocused();
	await field.fill('no such place');
	await expect(page.getByText('没有与“no such place”相符的地点')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(field).toHaveCount(0);
	await expect(opener).toBeFocused();

	await page.keyboard.press('Enter');
	await field.fill('dmjd');
	const option = page.locator('[role=option]').first();
	await expect(option).toContainText('敦睦街道');
	await expect(option).toContainText('云津区');
	await expect(option).toHaveAttribute('aria-selected', 'true');
	await answered(page, () => page.keyboard.press('Enter'));
	await expect(page.locator('nav [aria-current="location"]')).toHaveText('敦睦街道');
	expect(new URL(page.url()).searchParams.get('area')).toBe('990101001000');
});

test('a village, which has nothing inside, is shown in its township', async ({ page }) => {
	await withoutMap(page);
	await openAtlas(page, '?lang=en');
	await page.getByRole('button', { name: 'Find a place' }).click();
	const field = page.getByRole('combobox', { name: 'Find a place' });
	await field.fill('990101001001');
	await answered(page, () => page.locator('[role=option]').first().click());
	await expect(page.locator('nav [aria-current="location"]')).toHaveText('Dunmu Subdistrict');
	expect((await readCard(page))[0]).toBe('Minhua Community');
});

test('the search goes when the reader goes elsewhere, by mouse or by Tab', async ({ page }) => {
	await withoutMap(page);
	await openAtlas(page);
	const opener = page.getByRole('button', { name: '查找地点' });
	const field = page.getByRole('combobox', { name: '查找地点' });
	await opener.click();
	await field.fill('yun');
	await page.locator('.brand').click();
	await expect(field).toHaveCount(0);
	await opener.click();
	await expect(field).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await expect(field).toHaveCount(0);
	await expect(page.locator(':focus')).toHaveCount(1);
});

test('a search that cannot be fetched says what to do, and comes when it can', async ({
	page,
	watch
}) => {
	watch.expectTrouble(/ERR_FAILED|Failed to fetch/);
	await withoutMap(page);
	await openAtlas(page);
	// All that the page itself needs is there by now.
	await page.route('**/_app/**', (route) => route.abort());
	const opener = page.getByRole('button', { name: '查找地点' });
	await opener.click();
	await expect(page.getByRole('alert')).toContainText('请检查网络或联系管理员');
	await page.unroute('**/_app/**');
	await opener.click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await opener.click();
	await expect(page.getByRole('combobox', { name: '查找地点' })).toBeFocused();
});
