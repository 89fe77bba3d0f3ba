import { whole } from '../by-hand/writing.ts';
import { answered, openAtlas, waitForReady, withoutMap } from '../support/atlas.ts';
import { casesIn } from '../support/case-file.ts';
import { chooseCity, chooseType } from '../support/controls.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { queryOf } from '../support/page-state.ts';
import { expect, OTHER, test } from '../support/two-cities.ts';

const PLACES = [
	{ name: '探索分析', path: '/explore/', title: '云川市 · 探索分析 · 和图' },
	{ name: '高发聚集', path: '/hotspots/', title: '云川市 · 高发聚集 · 和图' },
	{ name: '数据说明', path: '/about/', title: '云川市 · 数据说明 · 和图' },
	{ name: '帮助', path: '/help/', title: '帮助 · 和图' },
	{ name: '总览', path: '/', title: '云川市 · 总览 · 和图' }
];

test('each page of the navigation keeps what is looked at, and the overview gives it back', async ({
	page
}) => {
	await withoutMap(page);
	await openAtlas(page, '?from=2018-03');
	await page.getByRole('button', { name: '表格' }).click();
	await answered(page, () => chooseType(page, '邻里'));
	const numbers = await readNumbers(page);
	for (const { name, path, title } of PLACES) {
		await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name }).click();
		await expect(page).toHaveTitle(title);
		await expect(page.locator('nav [aria-current="page"]')).toHaveText(name);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		expect(new URL(page.url()).pathname).toBe(path);
		expect(queryOf(page)).toBe('from=2018-03&type=neighbourhood');
	}
	await page.getByRole('button', { name: '表格' }).click();
	expect(await readNumbers(page)).toEqual(numbers);

	await page.goBack();
	await expect(page).toHaveTitle('帮助 · 和图');
	await page.goForward();
	await page.getByRole('button', { name: '表格' }).click();
	expect(await readNumbers(page)).toEqual(numbers);
});

test('a page is opened by its own address, in the language of the link', async ({ page }) => {
	await page.goto('about/?lang=en');
	await expect(page).toHaveTitle('Yunchuan City · About the data · Hetu');
	const rows = whole(casesIn('data/demo-city').length);
	await expect(page.getByText(`${rows} rows read = ${rows} accepted`)).toBeVisible();
	await page.goto('help/?lang=en');
	await expect(page).toHaveTitle('Help · Hetu');
	await page.getByRole('link', { name: 'Overview' }).click();
	await waitForReady(page);
	await expect(page).toHaveTitle('Yunchuan City · Overview · Hetu');
});

test('another city is chosen on the page about the data, and it is that city that is described', async ({
	page,
	twoCities
}) => {
	await page.goto(`${twoCities}about/`);
	await expect(page).toHaveTitle('云川市 · 数据说明 · 和图');
	await chooseCity(page, OTHER.title.zh);
	await expect(page).toHaveTitle(`${OTHER.title.zh} · 数据说明 · 和图`);
	expect(queryOf(page)).toBe(`d=${OTHER.id}`);
	const half = whole(Math.ceil(casesIn('data/demo-city').length / 2));
	await expect(page.getByText(`读入 ${half} 行`)).toBeVisible();
	await page.goBack();
	await expect(page).toHaveTitle('云川市 · 数据说明 · 和图');
});
