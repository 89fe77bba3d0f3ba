import {
	closeSync,
	cpSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { caseArrow } from '#lib/dataset/case-arrow.ts';
import { contentHash } from '#lib/dataset/hash.ts';
import { talliedIn } from '#lib/dataset/met-tallies.ts';
import type { Source } from '#lib/dataset/source.ts';
import { datasetOf, type DatasetIndex } from '#lib/domain/dataset-index.ts';
import { joinedArrow } from '#lib/engine/arrow-parts.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { buildSource, usableSource } from '#cli/bench-cities.ts';
import { writeCatalogue } from '#cli/catalogue.ts';
import { datasetFolder } from '#cli/dataset-folder.ts';
import type { BuiltCity, SizedCity } from './benchmark.ts';
import { manyCases } from './many-cases.ts';

/** Numbers of cases that are measured where none is asked for. */
export const SIZES: readonly number[] = [10_000, 100_000, 1_000_000, 10_000_000];
export const LARGEST = 10_000_000;

/** Rows in a batch of the Arrow stream: eight of DuckDB's own groups of rows, as the builder writes them. */
const BATCH = 8 * 122_880;

/** Memory that a size takes in the browser and here, in bytes: a base, and so much for each row. */
const BASE = 1e9;
const PER_ROW = 400;

/** Why so many rows cannot be measured on this machine now: a sentence; undefined where they can. */
export function refusalOf(rows: number, free = freemem()): string | undefined {
	const need = BASE + PER_ROW * rows;
	if (free >= need) return undefined;
	const inGB = (bytes: number): string => (bytes / 1e9).toFixed(1);
	return m.bench_no_room({ rows: String(rows), need: inGB(need), free: inGB(free) });
}

let demoCity: Promise<{ source: Source; built: BuiltCity }> | undefined;

/**
 * The demo city with so many cases, beside the cities of a data folder: its own cases many times over, written straight
 * as Arrow in the format of a built dataset (not gzipped). The opening cube stays the demo city's: Explore reads none; what Explore opens with is left out, so that DuckDB counts.
 */
export async function makeSizedCity(data: string, rows: number): Promise<SizedCity> {
	const id = `demo-city-${String(rows)}`;
	console.error(m.bench_building({ dataset: id }));
	demoCity ??= buildDemoCity(data);
	const { source, built } = await demoCity;
	const { index } = built.dataset;
	const folder = join(data, id);
	cpSync(join(data, built.id), folder, { recursive: true });
	const file = `cases.${contentHash(new TextEncoder().encode(id))}.arrow`;
	const bytes = writeCases(join(folder, file), source, rows);
	const title = {
		zh: `${index.manifest.title.zh} ${String(rows)}`,
		en: `${index.manifest.title.en} ${String(rows)}`
	};
	const sized: DatasetIndex = {
		...index,
		version: contentHash(new TextEncoder().encode(`${index.version} ${id}`)),
		manifest: { ...index.manifest, id, title },
		account: { ...index.account, rows, accepted: rows },
		explore: undefined,
		cases: { file, bytes, rows }
	};
	writeFileSync(join(folder, 'index.json'), JSON.stringify(sized));
	writeCatalogue(data);
	return {
		city: {
			id,
			rows,
			dataset: datasetOf(sized),
			get arrow() {
				return readFileSync(join(folder, file));
			}
		},
		remove: () => {
			rmSync(folder, { recursive: true, force: true });
			writeCatalogue(data);
		}
	};
}

async function buildDemoCity(data: string): Promise<{ source: Source; built: BuiltCity }> {
	const source = await usableSource(datasetFolder('demo-city', undefined));
	return { source, built: await buildSource(source, data) };
}

/** Writes the cases batch by batch, so that no more than one lies in memory; returns the size of the file. */
function writeCases(path: string, source: Source, rows: number): number {
	const file = openSync(path, 'w');
	let bytes = 0;
	for (const piece of joinedArrow(batches(source, rows))) bytes += writeSync(file, piece);
	closeSync(file);
	return bytes;
}

function* batches({ table, lists, areas, manifest }: Source, rows: number): Generator<Uint8Array> {
	const trees = Object.fromEntries(Object.entries(lists).map(([name, { tree }]) => [name, tree]));
	const sizes = Object.fromEntries(
		Object.entries(trees).map(([name, { codes }]) => [name, codes.length])
	);
	for (let first = 0; first < rows; first += BATCH) {
		const part = manyCases(table, rows, first, Math.min(rows, first + BATCH));
		yield caseArrow(part, { ...sizes, area: areas.codes.length }, talliedIn(part, manifest, trees));
	}
}
