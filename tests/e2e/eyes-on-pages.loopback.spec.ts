import { looks, pagesOf, sizeName, sizes } from '../../tools/gallery/pages.js';
import { settled, visitStates } from '../../tools/gallery/visit.js';
import { giveEyes, lineOf, look } from '../support/eyes.ts';
import { expect, test } from '../support/test.ts';

const pages = pagesOf('build');

for (const { theme, language } of looks) {
	test(`the eyes find nothing on any page at any size (${theme}, ${language})`, async ({
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
		for (const shown of pages) {
			const { smallestType = 12, properNames = [] } = shown;
			await visitStates(page, `${baseURL ?? ''}/`, shown, { theme, language }, async (state) => {
				for (const size of sizes) {
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
