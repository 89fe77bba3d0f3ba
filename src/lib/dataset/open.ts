import * as v from 'valibot';
import type { Topology } from 'topojson-specification';
import type { Cube } from '#lib/cube/cube.ts';
import type { LinkedCounts } from '#lib/cube/linked-counts.ts';
import { unpackCube } from '#lib/cube/pack.ts';
import {
	CatalogueSchema,
	datasetOf,
	DatasetIndexSchema,
	type Catalogue,
	type Dataset
} from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import { unpacked } from '#lib/ingest/bytes.ts';

/** Fetches a path of the site's own data folder; anything but an answer with the file rejects with AppError, or AbortError. */
export type Fetch = (path: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** Reads from `data/` beside the page, wherever the site has been put. */
export function fetchFrom(base: string): Fetch {
	return async (path, signal) => {
		try {
			const response = await fetch(`${base}/data/${path}`, signal ? { signal } : {});
			if (response.ok) return new Uint8Array(await response.arrayBuffer());
			const code = response.status === 404 ? 'data-missing' : 'data-unreachable';
			throw new AppError(code, `${path}: ${String(response.status)}`, undefined, path);
		} catch (cause) {
			// What a browser calls a network that fails, before the answer or in the middle of it.
			if (!(cause instanceof TypeError)) throw cause;
			throw new AppError('data-unreachable', `${path} could not be fetched.`, cause, path);
		}
	};
}

/**
 * Fetches, unpacks and reads. Bytes that cannot be read were damaged on their way, or are not ours (a server's own
 * page): AppError 'data-damaged'. What the fetch itself rejects with comes through as it is.
 */
export async function read<T>(
	fetchBytes: Fetch,
	path: string,
	reader: (bytes: Uint8Array<ArrayBuffer>) => T,
	signal?: AbortSignal
): Promise<T> {
	const bytes = await fetchBytes(path, signal);
	try {
		return reader(await unpacked(bytes));
	} catch (cause) {
		if (cause instanceof OtherFormat) {
			throw new AppError('data-format', `${path} is of format ${cause.message}.`, cause, path);
		}
		throw new AppError('data-damaged', `${path} cannot be read.`, cause, path);
	}
}

class OtherFormat extends Error {}

/** JSON of this version's format by its schema; a number of another version is told apart from damage. */
export function formatted<T>(
	schema: v.GenericSchema<unknown, T>,
	bytes: Uint8Array<ArrayBuffer>
): T {
	const json = jsonOf(bytes);
	const read = v.safeParse(schema, json);
	if (read.success) return read.output;
	const format = (json as { format?: unknown } | null)?.format;
	if (typeof format === 'number' && format !== 1) throw new OtherFormat(String(format));
	throw new v.ValiError(read.issues);
}

function jsonOf(bytes: Uint8Array): unknown {
	return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}

function pathOf({ index }: Dataset, part: 'boundaries' | 'opening' | 'cases'): string {
	return `${index.manifest.id}/${index[part].file}`;
}

export function openCatalogue(fetchBytes: Fetch, signal?: AbortSignal): Promise<Catalogue> {
	return read(fetchBytes, 'index.json', (bytes) => formatted(CatalogueSchema, bytes), signal);
}

export async function openDataset(
	fetchBytes: Fetch,
	id: string,
	signal?: AbortSignal
): Promise<Dataset> {
	const reader = (bytes: Uint8Array<ArrayBuffer>): Dataset =>
		datasetOf(formatted(DatasetIndexSchema, bytes));
	return read(fetchBytes, `${id}/index.json`, reader, signal);
}

export function openBoundaries(
	fetchBytes: Fetch,
	dataset: Dataset,
	signal?: AbortSignal
): Promise<Topology> {
	const reader = (bytes: Uint8Array): Topology => {
		const topology = jsonOf(bytes) as Topology | null;
		const levels = dataset.index.manifest.levels.map(({ id }) => id);
		const names = Object.keys(topology?.type === 'Topology' ? topology.objects : {});
		if (topology && levels.every((level) => names.includes(level))) return topology;
		throw new RangeError('The topology lacks a level.');
	};
	return read(fetchBytes, pathOf(dataset, 'boundaries'), reader, signal);
}

/** Rivers, roads and relief; undefined where the dataset has none. */
export async function openContext(
	fetchBytes: Fetch,
	{ index }: Dataset,
	signal?: AbortSignal
): Promise<Topology | undefined> {
	if (!index.context) return undefined;
	const reader = (bytes: Uint8Array): Topology => {
		const topology = jsonOf(bytes) as Topology | null;
		if (topology?.type === 'Topology') return topology;
		throw new RangeError('The context is no topology.');
	};
	return read(fetchBytes, `${index.manifest.id}/${index.context.file}`, reader, signal);
}

export function openOpeningCube(
	fetchBytes: Fetch,
	dataset: Dataset,
	signal?: AbortSignal
): Promise<Cube> {
	return read(fetchBytes, pathOf(dataset, 'opening'), unpackCube, signal);
}

/** What Explore opens with; undefined where the dataset brings nothing along. */
export async function openExploreCounts(
	fetchBytes: Fetch,
	{ index }: Dataset,
	signal?: AbortSignal
): Promise<LinkedCounts | undefined> {
	if (!index.explore) return undefined;
	// Its code comes with it: the overview has no use for either.
	const { unpackLinked } = await import('#lib/cube/pack-linked.ts');
	return read(fetchBytes, `${index.manifest.id}/${index.explore.file}`, unpackLinked, signal);
}

/** The case rows as Arrow, for the engine. */
export function openCases(
	fetchBytes: Fetch,
	dataset: Dataset,
	signal?: AbortSignal
): Promise<Uint8Array> {
	return read(fetchBytes, pathOf(dataset, 'cases'), (bytes) => bytes, signal);
}
