import type { Route } from '@playwright/test';
import { demoCityByHand, opening } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import { answered, openAtlas, waitForEngine, withoutMap } from '../support/atlas.ts';
import { chooseCity, chooseType } from '../support/controls.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { expect, OTHER, test } from '../support/two-cities.ts';

test('cases of a city that was left never answer for the one that is open', async ({
	page,
	twoCities,
	built
}) => {
	test.setTimeout(60_000);
	// The first city's cases are asked for, and come only after the other city's.
	let release = (): void => undefined;
	const asked = new Promise<Route>((resolve) => {
		void page.route('**/demo-city/cases.*', (route) => {
			release = () => void route.continue().catch(() => undefined);
			resolve(route);
		});
	});
	await withoutMap(page);
	await openAtlas(page, twoCities);
	await asked;
	const givenUp = page.waitForEvent('requestfailed', (request) =>
		request.url().includes('/demo-city/cases.')
	);
	await answered(page, () => chooseCity(page, OTHER.title.zh));
	await givenUp;
	await waitForEngine(page);
	release();

	await answered(page, () => chooseType(page, '婚姻家庭'));
	await page.getByRole('button', { name: '表格' }).click();
	const other = await demoCityByHand(built.otherSource);
	const view = { ...opening, types: ['marriage_family'] };
	expect(await readNumbers(page)).toEqual((await expectedNumbers(other, view, 'zh')).numbers);
});

test('a city that cannot be read is named as such, and trying again helps', async ({
	page,
	twoCities,
	watch
}) => {
	watch.expectTrouble(/ERR_FAILED/);
	await withoutMap(page);
	await openAtlas(page, twoCities);
	await page.route('**/other-city/index.json', (route) => route.abort());
	await chooseCity(page, OTHER.title.zh);
	const status = page.getByRole('status').filter({ hasText: '数据没有载入' });
	await expect(status).toBeVisible();
	await expect(status).not.toContainText('引擎');
	await page.unroute('**/other-city/index.json');
	await answered(page, () => status.getByRole('button', { name: '重试' }).click());
	await expect(page).toHaveTitle(new RegExp(`^${OTHER.title.zh} · `));
});
