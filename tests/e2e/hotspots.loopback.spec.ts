import { resolve } from 'node:path';
import { demoCityCuts } from '../by-hand/cut.ts';
import { queryOf } from '../support/page-state.ts';
import { expect, test } from '../support/test.ts';

const digits = (text: string | null): number => Number((text ?? '').replace(/\D/g, ''));

test('clusters are told with the numbers of the books, which campaigns do not change later', async ({
	page
}) => {
	test.setTimeout(90_000);
	const count = await demoCityCuts(resolve('data/demo-city'));
	const span = { first: '2018-01-01', last: '2018-08-31', step: 'month' } as const;
	const books = await count({ area: '990100000000', ...span, picks: {} }, 'township');
	await page.goto('hotspots/');
	const clusters = page.getByTestId('clusters').locator('> li');
	await expect(clusters.first()).toContainText('件，按人口应有');
	await page.waitForFunction(() => performance.getEntriesByName('hetu:details').length > 0);
	await expect(clusters.first()).toContainText('相差最多的类型是');
	await expect(clusters.first()).toContainText('去除专项行动发现的案件后');

	await page.getByRole('button', { name: '表格' }).click();
	const rows = page.getByTestId('hotspot-table').locator('tbody tr');
	await expect(rows).toHaveCount(60);
	const shown = await rows.evaluateAll((all) =>
		all.map((row) => [
			row.getAttribute('data-code') ?? '',
			Number(row.querySelector('td')?.textContent.replace(/\D/g, ''))
		])
	);
	expect(Object.fromEntries(shown)).toEqual(books.areas);

	// The cases of the first cluster are those of its areas.
	await clusters.first().locator('summary').click();
	const members = (await clusters.first().locator('.members').textContent()) ?? '';
	const names = members.replace(/^包括：/, '').split('、');
	const table = new Map(
		await rows.evaluateAll((all) =>
			all.map((row): [string, string] => [
				row.querySelector('th')?.textContent.trim() ?? '',
				row.querySelector('td')?.textContent ?? ''
			])
		)
	);
	const cases = names.reduce((sum, name) => sum + digits(table.get(name) ?? null), 0);
	const sentence = (await clusters.first().locator('p').first().textContent()) ?? '';
	expect(digits(/共 ([\d\s\u2009]+) 件/.exec(sentence)?.[1] ?? null)).toBe(cases);
});

test('another method and level stand in the link, and what cannot be tested is said', async ({
	page
}) => {
	await page.goto('hotspots/?method=satscan');
	await expect(page.getByText('链接中的方法“satscan”不存在')).toBeVisible();
	await page.getByRole('radio', { name: /局部 Moran/ }).check();
	await expect.poll(() => queryOf(page)).toBe('method=moran');
	await page.getByRole('button', { name: '区县' }).click();
	await expect(page.getByText('地区太少，无法检验')).toBeVisible();
	await page.goBack();
	await expect(page.getByTestId('clusters').locator('> li').first()).toBeVisible();
	expect(queryOf(page)).toBe('method=moran');
});

test('without the engine clusters are told, but for types and campaigns', async ({
	page,
	watch
}) => {
	watch.expectTrouble(/ERR_FAILED|Failed to fetch|ErrorEvent/);
	await page.route('**/*.wasm', (route) => route.abort());
	await page.goto('hotspots/');
	await expect(page.getByRole('alert')).toContainText('类型与专项行动尚未统计', {
		timeout: 20_000
	});
	await expect(page.getByTestId('clusters').locator('> li').first()).toContainText('按人口应有');
});
