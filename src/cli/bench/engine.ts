import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Benchmark, BuiltCity, Stage } from './benchmark.ts';
import { newReader } from './browser.ts';
import { lineOf, type Line } from './line.ts';
import { followRequests, markTime, type Asked } from './page-events.ts';

const RUNS = 9;

/** Milliseconds. */
interface Start {
	/** From the page's beginning and from `hetu:ready` to `hetu:engine`. */
	readonly page: number;
	readonly ready: number;
	/** From asking for the worker to asking for the cases; from there until they are loaded. */
	readonly instantiate: number;
	readonly load: number;
}

/** DuckDB warming up in idle time after a cold start, until the cases are in it; beside it the native engine. */
export const engine: Benchmark = {
	ofCities: true,
	async *measure(stage) {
		for (const city of stage.cities) yield* measureCity(stage, city);
	}
};

async function* measureCity(stage: Stage, city: BuiltCity): AsyncGenerator<Line> {
	stage.say(m.bench_measuring({ name: 'engine', dataset: city.id }));
	const runs = stage.runs ?? RUNS;
	const subject = { name: 'engine', dataset: city.id, rows: city.rows };
	const starts: Start[] = [];
	await warmUp(stage, city);
	while (starts.length < runs) starts.push(await warmUp(stage, city));
	for (const part of ['page', 'ready', 'instantiate', 'load'] as const) {
		const kind = part === 'page' || part === 'ready' ? `since ${part}` : part;
		const samples = starts.map((start) => start[part]);
		yield lineOf({ ...subject, kind, engine: 'wasm' }, samples);
	}

	const natives: Awaited<ReturnType<typeof openNative>>[] = [];
	await openNative(city);
	while (natives.length < runs) natives.push(await openNative(city));
	for (const kind of ['instantiate', 'load'] as const) {
		const samples = natives.map((start) => start[kind]);
		yield lineOf({ ...subject, kind, engine: 'native' }, samples);
	}
}

async function warmUp(stage: Stage, city: BuiltCity): Promise<Start> {
	const reader = await newReader(await stage.browser());
	try {
		const requestsOf = followRequests(reader);
		const page = await reader.newPage();
		await page.goto(await stage.addressOf(city), { waitUntil: 'commit' });
		const up = await markTime(page, 'hetu:engine');
		const ready = await markTime(page, 'hetu:ready');
		const asked = await requestsOf(page);
		const worker = timeOf(asked, /wasm-worker/);
		const cases = timeOf(asked, /\/cases\.[^/]*$/);
		return { page: up, ready: up - ready, instantiate: cases - worker, load: up - cases };
	} finally {
		await reader.close();
	}
}

/** When a file was asked for; NaN, which no summary takes, where it was not. */
function timeOf(asked: readonly Asked[], name: RegExp): number {
	return asked.find(({ path }) => name.test(path))?.at ?? NaN;
}

async function openNative({ arrow }: BuiltCity): Promise<Pick<Start, 'instantiate' | 'load'>> {
	const began = performance.now();
	const database = await openNativeDatabase();
	const opened = performance.now();
	await database.load('cases', arrow);
	const loaded = performance.now();
	await database.close();
	return { instantiate: opened - began, load: loaded - opened };
}
