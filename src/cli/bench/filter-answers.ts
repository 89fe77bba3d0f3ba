import type { Page } from '@playwright/test';
import type { BuiltCity, Stage } from './benchmark.ts';
import { newReader } from './browser.ts';
import { nextChange, type Control } from './filter-changes.ts';
import { answerTo, atRest, markTime } from './page-events.ts';

/** What is drawn while filters change. */
export interface Scene {
	readonly id: 'opening' | 'finest';
	/** What the link says beside the city. */
	readonly query: string;
	/** Changes that stay within the scene; the first is drawn as often as all others together. */
	readonly controls: readonly [Control, ...Control[]];
}

export interface FilterAnswers {
	/** Milliseconds of the answers that came from DuckDB, and of those that came from a cube in memory. */
	readonly wasm: readonly number[];
	readonly memory: readonly number[];
	/** The types of every answer of DuckDB, in the order of asking. */
	readonly asked: readonly (readonly string[])[];
	readonly panels: number;
}

/**
 * Random changes of the View, one after the other as a reader makes them who waits until the map is drawn, until there
 * are `count` answers of either kind. A choice of types that was there before is left out of both: whether its cube is
 * still kept is the page's own affair.
 */
export async function filterAnswers(
	stage: Stage,
	city: BuiltCity,
	scene: Scene,
	count: number
): Promise<FilterAnswers> {
	const reader = await newReader(await stage.browser());
	try {
		const page = await reader.newPage();
		const address = new URL(await stage.addressOf(city));
		for (const [name, value] of new URLSearchParams(scene.query)) {
			address.searchParams.set(name, value);
		}
		await page.goto(address.href, { waitUntil: 'commit' });
		await markTime(page, 'hetu:engine');
		return await changes(page, scene, count, stage.random(`${city.id} ${scene.id}`));
	} finally {
		await reader.close();
	}
}

async function changes(
	page: Page,
	{ controls: [types, ...others] }: Scene,
	count: number,
	random: ReturnType<Stage['random']>
): Promise<FilterAnswers> {
	const wasm: number[] = [];
	const memory: number[] = [];
	const asked: string[][] = [];
	const seen = new Set(['']);
	let panels = 0;
	while (wasm.length < count || memory.length < count) {
		const other = others[random.integer(others.length)] ?? types;
		const control = random.isTrueWith(0.5) ? types : other;
		const act = await nextChange(page, control, random);
		await atRest(page);
		const answer = await answerTo(page, act);
		panels = answer.panels;
		if (control !== 'types') memory.push(answer.duration);
		else {
			const chosen = typesOf(page);
			const key = [...chosen].sort().join(',');
			if (!seen.has(key)) {
				wasm.push(answer.duration);
				asked.push(chosen);
			}
			seen.add(key);
		}
	}
	return { wasm, memory, asked, panels };
}

/** The types that the link names. */
function typesOf(page: Page): string[] {
	const named = new URL(page.url()).searchParams.get('type') ?? '';
	return named.split(',').filter((code) => code !== '');
}
