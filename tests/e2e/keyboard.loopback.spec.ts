import type { Page } from '@playwright/test';
import { answered, openAtlas, withoutMap } from '../support/atlas.ts';
import { filters } from '../support/controls.ts';
import { focusOf, heard, listen, press, tabTo } from '../support/keyboard.ts';
import { readCard } from '../support/page-numbers.ts';
import { expect, test } from '../support/test.ts';

test('indicator, type and period are chosen by keyboard', async ({ page }) => {
	test.setTimeout(60_000);
	await withoutMap(page);
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
	await withoutMap(page);
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
	await withoutMap(page);
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
	await withoutMap(page);
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

test('Tab goes once through everything that can be used, and out of the page again', async ({
	page
}) => {
	test.setTimeout(90_000);
	await openAtlas(page);
	const visited: string[] = [];
	for (let presses = 0; presses < 200; presses++) {
		await press(page, 'Tab');
		const { on, isMarked, isInWindow } = await focusOf(page);
		if (on === 'nothing') break;
		visited.push(on);
		expect.soft({ on, isMarked, isInWindow }).toEqual({ on, isMarked: true, isInWindow: true });
	}
	expect(visited.at(0)).toBe('a 跳到正文');
	expect(visited.length, 'the page is left at its end').toBeLessThan(200);
	const usable = await page.evaluate(() => {
		const all = document.querySelectorAll<HTMLElement>(
			'a[href], button, select, summary, [tabindex]'
		);
		const radios = new Set([...document.querySelectorAll('input')].map(({ name }) => name)).size;
		const closed = (element: HTMLElement): boolean => !element.checkVisibility();
		const able = [...all].filter((one) => one.tabIndex >= 0 && !one.matches(':disabled'));
		return able.filter((one) => !closed(one)).length + radios - 1;
	});
	expect(visited.length, 'every link, button, choice and the map').toBeGreaterThanOrEqual(usable);
});

/** One step of the journey: what is pressed, and where the focus then is. */
async function step(page: Page, name: string, act: () => Promise<unknown>): Promise<string[]> {
	return test.step(name, async () => {
		await heard(page);
		await act();
		const focus = await focusOf(page);
		expect.soft(focus.on, `${name}: the focus is not lost`).not.toBe('nothing');
		expect.soft(focus, name).toMatchObject({ isMarked: true, isInWindow: true });
		const said = await heard(page);
		test.info().annotations.push({ type: `heard after "${name}"`, description: said.join(' / ') });
		return said;
	});
}

test('a whole journey without a mouse: period, type, area, definition, order, undo, theme, language', async ({
	page
}) => {
	test.setTimeout(90_000);
	await listen(page);
	await withoutMap(page);
	await openAtlas(page);
	const place = page.locator('nav [aria-current="location"]');
	const enter = (): Promise<void> => press(page, 'Enter');

	await step(page, 'the link that skips the head of the page', () => press(page, 'Tab'));
	await press(page, 'Enter');
	await step(page, 'the first control of the content', () => press(page, 'Tab'));
	expect(
		await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))
	).toBe(true);

	await tabTo(page, filters(page).getByLabel('起始月份'));
	await step(page, 'a later first month', () => answered(page, () => press(page, 'ArrowDown')));
	const types = filters(page).locator('summary');
	await tabTo(page, types);
	await step(page, 'the list of types', enter);
	await tabTo(page, page.getByRole('checkbox', { name: '邻里', exact: true }));
	await step(page, 'a type', () => answered(page, () => press(page, 'Space')));
	await step(page, 'the list closed', () => press(page, 'Escape'));
	await expect(types).toBeFocused();

	const undo = page.getByRole('button', { name: '撤销' });
	const table = page.getByTestId('area-table');
	await tabTo(page, table.getByRole('columnheader', { name: '名称' }).getByRole('button'));
	await step(page, 'the table by name', () => answered(page, enter));
	const row = table.locator('tbody button').first();
	const inside = (await row.textContent()) ?? '';
	await tabTo(page, row);
	await step(page, 'an area of the table', () => answered(page, enter));
	await expect(place).toHaveText(inside);
	await tabTo(page, undo);
	await step(page, 'undo', () => answered(page, enter));
	await expect(place).not.toHaveText(inside);

	await tabTo(page, page.getByRole('application'));
	const area = await step(page, 'an area of the map', () => press(page, 'ArrowDown'));
	const [name = ''] = await readCard(page);
	expect(area.join(' '), 'its name and figure are read out').toContain(`${name} 每万人纠纷数`);
	await step(page, 'the area opened', () => answered(page, enter));
	await expect(place).toHaveText(name);

	const headline = page.getByTestId('headline-rate').getByRole('button');
	await tabTo(page, headline);
	await step(page, 'a definition', enter);
	await expect(page.getByRole('dialog')).toContainText(name);
	await step(page, 'the definition closed', () => press(page, 'Escape'));
	await expect(headline).toBeFocused();

	await tabTo(page, undo);
	for (let left = 4; left > 0; left--) {
		await step(page, `undo, ${String(left)} left`, () => answered(page, enter));
	}
	await expect(undo, 'everything is undone').toBeDisabled();
	expect(new URL(page.url()).search).toBe('');

	await tabTo(page, page.getByRole('button', { name: '深色' }));
	await step(page, 'the dark theme', enter);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await tabTo(page, page.getByRole('button', { name: /^EN/ }));
	await step(page, 'English', enter);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
