import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { m } from '#lib/i18n/messages/messages.js';
import type { Benchmark, BuiltCity, Stage } from './benchmark.ts';
import { newReader } from './browser.ts';
import { lineOf, type Line } from './line.ts';
import { followProcessorTime, followRequests, markTime, type Asked } from './page-events.ts';
import { scriptSizes, type ScriptSizes } from './script-sizes.ts';
import { SITE } from './site.ts';

const RUNS = 15;
/** Milliseconds until the first map with numbers is painted; kB of our own scripts before that. */
const BUDGET = { ready: 1500, scripts: 90 };

/**
 * A cold start: a reader who was never here opens a city, until `hetu:ready`. The browser is running, its caches are
 * empty. Beside the time: which scripts were asked for until then, and that no WebAssembly was.
 */
export const ready: Benchmark = {
	ofCities: true,
	async *measure(stage) {
		for (const city of stage.cities) yield* measureCity(stage, city);
	}
};

async function* measureCity(stage: Stage, city: BuiltCity): AsyncGenerator<Line> {
	stage.say(m.bench_measuring({ name: 'ready', dataset: city.id }));
	const subject = { name: 'ready', dataset: city.id, rows: city.rows };
	const starts: Start[] = [];
	// The first one warms the browser process and the server, and does not count.
	await coldStart(stage, city);
	while (starts.length < (stage.runs ?? RUNS)) starts.push(await coldStart(stage, city));

	const times = starts.map(({ at }) => at);
	const wasmBeforeReady = Math.max(...starts.map(({ before }) => before.filter(isWasm).length));
	yield lineOf(subject, times, { budget: BUDGET.ready, wasmBeforeReady });
	const busy = starts.map((start) => start.busy);
	yield lineOf({ ...subject, kind: 'main thread' }, busy, { unit: 'ms of processor' });

	const sizes = starts.map(({ before }) => sizesOf(before));
	const own = sizes.map((size) => size.own / 1000);
	const map = (sizes[0]?.map ?? NaN) / 1000;
	const files = sizes[0]?.files;
	const more = { unit: 'kB gzip', budget: BUDGET.scripts, map, files };
	yield lineOf({ ...subject, kind: 'scripts' }, own, more);
}

interface Start {
	/** Of `hetu:ready`, in milliseconds since the page began. */
	readonly at: number;
	/** Milliseconds of processor time of the main thread. */
	readonly busy: number;
	/** What was asked for until then. */
	readonly before: readonly Asked[];
}

async function coldStart(stage: Stage, city: BuiltCity): Promise<Start> {
	const reader = await newReader(await stage.browser());
	try {
		const requestsOf = followRequests(reader);
		const page = await reader.newPage();
		const processorTime = await followProcessorTime(page);
		await page.goto(await stage.addressOf(city), { waitUntil: 'commit' });
		const at = await markTime(page, 'hetu:ready');
		const busy = await processorTime();
		const asked = await requestsOf(page);
		return { at, busy, before: asked.filter((request) => request.at <= at) };
	} finally {
		await reader.close();
	}
}

const isWasm = ({ path }: Asked): boolean => path.includes('.wasm');

/** Sizes as `gzip -9` packs the files of the site; the project's own server sends them unpacked. */
function sizesOf(asked: readonly Asked[]): ScriptSizes {
	const files = new Set(asked.map(({ path }) => path).filter((path) => path.endsWith('.js')));
	return scriptSizes(
		[...files].map((file) => {
			const bytes = readFileSync(join(SITE, file));
			return { file, text: bytes.toString(), packed: gzipSync(bytes, { level: 9 }).length };
		})
	);
}
