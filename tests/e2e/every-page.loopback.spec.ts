/** Axe (names, roles) and the eyes (overlap, cut text, contrast) on every page, in one walk: reaching a state costs more than judging it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { looks, pagesIn, pagesOf, sizeName, sizes } from '../../tools/gallery/pages.js';
import { settled, visitStates } from '../../tools/gallery/visit.js';
import { giveEyes, lineOf, look } from '../support/eyes.ts';
import { expect, test } from '../support/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Contrast is left to the eyes, who ask for more of it: judged by axe as well it took half of the whole walk. */
async function violationsOn(page: Page): Promise<string[]> {
	const { violations, passes } = await new AxeBuilder({ page })
		.withTags(TAGS)
		.disableRules(['color-contrast'])
		.analyze();
	expect(passes.length, 'rules that were tried').toBeGreaterThan(5);
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const pages = pagesOf('build');

for (const pair of looks) {
	const { theme, language } = pair;
	const states = pair === looks[0] ? 'in any state of any page' : 'on any page as it opens';
	test(`axe and the eyes find nothing to mend ${states} (${theme}, ${language})`, async ({
		page,
		context,
		baseURL,
		watch
	}) => {
		test.setTimeout(480_000);
		// One of the states is a page without its data.
		watch.expectTrouble(/ERR_FAILED|Failed to fetch/);
		await giveEyes(context);
		const found = new Map<string, string[]>();
		for (const shown of pagesIn(pages, pair)) {
			const { smallestType = 12, properNames = [] } = shown;
			await visitStates(page, `${baseURL ?? ''}/`, shown, { theme, language }, async (state) => {
				await expect(page.locator('html')).toHaveAttribute('lang', language);
				await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
				expect.soft(await violationsOn(page), `/${shown.path} ${state.name}`).toEqual([]);
				// The widest has room for whatever the next one holds: there it is seen as it opens.
				for (const size of state === shown.states[0] ? sizes : sizes.slice(1)) {
					await page.setViewportSize(size);
					await settled(page);
					const { findings, judged } = await look(page, { smallestType, language, properNames });
					const place = `/${shown.path} ${state.name} ${sizeName(size)}`;
					expect(judged.texts, `${place}: there is text to judge`).toBeGreaterThan(3);
					expect(judged.contrasts, `${place}: and contrast`).toBeGreaterThan(3);
					for (const line of findings.map(lineOf)) {
						found.set(line, [...(found.get(line) ?? []), place]);
					}
				}
				// The next state is reached, and judged by axe, on a desk again.
				await page.setViewportSize({ width: 1280, height: 720 });
			});
		}
		const lines = [...found].map(([line, places]) => `${line} (${places.join(', ')})`);
		expect(lines).toEqual([]);
	});
}
