import { answered, openAtlas, withoutMap } from '../support/atlas.ts';
import { chooseType, filters } from '../support/controls.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { queryOf } from '../support/page-state.ts';
import { expect, test } from '../support/test.ts';

test('a question that takes long names its step, and is given up for what was shown before', async ({
	page
}) => {
	await withoutMap(page);
	// The cases never come, so that the engine is waited for as long as the reader likes.
	await page.route(/cases\.[^/]*$/, () => undefined);
	await openAtlas(page);
	await page.getByRole('button', { name: '表格' }).click();
	await answered(page, () => filters(page).getByLabel('起始月份').selectOption('2018-03'));
	const before = await readNumbers(page);

	await chooseType(page, '婚姻家庭');
	const status = page.getByRole('status').filter({ hasText: '第 2 步，共 3 步' });
	await expect(status).toContainText('正在装载案件');
	await status.getByRole('button', { name: '取消' }).click();
	await expect(page.getByRole('button', { name: '取消', exact: true })).toHaveCount(0);
	expect(queryOf(page)).toBe('from=2018-03');
	expect(await readNumbers(page)).toEqual(before);
	await expect(filters(page).locator('summary')).toHaveText('全部类型');
});
