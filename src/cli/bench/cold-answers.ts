import type { Page } from '@playwright/test';
import type { BuiltCity, Stage } from './benchmark.ts';
import { newReader } from './browser.ts';
import { openTypes } from './filter-changes.ts';
import { answerTo, markTime, type Answered } from './page-events.ts';

export interface ColdAnswer extends Answered {
	/** What the page said while it was waited for, each sentence once. */
	readonly phases: readonly string[];
}

/** A type chosen at the moment at which the map stands: DuckDB has to start, load the cases and count. */
export async function coldAnswer(stage: Stage, city: BuiltCity): Promise<ColdAnswer> {
	const reader = await newReader(await stage.browser());
	try {
		const page = await reader.newPage();
		await page.goto(await stage.addressOf(city), { waitUntil: 'commit' });
		await openTypes(page);
		const box = page.locator('.filters details input[type=checkbox]').first();
		const phases = await listen(page);
		await markTime(page, 'hetu:ready');
		const answered = await answerTo(page, () => box.click());
		return { ...answered, phases: await phases() };
	} finally {
		await reader.close();
	}
}

/** Writes down what the page says it is waiting for. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
	const said = await page.evaluateHandle(() => {
		const texts = new Set<string>();
		const status = document.querySelector('main [role=status]');
		if (status) {
			new MutationObserver(() => {
				const text = status.textContent.trim();
				if (text !== '') texts.add(text);
			}).observe(status, { subtree: true, childList: true, characterData: true });
		}
		return texts;
	});
	return () => said.evaluate((texts) => [...texts]);
}
