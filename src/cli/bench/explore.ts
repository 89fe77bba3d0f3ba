import type { Page } from '@playwright/test';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { openingCut } from '#lib/domain/cut.ts';
import { facetsOf, firstFacets } from '#lib/domain/facet.ts';
import { brushCubes, linkedCounts } from '#lib/questions/linked-counts.ts';
import type { Benchmark, BuiltCity, Random, Stage } from './benchmark.ts';
import { newReader } from './browser.ts';
import { lineOf, type Line } from './line.ts';
import { answerTo, atRest, markTime } from './page-events.ts';

/** Conditions picked, and brushes of so many moves each. */
const PICKS = 30;
const BRUSHES = 8;
const MOVES = 20;

/** Milliseconds that an answer may take, by the number of rows: linked panels after a pick, and a brush's first move. */
const discreteBudget = (rows: number): number =>
	rows <= 200_000 ? 33 : rows <= 2_000_000 ? 100 : 400;
const firstBudget = (rows: number): number => (rows <= 2_000_000 ? 100 : 400);
/** From event to DOM and feature states written, whatever the number of rows. */
const MOVE_BUDGET = 10;

interface Explored {
	readonly discrete: number[];
	readonly first: number[];
	readonly moves: number[];
	readonly panels: number;
}

/**
 * The Explore page (`hetu:answer`): picks on facets at random; a brush over time, its first move, which asks for cubes,
 * apart from all others, which do not. Beside them the same questions to the native engine.
 */
export const explore: Benchmark = {
	ofCities: true,
	async *measure(stage) {
		for (const city of stage.cities) yield* measureCity(stage, city);
	}
};

async function* measureCity(stage: Stage, city: BuiltCity): AsyncGenerator<Line> {
	stage.say(m.bench_measuring({ name: 'explore', dataset: city.id }));
	const { discrete, first, moves, panels } = await explored(stage, city);
	const { id, rows } = city;
	const subject = { name: 'explore', dataset: id, rows };
	yield lineOf({ ...subject, kind: 'discrete', engine: 'wasm' }, discrete, {
		budget: discreteBudget(rows),
		panels
	});
	yield lineOf({ ...subject, kind: 'brush, first move', engine: 'wasm' }, first, {
		budget: firstBudget(rows),
		panels
	});
	yield lineOf({ ...subject, kind: 'brush, later moves', engine: 'memory' }, moves, {
		budget: MOVE_BUDGET,
		panels
	});
	yield* nativeQuestions(stage, city);
}

async function explored(stage: Stage, city: BuiltCity): Promise<Explored> {
	const reader = await newReader(await stage.browser());
	try {
		const page = await reader.newPage();
		const overview = new URL(await stage.addressOf(city));
		await page.goto(`${new URL('explore/', overview).href}${overview.search}`);
		await markTime(page, 'hetu:ready');
		const random = stage.random(`explore ${city.id}`);
		const { discrete, panels } = await picks(page, stage.runs ?? PICKS, random);
		return { discrete, panels, ...(await brushes(page, stage.runs ?? BRUSHES, random)) };
	} finally {
		await reader.close();
	}
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

/** The same questions to the native engine: SQL and cubes, without a page around them. */
async function* nativeQuestions(
	stage: Stage,
	{ id, rows, dataset, arrow }: BuiltCity
): AsyncGenerator<Line> {
	const database = await openNativeDatabase();
	try {
		await database.load('cases', arrow);
		const facets = firstFacets(facetsOf(dataset));
		const cut = openingCut(dataset);
		const subject = { name: 'explore', dataset: id, rows, engine: 'native' as const };
		const questions = {
			'question, discrete': () => linkedCounts(database, dataset, cut, facets),
			'question, brush': () => brushCubes(database, dataset, cut, cut.step, facets)
		};
		for (const [kind, ask] of Object.entries(questions)) {
			const times: number[] = [];
			await ask();
			while (times.length < (stage.runs ?? BRUSHES)) {
				const began = performance.now();
				await ask();
				times.push(performance.now() - began);
			}
			yield lineOf({ ...subject, kind }, times);
		}
	} finally {
		await database.close();
	}
}
