import { looks, pagesIn, pagesOf, sizeName, sizes } from '../../tools/gallery/pages.js';
import { settled, visitStates } from '../../tools/gallery/visit.js';
import { giveEyes, lineOf, look } from '../support/eyes.ts';
import { expect, test } from '../support/test.ts';

const pages = pagesOf('build');

for (const pair of looks) {
	const { theme, language } = pair;
	const states = pair === looks[0] ? 'in any state of any page' : 'on any page as it opens';
	test(`the eyes find nothing ${states} (${theme}, ${language})`, async ({
		page,
		context,
		baseURL,
		watch
	}) => {
		test.setTimeout(300_000);
		// One of the states is a page without its data.
		watch.expectTrouble(/ERR_FAILED|Failed to fetch/);
		await giveEyes(context);
		const found = new Map<string, string[]>();
		for (const shown of pagesIn(pages, pair)) {
			const { smallestType = 12, properNames = [] } = shown;
			await visitStates(page, `${baseURL ?? ''}/`, shown, { theme, language }, async (state) => {
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
			});
		}
		const lines = [...found].map(([line, places]) => `${line} (${places.join(', ')})`);
		expect(lines).toEqual([]);
	});
}
