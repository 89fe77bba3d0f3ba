import type { Page } from '@playwright/test';
import type { PageNumbers } from '../by-hand/page-numbers.ts';
import { answered, openAtlas, waitForReady, withoutMap } from '../support/atlas.ts';
import { chooseType, filters } from '../support/controls.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { expect, OTHER, test } from '../support/two-cities.ts';

interface Step {
	readonly name: string;
	readonly act: (page: Page) => Promise<unknown>;
	readonly query: string;
}

const row = (page: Page, name: string): Promise<void> =>
	page
		.getByTestId('area-table')
		.getByRole('button', { name: `进入${name}` })
		.click();
const head = (page: Page, name: string): Promise<void> =>
	page.getByTestId('area-table').getByRole('columnheader', { name }).getByRole('button').click();
const place = (page: Page, name: string): Promise<void> =>
	page.getByRole('navigation', { name: '位置' }).getByRole('button', { name }).click();

/** Every control of the page, one after the other: what it does to the link. */
const steps: readonly Step[] = [
	{
		name: 'last month',
		act: (page) => filters(page).getByLabel('截止月份').selectOption('2018-06'),
		query: 'to=2018-06'
	},
	{
		name: 'first month, which takes the last along',
		act: (page) => filters(page).getByLabel('起始月份').selectOption('2018-07'),
		query: 'from=2018-07&to=2018-07'
	},
	{
		name: 'indicator',
		act: (page) => page.getByText('纠纷件数', { exact: true }).first().click(),
		query: 'from=2018-07&to=2018-07&show=count'
	},
	{
		name: 'a type',
		act: (page) => chooseType(page, '婚姻家庭'),
		query: 'from=2018-07&to=2018-07&type=marriage_family&show=count'
	},
	{
		name: 'another type',
		act: (page) => chooseType(page, '邻里'),
		query: 'from=2018-07&to=2018-07&type=marriage_family,neighbourhood&show=count'
	},
	{
		name: 'one type less',
		act: (page) => page.getByRole('button', { name: '取消：婚姻家庭' }).click(),
		query: 'from=2018-07&to=2018-07&type=neighbourhood&show=count'
	},
	{
		name: 'level',
		act: (page) => page.getByRole('group', { name: '显示级别' }).getByText('区县').click(),
		query: 'level=county&from=2018-07&to=2018-07&type=neighbourhood&show=count'
	},
	{
		name: 'an area in the table',
		act: (page) => row(page, '云津区'),
		query: 'area=990101000000&from=2018-07&to=2018-07&type=neighbourhood&show=count'
	},
	{
		name: 'order of the table',
		act: (page) => head(page, '名称'),
		query: 'area=990101000000&from=2018-07&to=2018-07&type=neighbourhood&show=count&sort=name'
	},
	{
		name: 'the same order the other way',
		act: (page) => head(page, '名称'),
		query: 'area=990101000000&from=2018-07&to=2018-07&type=neighbourhood&show=count&sort=-name'
	},
	{
		name: 'the place above',
		act: (page) => place(page, '云川市'),
		query: 'from=2018-07&to=2018-07&type=neighbourhood&show=count&sort=-name'
	},
	{
		name: 'no filter',
		act: (page) => filters(page).getByRole('button', { name: '清除筛选' }).click(),
		query: 'show=count&sort=-name'
	},
	{
		name: 'another city',
		act: (page) => page.getByRole('link', { name: OTHER.title.zh }).click(),
		query: `d=${OTHER.id}`
	}
];

const queryOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search.slice(1));

/** Numbers, and the controls as they stand. */
async function stateOf(page: Page): Promise<{ numbers: PageNumbers; controls: string }> {
	const controls = await filters(page).evaluate((section) => {
		const fields = [...section.querySelectorAll('select, input')] as HTMLInputElement[];
		const values = fields.map(({ type, value, checked }) =>
			type === 'radio' || type === 'checkbox' ? (checked ? value : '') : value
		);
		return [...values, section.querySelector('summary')?.textContent ?? ''].join('|');
	});
	return { numbers: await readNumbers(page), controls };
}

test('every control changes the link, and each link gives its numbers back', async ({
	page,
	twoCities
}) => {
	test.setTimeout(120_000);
	await withoutMap(page);
	await openAtlas(page, twoCities);
	await page.getByRole('button', { name: '表格' }).click();
	const states = [await stateOf(page)];
	for (const { name, act, query } of steps) {
		await test.step(name, async () => {
			await answered(page, () => act(page));
			expect(queryOf(page)).toBe(query);
			states.push(await stateOf(page));
			expect(states.at(-1), 'something has changed').not.toEqual(states.at(-2));
		});
	}

	const undo = page.getByRole('button', { name: '撤销' });
	for (let at = states.length - 2; at >= 0; at--) {
		await answered(page, () => (at % 2 === 0 ? page.goBack() : undo.click()));
		expect(queryOf(page)).toBe(steps[at - 1]?.query ?? '');
		expect(await stateOf(page), `back to step ${String(at)}`).toEqual(states[at]);
	}
	await expect(undo, 'nothing is left to undo').toBeDisabled();
	for (let at = 1; at < states.length; at++) {
		await answered(page, () => page.goForward());
		expect(await stateOf(page), `forward to step ${String(at)}`).toEqual(states[at]);
	}
});

test('a link opened anew, and Back after it, give the same numbers', async ({ page }) => {
	test.setTimeout(60_000);
	await openAtlas(page, '?area=990101000000&level=village&show=resolution');
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
