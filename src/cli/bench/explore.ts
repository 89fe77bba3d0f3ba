import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { openingCut } from '#lib/domain/cut.ts';
import { facetsOf, firstFacets } from '#lib/domain/facet.ts';
import { brushCubes, linkedCounts } from '#lib/questions/linked-counts.ts';
import { MissingTool, type Benchmark, type BuiltCity, type Stage } from './benchmark.ts';
import { explorePage } from './explore-page.ts';
import { lineOf, type Line } from './line.ts';
import { peerAnswers, PEERS } from './peers.ts';
import { refusalOf } from './sized-city.ts';

/** Times that the native engine is asked, and the most rows that it is given: it takes them one by one. */
const NATIVE_RUNS = 8;
const NATIVE_ROWS = 1_000_000;

/** Milliseconds that an answer may take, by the number of rows: linked panels after a pick, and a brush's first move. */
const discreteBudget = (rows: number): number =>
	rows <= 200_000 ? 33 : rows <= 2_000_000 ? 100 : 400;
const firstBudget = (rows: number): number => (rows <= 2_000_000 ? 100 : 400);
const loadBudget = (rows: number): number => (rows <= 1_000_000 ? 1000 : 3000);
/** Milliseconds, whatever the number of rows: to panel data, and to DOM and feature states written. */
const MOVE_BUDGET = { data: 4, page: 10 };
/** MB in the tab, up to a million rows. */
const memoryBudget = (rows: number): number | undefined => (rows <= 1_000_000 ? 800 : undefined);

/**
 * The Explore page (`hetu:answer`): picks on facets at random; a brush over time, its first move, which asks for cubes,
 * apart from all others, which do not. Beside it, in the same browser on the same rows: what the page asks, without a
 * page around it; Mosaic; and DuckDB without cubes. All with as many rows as are asked for, or a city's.
 */
export const explore: Benchmark = {
	ofCities: false,
	async *measure(stage) {
		if (stage.sizes.length === 0) {
			for (const city of stage.cities) yield* measureCity(stage, city);
		}
		for (const rows of stage.sizes) yield* measureSize(stage, rows);
	}
};

/** A size that does not fit is refused in words, before or after it was tried, and the others are measured. */
async function* measureSize(stage: Stage, rows: number): AsyncGenerator<Line> {
	const refusal = refusalOf(rows);
	if (refusal !== undefined) {
		stage.say(refusal);
		return;
	}
	const { city, remove } = await stage.sizedCity(rows);
	try {
		yield* measureCity(stage, city);
	} catch (error) {
		if (error instanceof MissingTool || !(error instanceof Error)) throw error;
		const [reason = ''] = error.message.split('\n');
		stage.say(m.bench_refused({ rows: String(rows), reason }));
	} finally {
		remove();
	}
}

async function* measureCity(stage: Stage, city: BuiltCity): AsyncGenerator<Line> {
	stage.say(m.bench_measuring({ name: 'explore', dataset: city.id }));
	const { rows } = city;
	const { load, memory, discrete, first, moves, panels } = await explorePage(stage, city);
	const subject = { name: 'explore', dataset: city.id, rows };
	const asked = { ...subject, engine: 'wasm' as const };
	yield lineOf({ ...asked, kind: 'load' }, [load], { budget: loadBudget(rows) });
	yield lineOf({ ...asked, kind: 'discrete' }, discrete, { budget: discreteBudget(rows), panels });
	yield lineOf({ ...asked, kind: 'brush, first move' }, first, {
		budget: firstBudget(rows),
		panels
	});
	yield lineOf({ ...subject, kind: 'brush, later moves', engine: 'memory' }, moves, {
		budget: MOVE_BUDGET.page,
		panels
	});
	if (memory !== undefined) {
		const budget = memoryBudget(rows);
		yield lineOf({ ...asked, kind: 'memory' }, [memory], { unit: 'MB', budget });
	}
	yield* peers(stage, city);
	if (rows <= NATIVE_ROWS) yield* nativeQuestions(stage, city);
}

/** From an event to the data of every panel: Hetu's questions and cubes, and the peers. */
async function* peers(stage: Stage, city: BuiltCity): AsyncGenerator<Line> {
	const { rows } = city;
	let totals: string | undefined;
	for (const peer of PEERS) {
		stage.say(m.bench_measuring({ name: `explore: ${peer}`, dataset: city.id }));
		const answers = await peerAnswers(stage, city, peer);
		if (!answers) return;
		totals ??= answers.totals.join();
		if (answers.totals.join() !== totals) throw new Error(`${peer} counts other cases.`);
		const isOwn = peer === 'Hetu';
		const subject = { name: 'explore', dataset: city.id, rows, scene: 'data only' };
		const line = (kind: string, samples: readonly number[], budget?: number): Line => {
			const engine = !isOwn ? peer : kind.includes('later') ? 'memory' : 'wasm';
			return lineOf({ ...subject, kind, engine }, samples, isOwn ? { budget } : {});
		};
		yield line('load', [answers.load], loadBudget(rows));
		yield line('discrete', answers.discrete);
		yield line('brush, first move', answers.first);
		yield line('brush, later moves', answers.moves, MOVE_BUDGET.data);
		yield line('switch of dimension', answers.switched);
		if (answers.memory !== undefined) {
			yield lineOf(
				{ ...subject, kind: 'memory', engine: isOwn ? 'wasm' : peer },
				[answers.memory],
				{
					unit: 'MB'
				}
			);
		}
	}
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
			while (times.length < (stage.runs ?? NATIVE_RUNS)) {
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
