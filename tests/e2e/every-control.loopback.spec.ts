import type { Page } from '@playwright/test';
import { answered, openAtlas, withoutMap } from '../support/atlas.ts';
import { chooseCity, chooseType, filters } from '../support/controls.ts';
import { queryOf, stateOf } from '../support/page-state.ts';
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
		act: (page) => chooseCity(page, OTHER.title.zh),
		query: `d=${OTHER.id}`
	}
];

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
