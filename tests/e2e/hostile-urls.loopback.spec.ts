import type { Page } from '@playwright/test';
import { followLink, openAtlas, withoutMap } from '../support/atlas.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { expect, test } from '../support/test.ts';

const long = 'x'.repeat(5000);

/** A link that is wrong, and what is said about it; nothing where the rest of it is simply what opens. */
const links: readonly [query: string, notices: readonly string[]][] = [
	['area=nowhere', ['链接中的地区“nowhere”不存在，已改为全市']],
	['area=', ['链接中的地区“”不存在，已改为全市']],
	['area=%00', ['链接中的地区“\0”不存在，已改为全市']],
	['area=__proto__', ['链接中的地区“__proto__”不存在，已改为全市']],
	['area=%E0%A4%A', ['链接中的地区“\uFFFD%A”不存在，已改为全市']],
	[`area=${long}`, [`链接中的地区“${long.slice(0, 40)}”不存在，已改为全市`]],
	['level=street', ['链接中的级别“street”在此处没有，已改为默认级别']],
	['level=city', ['链接中的级别“city”在此处没有，已改为默认级别']],
	['from=2013-12', ['链接中的起始月份“2013-12”不在数据范围内，已改为默认时段']],
	['from=2018-13', ['链接中的起始月份“2018-13”不在数据范围内，已改为默认时段']],
	['from=99999-01', ['链接中的起始月份“99999-01”不在数据范围内，已改为默认时段']],
	['to=2018-09', ['链接中的截止月份“2018-09”不在数据范围内，已改为默认时段']],
	['to=2018-8', ['链接中的截止月份“2018-8”不在数据范围内，已改为默认时段']],
	['from=2018-08&to=2018-01', ['链接中的时段“2018-08 – 2018-01”先后颠倒，已改为默认时段']],
	['to=2017-12', ['链接中的时段“2018-01 – 2017-12”先后颠倒，已改为默认时段']],
	['type=theft', ['链接中的类型“theft”不存在，已略去']],
	[
		'type=constructor,toString',
		['链接中的类型“constructor”不存在，已略去', '链接中的类型“toString”不存在，已略去']
	],
	[`type=${long}`, [`链接中的类型“${long.slice(0, 40)}”不存在，已略去`]],
	['type=,,,', []],
	["type=' OR 1=1 --", ["链接中的类型“' OR 1=1 --”不存在，已略去"]],
	[
		"type=other'); DROP TABLE cases; --",
		["链接中的类型“other'); DROP TABLE cases; --”不存在，已略去"]
	],
	['show=happiness', ['链接中的指标“happiness”不存在，已改为默认指标']],
	['show=<b>rate</b>', ['链接中的指标“<b>rate</b>”不存在，已改为默认指标']],
	['sort=--value', ['链接中的排序“--value”不能识别，已按数值排序']],
	['sort=value;name', ['链接中的排序“value;name”不能识别，已按数值排序']],
	[
		'area=<img src=x onerror=alert(1)>',
		['链接中的地区“<img src=x onerror=alert(1)>”不存在，已改为全市']
	],
	[
		'd=<script>alert(1)</script>',
		['链接中的数据集“<script>alert(1)</script>”不存在，已打开默认数据集']
	],
	['d=../../secret', ['链接中的数据集“../../secret”不存在，已打开默认数据集']],
	[
		'd=gone&area=nowhere',
		['链接中的数据集“gone”不存在，已打开默认数据集', '链接中的地区“nowhere”不存在，已改为全市']
	],
	['show=rate&show=count&area=990100000000&area=nowhere', []],
	['lang=tlh&theme=puce', []],
	['unknown=1&utm_source=<script>', []],
	['?&&==&%', []]
];

/** Nothing that a link says has become a part of the page. */
async function expectNoForeignMarkup(page: Page): Promise<void> {
	const foreign = page.locator('main :is(script, img, iframe, object, embed, [onerror], [onload])');
	await expect(foreign).toHaveCount(0);
	await expect(page.locator('body > :not(script, noscript, div, a)')).toHaveCount(0);
}

test('a wrong link opened in a browser is explained', async ({ page }) => {
	page.on('dialog', () => {
		throw new Error('A script of the link was run.');
	});
	await openAtlas(page, '?d=gone&area=<img src=x onerror=alert(1)>&type=theft&show=count');
	await expect(page.locator('.notice p')).toHaveText([
		'链接中的数据集“gone”不存在，已打开默认数据集',
		'链接中的地区“<img src=x onerror=alert(1)>”不存在，已改为全市',
		'链接中的类型“theft”不存在，已略去'
	]);
	await expectNoForeignMarkup(page);
});

test('whatever a link says, the page opens, and says what it did not understand', async ({
	page
}) => {
	test.setTimeout(90_000);
	page.on('dialog', () => {
		throw new Error('A script of the link was run.');
	});
	await withoutMap(page);
	await openAtlas(page);
	const opening = await readNumbers(page);
	for (const [query, notices] of links) {
		await test.step(query.slice(0, 60), async () => {
			await followLink(page, `?${query}`);
			await expect(page.locator('.notice p')).toHaveText([...notices]);
			expect(await readNumbers(page)).toEqual(opening);
			await expect(page).toHaveTitle(/^云川市 · /);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expectNoForeignMarkup(page);
		});
	}
	await followLink(page, '?');
	await expect(page.locator('.notice'), 'a good link after a wrong one says nothing').toHaveCount(
		0
	);
});
