import type { Locator, Page } from '@playwright/test';
import { answered, openAtlas } from '../support/atlas.ts';
import { filters } from '../support/controls.ts';
import { readCard } from '../support/page-numbers.ts';
import { expect, test } from '../support/test.ts';

/** Presses Tab until the control has the focus: a control that the keyboard does not reach fails. */
async function tabTo(page: Page, control: Locator): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		if (await control.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`${String(control)} is not reached by Tab.`);
}

const press = (page: Page, key: string): Promise<void> => page.keyboard.press(key);

test('indicator, type and period are chosen by keyboard', async ({ page }) => {
	test.setTimeout(60_000);
	await openAtlas(page);
	await tabTo(page, filters(page).getByLabel('起始月份'));
	await answered(page, () => press(page, 'ArrowDown'));
	expect(new URL(page.url()).search).toBe('?from=2018-02');

	await tabTo(page, filters(page).locator('summary'));
	await press(page, 'Enter');
	await tabTo(page, page.getByRole('searchbox', { name: '查找类型' }));
	await page.keyboard.type('邻里');
	await expect(page.getByRole('checkbox')).not.toHaveCount(0);
	await tabTo(page, page.getByRole('checkbox', { name: '邻里', exact: true }));
	await answered(page, () => press(page, 'Space'));
	expect(new URL(page.url()).searchParams.get('type')).toBe('neighbourhood');
	await press(page, 'Escape');
	await expect(filters(page).locator('summary')).toBeFocused();
	await expect(page.getByRole('searchbox', { name: '查找类型' })).toBeHidden();

	await tabTo(page, filters(page).getByRole('radio', { name: '每万人纠纷数' }));
	await answered(page, () => press(page, 'ArrowRight'));
	expect(new URL(page.url()).searchParams.get('show')).toBe('count');
});

test('the map is walked with arrows, entered with Enter and left with Backspace', async ({
	page
}) => {
	await openAtlas(page);
	const map = page.getByRole('application');
	await tabTo(page, map);
	await press(page, 'ArrowDown');
	const first = await readCard(page);
	await press(page, 'ArrowRight');
	const second = await readCard(page);
	expect(second[0]).not.toBe(first[0]);
	expect(second[1]).toMatch(/^每万人纠纷数 /);
	expect(second[2]).toMatch(/^[\d\u2009]+ ÷ [\d\u2009]+$/);
	expect(second[3]).toMatch(/^95% 区间 [\d.\u2009]+–[\d.\u2009]+$/);
	await expect(
		page.locator('[aria-live="polite"]').filter({ hasText: second[0] ?? '' })
	).toBeVisible();
	await press(page, 'ArrowLeft');
	await press(page, 'Tab');
	await expect(page.getByRole('button', { name: '放大' }), 'no stop in between').toBeFocused();
	await press(page, 'Shift+Tab');
	await expect(map).toBeFocused();

	const [name = ''] = await readCard(page);
	await answered(page, () => press(page, 'Enter'));
	const place = page.locator('nav [aria-current="location"]');
	await expect(place).toHaveText(name);
	await expect(map, 'the focus stays on the map').toBeFocused();
	await answered(page, () => press(page, 'Backspace'));
	await expect(place).not.toHaveText(name);
	await press(page, 'ArrowDown');
	await expect(page.getByTestId('focus-card')).toBeVisible();
	await press(page, 'Escape');
	await expect(page.getByTestId('focus-card')).toHaveCount(0);
});

test('the table is sorted and opened by keyboard', async ({ page }) => {
	await openAtlas(page);
	const table = page.getByTestId('area-table');
	const header = table.getByRole('columnheader', { name: '名称' });
	await tabTo(page, header.getByRole('button'));
	await answered(page, () => press(page, 'Enter'));
	await expect(header).toHaveAttribute('aria-sort', 'ascending');
	await expect(header.getByRole('button')).toBeFocused();
	await answered(page, () => press(page, 'Space'));
	await expect(header).toHaveAttribute('aria-sort', 'descending');

	const row = table.locator('tbody tr').first().getByRole('button');
	const name = (await row.textContent()) ?? '';
	await tabTo(page, row);
	expect((await readCard(page))[0]).toBe(name);
	await answered(page, () => press(page, 'Enter'));
	await expect(page.locator('nav [aria-current="location"]')).toHaveText(name);
});

test('a mouse that rests over the table takes nothing from the keyboard', async ({ page }) => {
	await openAtlas(page);
	const rows = page.getByTestId('area-table').locator('tbody tr');
	await rows.first().hover();
	await expect(page.getByTestId('focus-card')).toBeVisible();
	// The table scrolls under the mouse to the row that is focused.
	const row = rows.last().getByRole('button');
	await row.focus();
	const name = (await row.textContent()) ?? '';
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
	);
	expect((await readCard(page))[0]).toBe(name);
});

test('a definition opens with Enter, closes with Escape and gives the focus back', async ({
	page
}) => {
	await openAtlas(page);
	const headline = page.getByTestId('headline-resolution').getByRole('button');
	await tabTo(page, headline);
	await press(page, 'Enter');
	const card = page.getByRole('dialog', { name: '云川市 · 调处成功率' });
	await expect(card).toContainText('调处成功件数 ÷ 调处件数');
	await press(page, 'Escape');
	await expect(card).toHaveCount(0);
	await expect(headline).toBeFocused();
});
