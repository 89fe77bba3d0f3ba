import * as v from 'valibot';
import type { Topology } from 'topojson-specification';
import type { Cube } from '#lib/cube/cube.ts';
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

async function fetchJson(fetchBytes: Fetch, path: string, signal?: AbortSignal): Promise<unknown> {
	const bytes = await fetchBytes(path, signal);
	try {
		return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
	} catch (cause) {
		throw new AppError('data-damaged', `${path} is not JSON.`, cause);
	}
}

export async function openCatalogue(fetchBytes: Fetch, signal?: AbortSignal): Promise<Catalogue> {
	return v.parse(CatalogueSchema, await fetchJson(fetchBytes, 'index.json', signal));
}

export async function openDataset(
	fetchBytes: Fetch,
	id: string,
	signal?: AbortSignal
): Promise<Dataset> {
	const json = await fetchJson(fetchBytes, `${id}/index.json`, signal);
	return datasetOf(v.parse(DatasetIndexSchema, json));
}

export async function openBoundaries(
	fetchBytes: Fetch,
	{ index }: Dataset,
	signal?: AbortSignal
): Promise<Topology> {
	const path = `${index.manifest.id}/${index.boundaries.file}`;
	const bytes = await unpacked(await fetchBytes(path, signal));
	return JSON.parse(new TextDecoder().decode(bytes)) as Topology;
}

export async function openOpeningCube(
	fetchBytes: Fetch,
	{ index }: Dataset,
	signal?: AbortSignal
): Promise<Cube> {
	return unpackCube(
		await unpacked(await fetchBytes(`${index.manifest.id}/${index.opening.file}`, signal))
	);
}

/** The case rows as Arrow, for the engine. */
export async function openCases(
	fetchBytes: Fetch,
	{ index }: Dataset,
	signal?: AbortSignal
): Promise<Uint8Array> {
	return unpacked(await fetchBytes(`${index.manifest.id}/${index.cases.file}`, signal));
}
