import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { demoCityCuts } from '../by-hand/cut.ts';
import { waitForEngine, withoutMap } from '../support/atlas.ts';
import { expect, test } from '../support/test.ts';

const TOWNSHIP = '990101001000';

const at = (page: Page): string | null => new URL(page.url()).searchParams.get('at');

test('a profile is opened by keyboard from the search, says what the books say, and is closed by Escape and by Back', async ({
	page
}) => {
	test.setTimeout(90_000);
	const count = await demoCityCuts(resolve('data/demo-city'));
	const span = { first: '2018-01-01', last: '2018-08-31' };
	const books = await count({ area: TOWNSHIP, ...span, step: 'month', picks: {} }, 'village');
	await withoutMap(page);
	await page.goto('explore/');
	await page.getByTestId('time-panel').waitFor();
	await waitForEngine(page);
	const profile = page.getByTestId('profile');

	await page.getByRole('button', { name: '查找地点' }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('combobox', { name: '查找地点' }).fill('dmjd');
	await expect(page.locator('[role=option]').first()).toContainText('敦睦街道');
	await page.keyboard.press('Enter');
	const heading = profile.getByRole('heading', { name: '敦睦街道档案' });
	await expect(heading).toBeFocused();
	expect(at(page)).toBe(TOWNSHIP);
	const value = (measure: string) => profile.getByTestId(`profile-${measure}`).locator('.value');
	// The first question that the engine is asked at all takes its time.
	await expect(value('count')).toHaveText(new RegExp(`^${String(books.n)}\\b`), {
		timeout: 30_000
	});
	await expect(value('median')).toHaveText(`${String(Number(books.median.toFixed(1)))} 天`);

	// A neighbour's profile is a step of its own.
	const neighbour = profile.getByTestId('profile-neighbours').getByRole('button').first();
	await neighbour.press('Enter');
	await expect.poll(() => at(page)).not.toBe(TOWNSHIP);
	await expect(heading).toHaveCount(0);
	await page.goBack();
	await expect(heading).toBeVisible();
	await page.reload();
	// The page stands before the engine, which the profile waits for.
	await waitForEngine(page);
	await expect(value('count')).toHaveText(new RegExp(`^${String(books.n)}\\b`), {
		timeout: 30_000
	});

	await profile.getByRole('button', { name: '表格' }).first().focus();
	await page.keyboard.press('Escape');
	await expect(profile).toHaveCount(0);
	expect(at(page)).toBeNull();
});

test('a profile of a place that does not exist ends in a sentence; one that is not fetched says so', async ({
	page,
	watch
}) => {
	watch.expectTrouble(/ERR_FAILED|Failed to fetch/);
	await withoutMap(page);
	await page.goto('explore/?at=nowhere');
	await expect(page.getByText('链接中的档案地区“nowhere”不存在，未打开档案')).toBeVisible();
	await expect(page.getByTestId('profile')).toHaveCount(0);

	await page.goto('explore/');
	await page.getByTestId('time-panel').waitFor();
	await waitForEngine(page);
	await page.route('**/_app/immutable/**', (route) => route.abort());
	await page
		.getByTestId('area-table')
		.getByRole('button', { name: /^查看.*档案$/ })
		.first()
		.click();
	await expect(page.getByRole('alert')).toBeVisible();
});
