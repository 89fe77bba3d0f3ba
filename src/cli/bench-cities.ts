import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buildDataset } from '#lib/dataset/build.ts';
import { openCases } from '#lib/dataset/open.ts';
import { readSource } from '#lib/dataset/read-source.ts';
import type { Source } from '#lib/dataset/source.ts';
import { datasetOf } from '#lib/domain/dataset-index.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { Folder } from '#lib/ingest/folder.ts';
import { UsageError } from './arguments.ts';
import { MissingTool, type BuiltCity } from './bench/benchmark.ts';
import { repeatCases } from './bench/repeat-cases.ts';
import { writeCatalogue } from './catalogue.ts';
import { datasetFolder } from './dataset-folder.ts';
import { folderOf } from './directory.ts';
import { publishDataset } from './publish.ts';

/** Copies of the demo city's cases in its large twins: as many cases as the real city has in a year, and a million. */
const LARGE = 3;
const HUGE = 26;

/** Where each city comes from. All are read and built as `hetu build` does it. */
const SOURCES: Readonly<Record<string, (place: string) => Folder>> = {
	'demo-city': () => datasetFolder('demo-city', undefined),
	[`demo-city-x${String(LARGE)}`]: (place) => largeDemoCity(place, LARGE),
	[`demo-city-x${String(HUGE)}`]: (place) => largeDemoCity(place, HUGE),
	boston: () => datasetFolder('boston', join(process.env['REAL_DATA'] ?? '', 'boston'))
};

/**
 * Builds the cities that are measured into `data` below a folder of their own: the demo city, its large twin, and the
 * real city where REAL_DATA names the folder that holds its files; or one of them, or the demo city's million.
 */
export async function buildCities(place: string, only: string | undefined): Promise<BuiltCity[]> {
	if (only !== undefined && !Object.hasOwn(SOURCES, only)) {
		throw new UsageError(
			`There is no dataset "${only}" here; there are: ${Object.keys(SOURCES).join(', ')}.`
		);
	}
	const cities: BuiltCity[] = [];
	for (const [id, folderIn] of Object.entries(SOURCES)) {
		if (only === undefined ? !isUsual(id) : only !== id) continue;
		console.error(m.bench_building({ dataset: id }));
		cities.push(await buildCity(folderIn(place), join(place, 'data')));
	}
	return cities;
}

/** The million is built only where it is asked for: that takes a minute. */
function isUsual(id: string): boolean {
	if (id === 'boston') return process.env['REAL_DATA'] !== undefined;
	return !id.endsWith(`-x${String(HUGE)}`);
}

async function buildCity(folder: Folder, out: string): Promise<BuiltCity> {
	return buildSource(await usableSource(folder), out);
}

/** What a city is built from; one that cannot be used is a MissingTool. */
export async function usableSource(folder: Folder): Promise<Source> {
	const { source } = await readSource(folder);
	if (!source) throw new MissingTool(m.cli_cannot_use());
	return source;
}

/** Builds a city into a folder of its own below `out`, as `hetu build` does it. */
export async function buildSource(source: Source, out: string): Promise<BuiltCity> {
	const database = await openNativeDatabase();
	try {
		const { index, files } = await buildDataset(source, database);
		const { id } = index.manifest;
		publishDataset(join(out, id), files, () => writeCatalogue(out));
		const dataset = datasetOf(index);
		const written = (path: string): Promise<Uint8Array<ArrayBuffer>> =>
			Promise.resolve(new Uint8Array(readFileSync(join(out, path))));
		const arrow = await openCases(written, dataset);
		return { id, rows: index.cases.rows, dataset, arrow };
	} finally {
		await database.close();
	}
}

/** The demo city with its cases many times over, as a source folder beside what is built. */
function largeDemoCity(place: string, times: number): Folder {
	const folder = join(place, 'source');
	cpSync(join('data', 'demo-city'), folder, { recursive: true });
	const cases = join(folder, 'cases.csv.gz');
	const csv = gunzipSync(readFileSync(cases)).toString('utf8');
	writeFileSync(cases, gzipSync(repeatCases(csv, times)));
	const file = join(folder, 'dataset.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as { title: { zh: string; en: string } };
	const { zh, en } = manifest.title;
	const factor = `× ${String(times)}`;
	const title = { zh: `${zh} ${factor}`, en: `${en} ${factor}` };
	const id = `demo-city-x${String(times)}`;
	// A report speaks of the city itself, not of so many.
	writeFileSync(file, JSON.stringify({ ...manifest, id, title, report: undefined }));
	return folderOf(folder);
}
