import type { Page } from '@playwright/test';
import type { BuiltCity, Random, Stage } from './benchmark.ts';
import { newReader } from './browser.ts';
import { memoryOfTab } from './memory.ts';
import { answerTo, atRest, markTime } from './page-events.ts';

/** Conditions picked, and brushes of so many moves each. */
const PICKS = 30;
const BRUSHES = 8;
const MOVES = 20;

/** What was measured on the Explore page: milliseconds, and MB. */
export interface Explored {
	/** From the bytes of the cases being there until they are a table in DuckDB. */
	readonly load: number;
	readonly memory: number | undefined;
	readonly discrete: number[];
	readonly first: number[];
	readonly moves: number[];
	readonly panels: number;
}

/** Opens a city's Explore page, picks and brushes with the mouse. A page that does not come up rejects with what it says. */
export async function explorePage(stage: Stage, city: BuiltCity): Promise<Explored> {
	const browser = await stage.browser();
	const reader = await newReader(browser);
	try {
		const page = await reader.newPage();
		const overview = new URL(await stage.addressOf(city));
		await page.goto(`${new URL('explore/', overview).href}${overview.search}`);
		const asked = page.getByRole('alert').first();
		await Promise.race([
			markTime(page, 'hetu:ready'),
			asked.waitFor({ timeout: 0 }).then(async () => {
				throw new Error((await asked.innerText()).replaceAll('\n', ' '));
			})
		]);
		const load = await loadTime(page);
		const random = stage.random(`explore ${city.id}`);
		const { discrete, panels } = await picks(page, stage.runs ?? PICKS, random);
		const { first, moves } = await brushes(page, stage.runs ?? BRUSHES, random);
		return { load, discrete, panels, first, moves, memory: await memoryOfTab(browser) };
	} finally {
		await reader.close();
	}
}

/** From the last byte of the cases, whose unpacking counts where they are packed, to `hetu:engine`. */
async function loadTime(page: Page): Promise<number> {
	const up = await markTime(page, 'hetu:engine');
	const arrived = await page.evaluate(() => {
		const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
		return files.find(({ name }) => /\/cases\.[^/]*$/.test(name))?.responseEnd ?? NaN;
	});
	return up - arrived;
}
/** Values picked and dropped at random; a choice that was there before may be kept, and is left out. */
async function picks(
	page: Page,
	count: number,
	random: Random
): Promise<Pick<Explored, 'discrete' | 'panels'>> {
	const discrete: number[] = [];
	const seen = new Set([page.url()]);
	let panels = 0;
	while (discrete.length < count) {
		const answer = await answerTo(page, () => pickOne(page, random));
		panels = answer.panels;
		if (!seen.has(page.url())) discrete.push(answer.duration);
		seen.add(page.url());
		await atRest(page);
	}
	return { discrete, panels };
}

async function pickOne(page: Page, random: Random): Promise<void> {
	const values = page.locator('.facets .value');
	await values.nth(random.integer(await values.count())).click();
}

/** Each brush has other conditions than the one before, so that its first move has to ask. */
async function brushes(
	page: Page,
	count: number,
	random: Random
): Promise<Pick<Explored, 'first' | 'moves'>> {
	const first: number[] = [];
	const moves: number[] = [];
	const chart = page.locator('.brush svg');
	while (first.length < count) {
		await answerTo(page, () => pickOne(page, random));
		await page.getByTestId('time-panel').scrollIntoViewIfNeeded();
		await atRest(page);
		const box = await chart.boundingBox();
		const bars = await chart.locator('.bar').count();
		if (!box) throw new Error('There is no chart to brush.');
		// A little more than a bar, so that every move reaches another one.
		const stride = (box.width - 54) / bars + 0.5;
		const from = box.x + 50;
		await page.mouse.move(from, box.y + 40);
		const { kind, duration } = await answerTo(page, () => page.mouse.down());
		if (kind === 'brush-first') first.push(duration);
		for (let i = 1; i <= Math.min(MOVES, bars - 2); i++) {
			const move = await answerTo(page, () => page.mouse.move(from + i * stride, box.y + 40));
			if (move.kind === 'brush') moves.push(move.duration);
		}
		await answerTo(page, () => page.mouse.up());
	}
	return { first, moves };
}
