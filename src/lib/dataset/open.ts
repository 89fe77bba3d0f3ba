import * as v from 'valibot';
import type { Topology } from 'topojson-specification';
import type { Cube } from '#lib/cube/cube.ts';
import { unpackCube } from '#lib/cube/pack.ts';
import {
	CatalogueSchema,
	datasetOf,
	DatasetIndexSchema,
	type Catalogue,
	type Dataset,
	type DatasetIndex
} from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import { unpacked } from '#lib/ingest/bytes.ts';

/** Fetches a path of the site's own data folder; anything but 200 rejects with AppError. */
export type Fetch = (path: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** Reads from `data/` beside the page, wherever the site has been put. */
export function fetchFrom(base: string): Fetch {
	return async (path, signal) => {
		const response = await fetch(`${base}/data/${path}`, signal ? { signal } : {});
		if (!response.ok) throw new AppError('data-missing', `${path}: ${String(response.status)}`);
		return new Uint8Array(await response.arrayBuffer());
	};
}

/**
 * Fetches, unpacks and reads. Bytes that cannot be read were damaged on their way, or are not ours (a server's own
 * page): AppError 'data-damaged'. What the fetch itself rejects with comes through as it is.
 */
async function read<T>(
	fetchBytes: Fetch,
	path: string,
	reader: (bytes: Uint8Array<ArrayBuffer>) => T,
	signal?: AbortSignal
): Promise<T> {
	const bytes = await fetchBytes(path, signal);
	try {
		return reader(await unpacked(bytes));
	} catch (cause) {
		throw new AppError('data-damaged', `${path} cannot be read.`, cause);
	}
}

function jsonOf(bytes: Uint8Array): unknown {
	return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}

function pathOf({ index }: Dataset, part: 'boundaries' | 'opening' | 'cases'): string {
	return `${index.manifest.id}/${index[part].file}`;
}

export function openCatalogue(fetchBytes: Fetch, signal?: AbortSignal): Promise<Catalogue> {
	const reader = (bytes: Uint8Array): Catalogue => v.parse(CatalogueSchema, jsonOf(bytes));
	return read(fetchBytes, 'index.json', reader, signal);
}

export async function openDataset(
	fetchBytes: Fetch,
	id: string,
	signal?: AbortSignal
): Promise<Dataset> {
	const reader = (bytes: Uint8Array): DatasetIndex => v.parse(DatasetIndexSchema, jsonOf(bytes));
	return datasetOf(await read(fetchBytes, `${id}/index.json`, reader, signal));
}

export function openBoundaries(
	fetchBytes: Fetch,
	dataset: Dataset,
	signal?: AbortSignal
): Promise<Topology> {
	const reader = (bytes: Uint8Array): Topology => jsonOf(bytes) as Topology;
	return read(fetchBytes, pathOf(dataset, 'boundaries'), reader, signal);
}

export function openOpeningCube(
	fetchBytes: Fetch,
	dataset: Dataset,
	signal?: AbortSignal
): Promise<Cube> {
	return read(fetchBytes, pathOf(dataset, 'opening'), unpackCube, signal);
}

/** The case rows as Arrow, for the engine. */
export function openCases(
	fetchBytes: Fetch,
	dataset: Dataset,
	signal?: AbortSignal
): Promise<Uint8Array> {
	return read(fetchBytes, pathOf(dataset, 'cases'), (bytes) => bytes, signal);
}
