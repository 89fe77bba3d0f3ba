import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buildDataset } from '#lib/dataset/build.ts';
import { openCases } from '#lib/dataset/open.ts';
import { readSource } from '#lib/dataset/read-source.ts';
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

/** Copies of the demo city's cases in its large twin: as many cases as the real city has in a year. */
const TIMES = 3;

/** Where each city comes from. All are read and built as `hetu build` does it. */
const SOURCES: Readonly<Record<string, (place: string) => Folder>> = {
	'demo-city': () => datasetFolder('demo-city', undefined),
	[`demo-city-x${String(TIMES)}`]: largeDemoCity,
	boston: () => datasetFolder('boston', join(process.env['REAL_DATA'] ?? '', 'boston'))
};

/**
 * Builds the cities that are measured into `data` below a folder of their own: the demo city, its large twin, and the
 * real city where REAL_DATA names the folder that holds its files; or one of them.
 */
export async function buildCities(place: string, only: string | undefined): Promise<BuiltCity[]> {
	if (only !== undefined && !Object.hasOwn(SOURCES, only)) {
		throw new UsageError(
			`There is no dataset "${only}" here; there are: ${Object.keys(SOURCES).join(', ')}.`
		);
	}
	const cities: BuiltCity[] = [];
	for (const [id, folderIn] of Object.entries(SOURCES)) {
		const wanted = only === undefined ? id !== 'boston' || process.env['REAL_DATA'] : only === id;
		if (!wanted) continue;
		console.error(m.bench_building({ dataset: id }));
		cities.push(await buildCity(folderIn(place), join(place, 'data')));
	}
	return cities;
}

async function buildCity(folder: Folder, out: string): Promise<BuiltCity> {
	const { source } = await readSource(folder);
	if (!source) throw new MissingTool(m.cli_cannot_use());
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
function largeDemoCity(place: string): Folder {
	const folder = join(place, 'source');
	cpSync(join('data', 'demo-city'), folder, { recursive: true });
	const cases = join(folder, 'cases.csv.gz');
	const csv = gunzipSync(readFileSync(cases)).toString('utf8');
	writeFileSync(cases, gzipSync(repeatCases(csv, TIMES)));
	const file = join(folder, 'dataset.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as { title: { zh: string; en: string } };
	const { zh, en } = manifest.title;
	const times = `× ${String(TIMES)}`;
	const title = { zh: `${zh} ${times}`, en: `${en} ${times}` };
	const id = `demo-city-x${String(TIMES)}`;
	// A report speaks of the city itself, not of so many.
	writeFileSync(file, JSON.stringify({ ...manifest, id, title, report: undefined }));
	return folderOf(folder);
}
