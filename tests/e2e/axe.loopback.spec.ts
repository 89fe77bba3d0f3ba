import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { looks, pagesIn, pagesOf } from '../../tools/gallery/pages.js';
import { visitStates } from '../../tools/gallery/visit.js';
import { withoutMap } from '../support/atlas.ts';
import { expect, test } from '../support/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violationsOn(page: Page): Promise<string[]> {
	const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
	expect(passes.length, 'rules that were tried').toBeGreaterThan(5);
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const pages = pagesOf('build');

for (const pair of looks) {
	const { theme, language } = pair;
	const states = pair === looks[0] ? 'any state of any page' : 'any page as it opens';
	test(`axe finds nothing to mend in ${states} (${theme}, ${language})`, async ({
		page,
		baseURL,
		watch
	}) => {
		test.setTimeout(300_000);
		// One of the states is a page without its data.
		watch.expectTrouble(/ERR_FAILED|Failed to fetch/);
		// Axe judges names and roles, which the picture of a map has none of; its frame is judged once, below.
		await withoutMap(page);
		for (const shown of pagesIn(pages, pair)) {
			await visitStates(page, `${baseURL ?? ''}/`, shown, { theme, language }, async (state) => {
				await expect(page.locator('html')).toHaveAttribute('lang', language);
				await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
				expect.soft(await violationsOn(page), `/${shown.path} ${state.name}`).toEqual([]);
			});
		}
	});
}

test('axe finds nothing to mend where the map is drawn', async ({ page, baseURL }) => {
	test.setTimeout(60_000);
	// A page that marks its map's first picture has one.
	for (const shown of pages.filter(({ mark }) => mark !== undefined)) {
		const opening = { ...shown, states: shown.states.slice(0, 1) };
		await visitStates(page, `${baseURL ?? ''}/`, opening, looks[0], async () => {
			expect.soft(await violationsOn(page), `/${shown.path}`).toEqual([]);
		});
	}
});
