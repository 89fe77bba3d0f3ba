import { halveCases } from './case-file.ts';
import { buildCity, copyOfDemoCity, emptyFolder, rename, serveWith } from './cities.ts';
import { test as base } from './test.ts';

/** Id and titles of the second city: the demo city under another name, with half of its cases. */
export const OTHER = { id: 'other-city', title: { zh: '彼城', en: 'Other City' } };

interface TwoCities {
	/** Folder of the built cities. */
	readonly data: string;
	/** Folder with the other city's source files. */
	readonly otherSource: string;
}

/** A site with two cities, so that there is one to switch to. */
export const test = base.extend<{ twoCities: string }, { built: TwoCities }>({
	built: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from its first argument
		async ({}, use) => {
			const [data, otherSource] = [emptyFolder(), copyOfDemoCity()];
			buildCity('demo-city', data);
			rename(otherSource, OTHER.id, OTHER.title);
			halveCases(otherSource);
			buildCity(otherSource, data);
			await use({ data, otherSource });
		},
		{ scope: 'worker' }
	],
	/** Its address, on the host that the tests run on. */
	twoCities: async ({ built, baseURL }, use) => {
		await use(await serveWith(built.data, new URL(baseURL ?? '').hostname));
	}
});

export { expect } from './test.ts';
