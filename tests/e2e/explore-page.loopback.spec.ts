import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { demoCityCuts } from '../by-hand/cut.ts';
import { waitForEngine, withoutMap } from '../support/atlas.ts';
import { cutOfLink, readPanels } from '../support/explore.ts';
import { queryOf } from '../support/page-state.ts';
import { expect, test } from '../support/test.ts';

const n = (page: Page): Promise<string | null> => page.getByTestId('n-of-n').textContent();

async function openExplore(page: Page, query = ''): Promise<void> {
	await withoutMap(page);
	await page.goto(`explore/${query}`);
	await page.getByTestId('time-panel').waitFor();
	await waitForEngine(page);
}

test('by keyboard alone an area, a type and a period are chosen, the result is read out, and undone', async ({
	page
}) => {
	await openExplore(page);
	const opening = await n(page);

	await page.getByTestId('facet-type').locator('[data-code=neighbourhood]').focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => queryOf(page)).toBe('type=neighbourhood');
	// The table has its new order.
	await expect.poll(() => n(page)).not.toBe(opening);
	const ofType = await n(page);

	await page.getByTestId('area-table').locator('tbody button').first().focus();
	await page.keyboard.press('Space');
	await expect.poll(() => queryOf(page)).toMatch(/^type=neighbourhood&in\.area=\d{12}$/);
	await expect.poll(() => n(page)).not.toBe(ofType);

	await page.getByRole('slider', { name: '时段起点' }).focus();
	await expect(page.getByRole('slider', { name: '时段起点' })).toHaveAttribute(
		'aria-valuetext',
		'2018年1月'
	);
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => queryOf(page)).toContain('from=2018-02');
	await expect(page.getByRole('slider', { name: '时段起点' })).toBeFocused();
	await expect(page.getByTestId('n-of-n')).toHaveAttribute('aria-live', 'polite');
	await expect.poll(() => n(page)).not.toBe(opening);

	for (let step = 0; step < 3; step++) await page.goBack();
	await expect.poll(() => queryOf(page)).toBe('');
	await expect.poll(() => n(page)).toBe(opening);
});

test('the legend names two conditions and counts more; paper names them all', async ({ page }) => {
	await openExplore(page, '?from=2018-03&in.channel=people&not.source=reported');
	const legend = page.locator('.map-card .foot');
	await expect(legend).toContainText(
		'2018年3–8月 · 调解渠道：人民调解 · 排除：案件来源：当事人申请'
	);
	await openExplore(page, '?from=2018-03&in.channel=people&not.source=reported&in.took=0');
	await expect(legend).toContainText('2018年3–8月 · 3 项条件');
	const printed = page.locator('.sheet > .head .line').last();
	await expect(printed).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(printed).toBeVisible();
	await expect(printed).toHaveText(
		/^云川市 · 每万人纠纷数 · 2018年3–8月 · .*排除：案件来源：当事人申请.*$/
	);
	// Nothing lies over the rows of the table, as it would if the panel were no longer than on the screen.
	await page.setViewportSize({ width: 760, height: 1000 });
	const bottom = async (): Promise<number> => {
		const row = await page.getByTestId('area-table').locator('tbody tr').last().boundingBox();
		return (row?.y ?? NaN) + (row?.height ?? NaN);
	};
	const top = async (): Promise<number> =>
		(await page.getByTestId('measure-median').boundingBox())?.y ?? NaN;
	expect(await bottom()).toBeLessThan(await top());
});

test('what is left out is struck out, said in words, and taken back by its chip', async ({
	page
}) => {
	await openExplore(page);
	const panel = page.getByTestId('facet-source');
	await panel.locator('[data-code=reported]').click();
	await panel.getByRole('button', { name: '只看所选' }).click();
	await expect.poll(() => queryOf(page)).toBe('not.source=reported');
	await expect(panel.locator('.struck')).toHaveText('当事人申请');
	const chip = page.getByRole('button', { name: '取消：排除：案件来源：当事人申请' });
	await chip.click();
	await expect.poll(() => queryOf(page)).toBe('');
	await expect(panel.locator('[aria-pressed=true]')).toHaveCount(0);
});

test('while a period is brushed nothing is written into the link; Escape leaves it as it was', async ({
	page
}) => {
	await openExplore(page);
	await page.getByRole('slider', { name: '时段终点' }).focus();
	const before = await n(page);
	await page.keyboard.down('PageDown');
	await expect.poll(() => n(page)).not.toBe(before);
	expect(queryOf(page)).toBe('');
	await page.keyboard.press('Escape');
	await expect.poll(() => n(page)).toBe(before);
	await page.keyboard.up('PageDown');
	expect(queryOf(page)).toBe('');
});

test('a link of the overview says the same on this page, and goes back', async ({ page }) => {
	await openExplore(
		page,
		'?area=990103000000&from=2017-03&to=2017-09&type=neighbourhood&show=count'
	);
	await expect(page.getByTestId('n-of-n')).toContainText('件');
	const here = await n(page);
	await page.getByRole('link', { name: '总览' }).click();
	await expect(page).toHaveTitle('云川市 · 总览 · 和图');
	await expect.poll(() => n(page)).toBe(here);
});

/** A link that is wrong, and what is said about it. */
const links: [query: string, notices: readonly string[]][] = [
	['by=decade', ['链接中的时间单位“decade”不能识别，已按月显示']],
	['by=', ['链接中的时间单位“”不能识别，已按月显示']],
	['in.colour=red', ['链接中的条件“in.colour”不能识别，已略去']],
	['in.channel=gone', ['链接中的条件“gone”不能识别，已略去']],
	['not.__proto__=x', ['链接中的条件“not.__proto__”不能识别，已略去']],
	[
		"in.source='); DROP TABLE cases; --",
		["链接中的条件“'); DROP TABLE cases; --”不能识别，已略去"]
	],
	[
		'in.took=<img src=x onerror=alert(1)>',
		['链接中的条件“<img src=x onerror=alert(1)>”不能识别，已略去']
	],
	[`in.people=${'9'.repeat(5000)}`, [`链接中的条件“${'9'.repeat(40)}”不能识别，已略去`]],
	['in.area=990100000000&not.area=990101001000', ['链接中的条件“990101001000”不能识别，已略去']],
	['from=2018-02-30', ['链接中的起始月份“2018-02-30”不在数据范围内，已改为默认时段']],
	['to=2031-01-01', ['链接中的截止月份“2031-01-01”不在数据范围内，已改为默认时段']],
	[
		'from=2018-05-09&to=2018-05-01',
		['链接中的时段“2018-05-09 – 2018-05-01”先后颠倒，已改为默认时段']
	],
	[
		'in.=x&not.=y&in.channel=,,,',
		['链接中的条件“in.”不能识别，已略去', '链接中的条件“not.”不能识别，已略去']
	]
];

/** What is no value of any facet, however it is put. */
const foreign = [
	"' OR 1=1 --",
	'constructor',
	'<b>x</b>',
	'\0',
	'1e309',
	'-1',
	'../../secret',
	'\u202Egone',
	'NULL'
];
for (const facet of ['type', 'outcome', 'source', 'people']) {
	for (const value of foreign) {
		const notice = `链接中的条件“${value}”不能识别，已略去`;
		links.push([`not.${facet}=${value}`, [notice]]);
	}
}
links.push([
	'by=constructor&in.area=nowhere',
	['链接中的时间单位“constructor”不能识别，已按月显示', '链接中的条件“nowhere”不能识别，已略去']
]);

test('links that are wrong end in a sentence, and the page stands', async ({ page }) => {
	test.setTimeout(120_000);
	await openExplore(page);
	const opening = await n(page);
	expect(links).toHaveLength(50);
	for (const [query, notices] of links) {
		await page.evaluate(
			(there) => {
				history.pushState(null, '', there);
				dispatchEvent(new PopStateEvent('popstate'));
			},
			`?${encodeURI(query)}`
		);
		await expect
			.poll(() => page.locator('.notices p, .notices li').allTextContents(), query)
			.toEqual(notices);
		await expect.poll(() => n(page), query).toBe(opening);
	}
});

test('without the engine the page opens with its numbers, and says what it could not count', async ({
	page,
	watch
}) => {
	watch.expectTrouble(/ERR_FAILED|Failed to fetch|ErrorEvent/);
	const count = await demoCityCuts(resolve('data/demo-city'));
	await page.route('**/*.wasm', (route) => route.abort());
	await withoutMap(page);
	await page.goto('explore/');
	await page.getByTestId('time-panel').getByRole('button', { name: '表格' }).click();
	const { median, p90, people, ...panels } = await count(cutOfLink(page.url()), 'township');
	expect([median, p90, people].every((value) => value > 0)).toBe(true);
	await expect.poll(() => readPanels(page)).toEqual(panels);
	await expect(page.getByTestId('measure-median')).toContainText('…');
	const status = page.getByRole('status').filter({ hasText: '数据引擎没有启动' });
	await expect(status).toBeVisible();
	// What was brought along goes on: another period of whole months.
	await page.getByRole('button', { name: '全部时段' }).click();
	await expect.poll(() => queryOf(page)).toContain('from=');
	const whole = await count(cutOfLink(page.url()), 'township');
	expect(whole.n).toBeGreaterThan(panels.n);
	await expect.poll(async () => (await readPanels(page)).n).toBe(whole.n);
});
