import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answered, openAtlas, waitForEngine, waitForReady, withoutMap } from '../support/atlas.ts';
import { chooseCity, chooseType } from '../support/controls.ts';
import { expect, OTHER, test } from '../support/two-cities.ts';

/** Every page of the built site, as an address below its folder. */
const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.html'))
	.map((name) => name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'));

/** Cuts the page off from every host but its own; the browser itself resolves no other name either (see its options). */
async function cutOff(page: Page, own: string): Promise<string[]> {
	const refused: string[] = [];
	const { origin } = new URL(own);
	await page.context().route('**/*', (route) => {
		const url = route.request().url();
		if (new URL(url).origin === origin) return route.continue();
		refused.push(url);
		return route.abort('internetdisconnected');
	});
	return refused;
}

test('the site has the pages that are visited here', () => {
	expect(pages).toEqual(expect.arrayContaining(['', 'about/', 'help/']));
});

for (const path of pages.filter((name) => name !== '')) {
	test(`/${path} asks nothing of any other host, nor does the way to the map`, async ({
		page,
		twoCities
	}) => {
		const refused = await cutOff(page, twoCities);
		await withoutMap(page);
		await page.goto(`${twoCities}${path}`);
		await chooseCity(page, OTHER.title.zh);
		await page.getByRole('button', { name: '深色' }).click();
		await page.getByRole('button', { name: 'EN', exact: false }).click();
		await page.getByRole('link', { name: 'Overview' }).click();
		await waitForReady(page);
		expect(refused).toEqual([]);
	});
}

test('the map asks nothing of any other host, whatever is used', async ({
	page,
	twoCities,
	baseURL
}) => {
	test.setTimeout(90_000);
	const refused = await cutOff(page, twoCities);
	await openAtlas(page, twoCities);
	const isLoopback = new URL(baseURL ?? '').hostname === '127.0.0.1';
	expect(await page.evaluate(() => isSecureContext)).toBe(isLoopback);

	await waitForEngine(page);
	await answered(page, () => chooseType(page, '婚姻家庭'));
	await answered(page, () =>
		page.locator('[data-testid="area-table"] tbody button').first().click()
	);
	await answered(page, () => chooseCity(page, OTHER.title.zh));
	await page.getByRole('button', { name: '深色' }).click();
	await page.getByRole('button', { name: 'EN', exact: false }).click();
	await expect(page.getByRole('button', { name: 'Light' })).toBeVisible();
	await answered(page, () => page.getByRole('button', { name: 'village' }).click());
	expect(refused).toEqual([]);
});

test('a page that does reach out, fails or breaks the content policy is noticed', async ({
	page,
	watch
}) => {
	await openAtlas(page);
	await page.evaluate(async () => {
		await fetch('https://example.com/').catch(() => undefined);
		await fetch('./no-such-file').catch(() => undefined);
		// eslint-disable-next-line no-console -- this one is meant to be noticed
		console.error('an error');
		const script = document.createElement('script');
		script.textContent = 'document.title = "run"';
		document.head.append(script);
	});
	const found = (pattern: RegExp): boolean => watch.troubles.some((one) => pattern.test(one));
	await expect
		.poll(() => found(/^content policy: connect-src refused https:\/\/example\.com/))
		.toBe(true);
	await expect.poll(() => found(/^content policy: script-src-elem refused inline/)).toBe(true);
	await expect.poll(() => found(/^404: .*no-such-file/)).toBe(true);
	await expect.poll(() => found(/^console error: an error/)).toBe(true);
	expect(await page.title()).not.toBe('run');
	watch.expectTrouble(/./);
});
