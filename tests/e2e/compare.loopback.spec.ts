import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { demoCityCuts } from '../by-hand/cut.ts';
import { withoutMap } from '../support/atlas.ts';
import { queryOf } from '../support/page-state.ts';
import { expect, test } from '../support/test.ts';

const CITY = '990100000000';
const COUNTY = '990101000000';
const TOWNSHIP = '990101001000';

async function openExplore(page: Page, query = ''): Promise<void> {
	await withoutMap(page);
	await page.goto(`explore/${query}`);
	await page.getByTestId('time-panel').waitFor();
}

/** The numbers of a row: own and other, without the blanks between thousands. */
async function pairOf(page: Page, table: string, key: string): Promise<string[]> {
	const cells = page.getByTestId(table).locator(`tr[data-key=${key}] td`);
	await cells.first().waitFor();
	return (await cells.allTextContents()).slice(0, 2).map((text) => text.replace(/\s/g, ''));
}

test('periods are compared by keyboard, with the numbers of the books, and the step is undone', async ({
	page
}) => {
	const count = await demoCityCuts(resolve('data/demo-city'));
	const of = async (year: string) =>
		count(
			{
				area: CITY,
				first: `${year}-01-01`,
				last: `${year}-08-31`,
				step: 'month',
				picks: {}
			},
			'township'
		);
	const [now, before] = [await of('2018'), await of('2017')];
	await openExplore(page);
	const panel = page.getByTestId('comparison');
	await expect(panel).toHaveCount(0);

	await page.getByTestId('compare-picker').focus();
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => queryOf(page)).toBe('against=year');
	await expect(
		panel.getByRole('heading', { name: '2018年1–8月 与 2017年1–8月 对比' })
	).toBeVisible();
	expect(await pairOf(page, 'compare-measures', 'count')).toEqual([
		String(now.n),
		String(before.n)
	]);

	// Every area is in the legend once, and in the table with the numbers of both years.
	const counts = await panel.getByTestId('compare-legend').locator('.count').allTextContents();
	expect(counts.reduce((sum, n) => sum + Number(n), 0)).toBe(60);
	await page.getByRole('radio', { name: '纠纷件数' }).check({ force: true });
	await expect(panel.getByRole('heading', { name: '各地纠纷件数的差异' })).toBeVisible();
	await panel.getByRole('button', { name: '表格' }).first().click();
	const row = panel.getByTestId('compare-areas').locator(`tr[data-code="${TOWNSHIP}"] td`);
	await expect(row.first()).toHaveText(String(now.areas[TOWNSHIP]));
	await expect(row.nth(1)).toHaveText(String(before.areas[TOWNSHIP]));
	await expect(panel.getByTestId('compare-areas').locator('tbody tr')).toHaveCount(60);

	await page.reload();
	expect(await pairOf(page, 'compare-measures', 'count')).toEqual([
		String(now.n),
		String(before.n)
	]);
	await panel.getByRole('button', { name: '结束对比' }).focus();
	await page.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await page.goBack();
	await expect(panel).toBeVisible();
	await expect(page.getByTestId('compare-picker')).toHaveValue('year');
});

test('a township is compared with the rest of its county, and a type with another one by area', async ({
	page
}) => {
	test.setTimeout(120_000);
	const count = await demoCityCuts(resolve('data/demo-city'));
	const span = { first: '2018-01-01', last: '2018-08-31', step: 'month' } as const;
	const township = await count({ area: TOWNSHIP, ...span, picks: {} }, 'village');
	const county = await count({ area: COUNTY, ...span, picks: {} }, 'township');
	await openExplore(page, `?in.area=${TOWNSHIP}`);
	const panel = page.getByTestId('comparison');
	await page.getByTestId('compare-picker').selectOption('area');
	await expect.poll(() => queryOf(page)).toContain(`against=area:${COUNTY}`);
	expect(await pairOf(page, 'compare-measures', 'count')).toEqual([
		String(township.n),
		String(county.n - township.n)
	]);
	await expect(panel.getByTestId('compare-map')).toHaveCount(0);

	await openExplore(page, '?type=marriage_family');
	await page.getByTestId('compare-picker').selectOption('type');
	await page.getByTestId('compare-with').selectOption('neighbourhood');
	const types = (await count({ area: CITY, ...span, picks: {} }, 'township')).facets['type'] ?? {};
	await expect
		.poll(() => pairOf(page, 'compare-measures', 'count'))
		.toEqual([String(types['marriage_family']), String(types['neighbourhood'])]);
	await expect(panel.getByTestId('compare-map').locator('path[data-area]')).toHaveCount(60);
});

test('what cannot be compared ends in a sentence', async ({ page, watch }) => {
	test.setTimeout(120_000);
	watch.expectTrouble(/ERR_FAILED|Failed to fetch/);
	await openExplore(page);
	const go = (query: string): Promise<void> =>
		page.evaluate((there) => {
			history.pushState(null, '', there);
			dispatchEvent(new PopStateEvent('popstate'));
		}, query);
	for (const value of ['decade', 'area:nowhere', 'type:', "'); DROP TABLE cases; --"]) {
		await go(`?against=${encodeURIComponent(value)}`);
		await expect(page.getByText(`链接中的对比对象“${value}”不存在，未作对比`)).toBeVisible();
		await expect(page.getByTestId('comparison')).toHaveCount(0);
	}
	await go('?from=2014-01&against=before');
	const panel = page.getByTestId('comparison');
	await expect(panel).toContainText('数据自 2014-01-01 起');
	await page.getByTestId('compare-picker').selectOption('');
	await expect(panel).toHaveCount(0);
	await go(`?area=${TOWNSHIP}&against=area:${TOWNSHIP}`);
	await expect(panel).toContainText('两边是同样的纠纷');

	await openExplore(page);
	await page.route('**/_app/immutable/**', (route) => route.abort());
	await page.getByTestId('compare-picker').selectOption('year');
	await expect(page.getByRole('alert')).toBeVisible();
});
