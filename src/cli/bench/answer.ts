import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { casesByAreaAndMonth } from '#lib/questions/cases-by-area-and-month.ts';
import type { Benchmark, BuiltCity, Stage } from './benchmark.ts';
import { coldAnswer, type ColdAnswer } from './cold-answers.ts';
import { filterAnswers, type Scene } from './filter-answers.ts';
import { lineOf, type Line } from './line.ts';

const COLD_RUNS = 9;
const CHANGES = 80;
/** Milliseconds. */
const BUDGET = { cold: 4000, discrete: 33 };

/**
 * From a change of the View to new numbers in every panel (`hetu:answer`): asked before DuckDB is up, and in random
 * changes after; beside them the same questions to the native engine, which draws no panels.
 */
export const answer: Benchmark = {
	ofCities: true,
	async *measure(stage) {
		for (const city of stage.cities) {
			yield await cold(stage, city);
			for (const scene of scenesOf(city)) yield* discrete(stage, city, scene);
		}
	}
};

async function cold(stage: Stage, city: BuiltCity): Promise<Line> {
	stage.say(m.bench_measuring({ name: 'answer cold', dataset: city.id }));
	const answers: ColdAnswer[] = [];
	await coldAnswer(stage, city);
	while (answers.length < (stage.runs ?? COLD_RUNS)) answers.push(await coldAnswer(stage, city));
	const kinds = new Set(answers.map(({ kind }) => kind));
	if (kinds.size !== 1 || !kinds.has('cold')) throw new Error(`Not cold: ${[...kinds].join()}`);
	return lineOf(
		{ name: 'answer', dataset: city.id, rows: city.rows, kind: 'cold', engine: 'wasm' },
		answers.map(({ duration }) => duration),
		{
			budget: BUDGET.cold,
			panels: answers[0]?.panels,
			phases: [...new Set(answers.flatMap(({ phases }) => phases))],
			unnamed: answers.filter(({ phases }) => phases.length === 0).length
		}
	);
}

/** What the city opens with, and the whole city in its smallest areas, which is the most that it can draw. */
function scenesOf({ dataset }: BuiltCity): Scene[] {
	const finest = dataset.index.manifest.levels[0]?.id ?? '';
	return [
		{ id: 'opening', query: '', controls: ['types', 'period', 'indicator', 'area'] },
		{ id: 'finest', query: `level=${finest}`, controls: ['types', 'period', 'indicator'] }
	];
}

async function* discrete(stage: Stage, city: BuiltCity, scene: Scene): AsyncGenerator<Line> {
	stage.say(m.bench_measuring({ name: `answer discrete (${scene.id})`, dataset: city.id }));
	const count = stage.runs ?? CHANGES;
	const { wasm, memory, asked, panels } = await filterAnswers(stage, city, scene, count);
	const subject = { name: 'answer', dataset: city.id, rows: city.rows };
	const more = { scene: scene.id, panels };
	for (const [engine, samples] of [['wasm', wasm] as const, ['memory', memory] as const]) {
		const line = { ...subject, kind: 'discrete', engine };
		yield lineOf(line, samples, { budget: BUDGET.discrete, ...more });
	}
	const native = await nativeAnswers(city, asked);
	yield lineOf({ ...subject, kind: 'question', engine: 'native' }, native, { scene: scene.id });
}

/** The same questions to the native engine: SQL and cube, without a page around them. */
async function nativeAnswers(
	{ dataset, arrow }: BuiltCity,
	asked: readonly (readonly string[])[]
): Promise<number[]> {
	const database = await openNativeDatabase();
	try {
		await database.load('cases', arrow);
		await casesByAreaAndMonth(database, dataset, asked[0] ?? []);
		const times: number[] = [];
		for (const types of asked) {
			const began = performance.now();
			await casesByAreaAndMonth(database, dataset, types);
			times.push(performance.now() - began);
		}
		return times;
	} finally {
		await database.close();
	}
}
