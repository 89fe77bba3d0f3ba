import type { Page } from '@playwright/test';
import type { CityByHand, Language, View } from '../by-hand/city.ts';
import { drawnAreas, expectedNumbers, type Expected } from '../by-hand/expected-numbers.ts';
import { followLink, openAtlas, withoutMap } from './atlas.ts';
import { cellsOf } from './cells.ts';
import { recordCounts } from './evidence.ts';
import { readCard, readNumbers } from './page-numbers.ts';
import { linkTo, randomViews } from './random-views.ts';
import { seeded } from './random.ts';
import { expect, test } from './test.ts';

interface Options {
	/** Id of the dataset, as links name it. */
	readonly dataset: string;
	readonly openByHand: () => Promise<CityByHand>;
	readonly seed: number;
	readonly views?: number;
	/** Views that one page shows in turn, so that its engine starts once. */
	readonly inTurn?: number;
	/** Whether the map is drawn too, which costs more than all the rest; its numbers are the same without. */
	readonly isMapDrawn?: boolean;
}

const CARDS = 3;

/** Declares the tests: random Views, on each of which every number equals what SQL by hand says. */
export function testThatViewsAgree({
	dataset,
	openByHand,
	seed,
	views: count = 20,
	inTurn = 5,
	isMapDrawn = true
}: Options): void {
	let city: CityByHand;
	test.beforeAll(async () => {
		city = await openByHand();
	});

	test.setTimeout(inTurn * 24_000);
	for (let first = 0; first < count; first += inTurn) {
		const language: Language = first % (2 * inTurn) === 0 ? 'zh' : 'en';
		const name = `every number of views ${String(first + 1)} to ${String(first + inTurn)} is the number of the books (${language})`;
		test(name, async ({ page }) => {
			let numbers = 0;
			if (!isMapDrawn) await withoutMap(page);
			const views = randomViews(city, count, seed).slice(first, first + inTurn);
			for (const [i, view] of views.entries()) {
				const query = `${linkTo(city, view)}&d=${dataset}&lang=${language === 'zh' ? 'zh-CN' : 'en'}`;
				await test.step(query, async () => {
					if (i === 0) {
						await openAtlas(page, query);
						await page.getByRole('button', { name: language === 'zh' ? '表格' : 'Table' }).click();
					} else await followLink(page, query);
					numbers += await agrees(page, city, view, await expectedNumbers(city, view, language));
				});
			}
			recordCounts({ views: views.length, numbers });
		});
	}
}

/** How many numbers were compared. */
async function agrees(
	page: Page,
	city: CityByHand,
	view: View,
	expected: Expected
): Promise<number> {
	expect(await readNumbers(page)).toEqual(expected.numbers);
	// A View without a case is said to be empty; beyond that nothing is waited for, failed or noticed.
	const isEmpty = /^0 /.test(expected.numbers.chosen);
	const news = page.getByRole('status').filter({ hasText: /./ });
	await expect(news, isEmpty ? 'only that it is empty' : 'no notice').toHaveCount(isEmpty ? 1 : 0);
	const cards = seeded(1).some(drawnAreas(city, view), CARDS);
	for (const { code } of cards) {
		await page.locator(`tr[data-code="${code}"] button`).focus();
		expect(await readCard(page)).toEqual(expected.card(code));
	}
	return cellsOf(expected.numbers).size + cards.length;
}
