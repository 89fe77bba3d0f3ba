import { resolve } from 'node:path';
import { demoCityByHand, opening } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import { answered, openAtlas, waitForEngine, withoutMap } from '../support/atlas.ts';
import { chooseType } from '../support/controls.ts';
import { enginesStarted, harmedAt, harmNextQuery, keepWorkers } from '../support/engine-worker.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { queryOf } from '../support/page-state.ts';
import { expect, test } from '../support/test.ts';

const view = { ...opening, types: ['marriage_family'] };

test('the engine is killed in mid-query: within five seconds the View is whole again', async ({
	page
}) => {
	test.setTimeout(60_000);
	const city = await demoCityByHand(resolve('data/demo-city'));
	await withoutMap(page);
	await keepWorkers(page);
	await openAtlas(page);
	await page.getByRole('button', { name: '表格' }).click();
	await waitForEngine(page);
	await harmNextQuery(page, 'terminate');
	const recovering = page
		.getByRole('status')
		.filter({ hasText: '正在恢复数据引擎（第 1 次，共 3 次）' });
	const seen = recovering.waitFor();
	await answered(page, () => chooseType(page, '婚姻家庭'));
	await seen;
	const answeredAt = await page.evaluate(() => {
		const { startTime = NaN, duration = NaN } =
			performance.getEntriesByName('hetu:answer').at(-1) ?? {};
		return startTime + duration;
	});
	const took = answeredAt - (await harmedAt(page));
	test.info().annotations.push({ type: 'milliseconds to recovery', description: took.toFixed(0) });
	expect(took).toBeLessThan(5_000);
	expect(await enginesStarted(page)).toBe(2);
	expect(queryOf(page)).toBe('type=marriage_family');
	expect(await readNumbers(page)).toEqual((await expectedNumbers(city, view, 'zh')).numbers);
	await expect(page.getByRole('status').filter({ hasText: /./ })).toHaveCount(0);
});
