import { resolve } from 'node:path';
import { demoCityByHand, opening } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import { answered, openAtlas, waitForEngine, withoutMap } from '../support/atlas.ts';
import { chooseType, filters } from '../support/controls.ts';
import { enginesStarted, harmNextQuery, keepWorkers } from '../support/engine-worker.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { expect, test } from '../support/test.ts';

const view = { ...opening, types: ['marriage_family'] };

test('two tabs go their own ways: each has its View, its engine and its numbers', async ({
	context,
	page
}) => {
	test.setTimeout(60_000);
	const city = await demoCityByHand(resolve('data/demo-city'));
	const other = await context.newPage();
	for (const tab of [page, other]) {
		await withoutMap(tab);
		await keepWorkers(tab);
		await openAtlas(tab);
		await tab.getByRole('button', { name: '表格' }).click();
		await waitForEngine(tab);
	}
	await harmNextQuery(page, 'terminate');
	const inOther = { ...opening, types: ['neighbourhood'] };
	await Promise.all([
		answered(page, () => chooseType(page, '婚姻家庭')),
		answered(other, () => chooseType(other, '邻里'))
	]);
	expect(await readNumbers(page)).toEqual((await expectedNumbers(city, view, 'zh')).numbers);
	expect(await readNumbers(other)).toEqual((await expectedNumbers(city, inOther, 'zh')).numbers);
	expect(await enginesStarted(page)).toBe(2);
	expect(await enginesStarted(other), 'the other tab lost nothing').toBe(1);

	await page.getByRole('button', { name: 'EN', exact: false }).click();
	await page.getByRole('button', { name: 'Dark' }).click();
	await page.close();
	await answered(other, () => filters(other).getByRole('button', { name: '清除筛选' }).click());
	expect(await readNumbers(other)).toEqual((await expectedNumbers(city, opening, 'zh')).numbers);
});
