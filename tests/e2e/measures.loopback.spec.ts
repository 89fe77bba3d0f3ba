import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { integer, openBooks, text, type Row } from '../by-hand/books.ts';
import { followLink, withoutMap } from '../support/atlas.ts';
import { expect, test } from '../support/test.ts';

/** The cases of the period in which the page opens, each with its township, from the books' own columns. */
async function townships(select: string): Promise<Map<string, Row>> {
	const books = await openBooks();
	const file = (name: string): string => resolve('data/demo-city', name).replaceAll("'", "''");
	const rows = await books.rows(`WITH RECURSIVE areas AS (
			FROM read_csv('${file('areas.csv')}', all_varchar = true)
		), up(code, whole) AS (
			SELECT code, code FROM areas
			UNION ALL
			SELECT up.code, areas.parent FROM up JOIN areas ON areas.code = up.whole
			WHERE areas.parent IS NOT NULL
		), cases AS (
			SELECT *, closed_on::DATE - opened_on::DATE AS days, people::INTEGER AS stated
			FROM read_csv('${file('cases.csv.gz')}', all_varchar = true)
			WHERE opened_on BETWEEN '2018-01-01' AND '2018-08-31'
		)
		SELECT whole AS code, any_value(town.population)::INTEGER AS population,
			count(id)::INTEGER AS cases, ${select}
		FROM up JOIN areas AS town ON town.code = up.whole AND town.level = 'township'
		LEFT JOIN cases ON cases.area = up.code
		GROUP BY whole`);
	return new Map(rows.map((row) => [text(row, 'code'), row]));
}

/** Cells of the table by code of the area, without spaces between thousands. */
function readTable(page: Page): Promise<Record<string, string[]>> {
	return page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelectorAll('[data-testid="area-table"] tbody tr')].map((row) => [
				row.getAttribute('data-code') ?? '',
				[...row.querySelectorAll('td')].map((cell) => cell.textContent.replaceAll(/\s/g, ''))
			])
		)
	);
}

async function openExplore(page: Page, query: string): Promise<void> {
	test.setTimeout(150_000);
	await withoutMap(page);
	await page.goto(`explore/${query}`);
	await page.getByTestId('area-table').waitFor({ timeout: 90_000 });
}

const number = (row: Row | undefined, column: string): number => Number(row?.[column] ?? NaN);
/** Halves up, as on paper. */
const decimal = (value: number): string =>
	(Math.round(Number((value * 10).toPrecision(12))) / 10).toFixed(1);

test('days, people and shares of the rows are those of the books, for every township', async ({
	page
}) => {
	const books = await townships(`
		count(*) FILTER (WHERE days >= 0)::INTEGER AS closed,
		quantile_cont(days, 0.5) FILTER (WHERE days >= 0)::DOUBLE AS median,
		quantile_cont(days, 0.9) FILTER (WHERE days >= 0)::DOUBLE AS p90,
		coalesce(sum(stated), 0)::INTEGER AS people, count(stated)::INTEGER AS stating,
		count(*) FILTER (WHERE can_escalate = 'yes')::INTEGER AS can_escalate,
		count(*) FILTER (WHERE can_escalate IN ('yes', 'no'))::INTEGER AS can_escalate_of,
		count(*) FILTER (WHERE "repeat" = 'yes')::INTEGER AS repeat,
		count(*) FILTER (WHERE "repeat" IN ('yes', 'no'))::INTEGER AS repeat_of,
		count(*) FILTER (WHERE kept = 'kept')::INTEGER AS kept,
		count(*) FILTER (WHERE kept IN ('kept', 'partly', 'not'))::INTEGER AS kept_of`);
	expect(books.size).toBeGreaterThan(40);
	await openExplore(page, '?show=median_days');

	const compare = async (
		show: string,
		cells: (row: Row) => { n: number; least: number; counts: string[]; value: string }
	): Promise<void> => {
		if (show !== 'median_days') await followLink(page, `?show=${show}`);
		const shown = await readTable(page);
		expect(Object.keys(shown).sort()).toEqual([...books.keys()].sort());
		let judged = 0;
		for (const [code, row] of books) {
			const { n, least, counts, value } = cells(row);
			const found = shown[code] ?? [];
			expect(found.slice(0, counts.length), `${show} ${code}`).toEqual(counts);
			if (n < least) {
				expect(found[counts.length], `${show} ${code}`).toMatch(n === 0 ? /不适用/ : /过少/);
				continue;
			}
			judged++;
			expect(found[counts.length], `${show} ${code}`).toBe(value);
		}
		expect(judged, show).toBeGreaterThan(5);
	};
	for (const [show, column, least] of [
		['median_days', 'median', 20],
		['p90_days', 'p90', 60]
	] as const) {
		await compare(show, (row) => ({
			n: integer(row, 'closed'),
			least,
			counts: [String(integer(row, 'closed'))],
			value: decimal(number(row, column))
		}));
	}
	await compare('people_per_case', (row) => ({
		n: integer(row, 'stating'),
		least: 20,
		counts: [String(integer(row, 'people')), String(integer(row, 'stating'))],
		value: decimal(number(row, 'people') / number(row, 'stating'))
	}));
	await compare('people_sum', (row) => ({
		n: integer(row, 'stating'),
		least: 1,
		counts: [String(integer(row, 'stating'))],
		value: String(integer(row, 'people'))
	}));
	for (const show of ['can_escalate', 'repeat', 'kept']) {
		await compare(show, (row) => ({
			n: integer(row, `${show}_of`),
			least: 20,
			counts: [String(integer(row, show)), String(integer(row, `${show}_of`))],
			value: `${decimal((100 * number(row, show)) / number(row, `${show}_of`))}%`
		}));
	}
});

test('a smoothed rate is Marshall’s, beside the rate as it was counted; small areas have one too', async ({
	page
}) => {
	const books = await townships(`1 AS one`);
	const rows = [...books.values()].filter((row) => number(row, 'population') > 0);
	const sum = (of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0);
	const total = sum((row) => number(row, 'population'));
	const overall = sum((row) => number(row, 'cases')) / total;
	const own = (row: Row): number => number(row, 'cases') / number(row, 'population');
	const squares = sum((row) => number(row, 'population') * (own(row) - overall) ** 2);
	const between = Math.max(0, (squares - overall * rows.length) / total);
	await openExplore(page, '?smooth=eb');
	const shown = await readTable(page);
	for (const row of rows) {
		const weight = between / (between + overall / number(row, 'population'));
		const value = overall + weight * (own(row) - overall);
		const code = text(row, 'code');
		expect(shown[code]?.[2], code).toBe(decimal(10_000 * value));
		if (number(row, 'cases') >= 5 && number(row, 'population') >= 200) {
			expect(shown[code]?.[3], code).toBe(decimal(10_000 * own(row)));
		}
	}
	await expect(page.locator('.map-card .foot')).toContainText('每万人纠纷数（平滑）');
	await expect(page.locator('.map-card .foot')).toContainText('区间为未平滑值的区间');
	await expect(page.getByTestId('area-table').locator('thead')).toContainText(
		'未平滑值的 95% 区间'
	);
	// The chip takes it away, and undo brings it back.
	await page.getByRole('button', { name: /经验贝叶斯平滑/ }).click();
	await expect(page).toHaveURL(/explore\/$/);
	await page.goBack();
	await expect(page).toHaveURL(/smooth=eb/);
});

test('classes are chosen beside the map, stand in the link, and cannot be given wrongly', async ({
	page
}) => {
	await openExplore(page, '');
	const foot = page.locator('.map-card .foot');
	await page.getByRole('button', { name: '分级：分位数' }).click();
	await page.getByRole('radio', { name: /自然断点/ }).check();
	await expect(page).toHaveURL(/classes=jenks/);
	await expect(foot).toContainText('自然断点分级');
	const field = page.getByRole('textbox', { name: /自定义/ });
	await field.fill('20，10');
	await page.getByRole('button', { name: '应用' }).click();
	await expect(page.getByRole('alert')).toContainText('由小到大');
	await expect(page).toHaveURL(/classes=jenks/);
	await field.fill('10，20.5、30');
	await page.getByRole('button', { name: '应用' }).click();
	await expect(page).toHaveURL(/classes=10%2C20\.5%2C30/);
	await expect(foot.locator('.limit')).toHaveText(['<10', '10', '20.5', '≥30']);
	// Limits of one measure are no limits of another.
	await page.locator('label', { hasText: '调处成功率' }).click();
	await expect(page).not.toHaveURL(/classes/);
	await page.goBack();
	await expect(foot.locator('.limit')).toHaveText(['<10', '10', '20.5', '≥30']);
});

test('a link that asks for classes or smoothing that are none is replaced and said', async ({
	page
}) => {
	await openExplore(page, '?classes=9,1&smooth=kriging');
	await expect(page.getByText('链接中的分级“9,1”不能识别，已按分位数分级')).toBeVisible();
	await expect(page.getByText('链接中的平滑“kriging”不能识别，显示未平滑值')).toBeVisible();
});
