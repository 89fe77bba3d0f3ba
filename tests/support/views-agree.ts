import type { Page } from '@playwright/test';
import type { CityByHand, Language, View } from '../by-hand/city.ts';
import { drawnAreas, expectedNumbers, type Expected } from '../by-hand/expected-numbers.ts';
import { followLink, openAtlas } from './atlas.ts';
import { readCard, readNumbers } from './page-numbers.ts';
import { linkTo, randomViews } from './random-views.ts';
import { seeded } from './random.ts';
import { expect, test } from './test.ts';

interface Options {
	/** Id of the dataset, as links name it. */
	readonly dataset: string;
	readonly openByHand: () => Promise<CityByHand>;
	readonly seed: number;
}

const VIEWS = 20;
/** Views that one page shows in turn, so that its engine starts once. */
const IN_TURN = 5;
const CARDS = 3;

/** Declares the tests: random Views, on each of which every number equals what SQL by hand says. */
export function testThatViewsAgree({ dataset, openByHand, seed }: Options): void {
	let city: CityByHand;
	test.beforeAll(async () => {
		city = await openByHand();
	});

	test.setTimeout(120_000);
	for (let first = 0; first < VIEWS; first += IN_TURN) {
		const language: Language = first % (2 * IN_TURN) === 0 ? 'zh' : 'en';
		const name = `every number of views ${String(first + 1)} to ${String(first + IN_TURN)} is the number of the books (${language})`;
		test(name, async ({ page }) => {
			const views = randomViews(city, VIEWS, seed).slice(first, first + IN_TURN);
			for (const [i, view] of views.entries()) {
				const query = `${linkTo(city, view)}&d=${dataset}&lang=${language === 'zh' ? 'zh-CN' : 'en'}`;
				await test.step(query, async () => {
					if (i === 0) {
						await openAtlas(page, query);
						await page.getByRole('button', { name: language === 'zh' ? '表格' : 'Table' }).click();
					} else await followLink(page, query);
					await agrees(page, city, view, await expectedNumbers(city, view, language));
				});
			}
		});
	}
}

async function agrees(page: Page, city: CityByHand, view: View, expected: Expected): Promise<void> {
	expect(await readNumbers(page)).toEqual(expected.numbers);
	// A View without a case is said to be empty; beyond that nothing is waited for, failed or noticed.
	const isEmpty = /^0 /.test(expected.numbers.chosen);
	const news = page.getByRole('status').filter({ hasText: /./ });
	await expect(news, isEmpty ? 'only that it is empty' : 'no notice').toHaveCount(isEmpty ? 1 : 0);
	for (const { code } of seeded(1).some(drawnAreas(city, view), CARDS)) {
		await page.locator(`tr[data-code="${code}"] button`).focus();
		expect(await readCard(page)).toEqual(expected.card(code));
	}
}
