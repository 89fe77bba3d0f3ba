import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { readArguments, UsageError } from './arguments.ts';
import { buildCities } from './bench-cities.ts';
import { MissingTool, type Benchmark, type Stage } from './bench/benchmark.ts';
import { BENCHMARKS } from './bench/benchmarks.ts';
import { openBrowser } from './bench/browser.ts';
import type { Line } from './bench/line.ts';
import { LARGEST, makeSizedCity, SIZES } from './bench/sized-city.ts';
import { loadOfMachine, machineLine } from './bench/machine.ts';
import { markdownTable } from './bench/markdown.ts';
import { serveSite, type ServedSite } from './bench/site.ts';
import { Random } from './demo-city/random.ts';

/** What `hetu bench` was asked to do. */
export interface BenchArguments {
	readonly benchmarks: readonly Benchmark[];
	readonly runs: number | undefined;
	readonly dataset: string | undefined;
	/** Numbers of cases for what is measured by size; empty where a dataset is named. */
	readonly sizes: readonly number[];
	readonly asMarkdown: boolean;
}

/**
 * `hetu bench [name] [--runs N] [--dataset ID] [--rows N] [--markdown]`: measures on this machine. JSON lines on the standard
 * output, the machine first, or one Markdown table; progress on the other. Nothing is written into the project.
 */
export async function bench(args: readonly string[]): Promise<number> {
	const asked = benchArguments(args);
	const place = mkdtempSync(join(tmpdir(), 'hetu-bench-'));
	const lines: Line[] = [];
	const print = (line: unknown): void => {
		if (!asked.asMarkdown) console.log(JSON.stringify(line));
	};
	try {
		const isNamed = asked.dataset !== undefined;
		const ofCities = isNamed || asked.benchmarks.some((benchmark) => benchmark.ofCities);
		const cities = ofCities ? await buildCities(place, asked.dataset) : [];
		await withStage(place, { cities, ...asked }, async (stage) => {
			print(machineLine(cities));
			for (const { measure } of asked.benchmarks) {
				for await (const line of measure(stage)) {
					print({ ...line, load: loadOfMachine() });
					lines.push(line);
				}
			}
		});
		if (asked.asMarkdown) console.log(markdownTable(lines));
		return 0;
	} catch (error) {
		if (!(error instanceof MissingTool)) throw error;
		console.error(error.message);
		return 1;
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}

export function benchArguments(args: readonly string[]): BenchArguments {
	const read = readArguments(args, {
		runs: { type: 'string' },
		dataset: { type: 'string' },
		rows: { type: 'string' },
		markdown: { type: 'boolean' }
	});
	const [name, ...more] = read.positionals;
	if (more.length > 0) throw new UsageError('Expected one benchmark, or none for all.');
	const names = Object.keys(BENCHMARKS);
	if (name !== undefined && !names.includes(name)) {
		throw new UsageError(`There is no benchmark "${name}"; there are: ${names.join(', ')}.`);
	}
	const runs = read.text('runs');
	if (runs !== undefined && !/^[1-9]\d{0,3}$/.test(runs)) {
		throw new UsageError(`A number of runs is between 1 and 9999: ${runs}`);
	}
	const [dataset, rows] = [read.text('dataset'), read.text('rows')];
	if (dataset !== undefined && rows !== undefined) {
		throw new UsageError('Expected --dataset or --rows, not both.');
	}
	if (rows !== undefined && !(/^[1-9]\d{2,7}$/.test(rows) && Number(rows) <= LARGEST)) {
		throw new UsageError(`A number of rows is between 100 and ${LARGEST}: ${rows}`);
	}
	const benchmarks = Object.entries(BENCHMARKS).flatMap(([own, benchmark]) =>
		name === undefined || name === own ? [benchmark] : []
	);
	return {
		benchmarks,
		runs: runs === undefined ? undefined : Number(runs),
		dataset,
		sizes: dataset === undefined ? (rows === undefined ? SIZES : [Number(rows)]) : [],
		asMarkdown: read.flag('markdown')
	};
}

/** Gives a benchmark its browser and its site when it asks for them, and ends both afterwards. */
async function withStage(
	place: string,
	{ cities, runs, sizes }: Pick<Stage, 'cities' | 'runs' | 'sizes'>,
	work: (stage: Stage) => Promise<void>
): Promise<void> {
	const data = join(place, 'data');
	let browser: Promise<Browser> | undefined;
	let site: Promise<ServedSite> | undefined;
	try {
		await work({
			runs,
			cities,
			sizes,
			data,
			sizedCity: (rows) => makeSizedCity(data, rows),
			browser: () => (browser ??= openBrowser()),
			addressOf: async ({ id }) => {
				site ??= serveSite(data);
				return `${(await site).url}?d=${id}`;
			},
			random: (stream) => new Random(1, stream),
			say: (text) => {
				console.error(text);
			}
		});
	} finally {
		await (await browser?.catch(() => undefined))?.close();
		(await site?.catch(() => undefined))?.close();
	}
}
