import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Catalogue, Dataset } from '#lib/domain/dataset-index.ts';
import { AppError, abortError, isAbort } from '#lib/domain/errors.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql } from '#lib/engine/sql.ts';
import { isGzip } from '#lib/ingest/bytes.ts';
import { casesByAreaAndMonth } from '#lib/questions/cases-by-area-and-month.ts';
import type { BuiltDataset } from './build.ts';
import {
	fetchFrom,
	openBoundaries,
	openCases,
	openCatalogue,
	openDataset,
	openOpeningCube,
	type Fetch
} from './open.ts';
import { fetchOf, smallBuilt } from './small-source.ts';

const missing = new AppError('data-missing', 'There is no such path.');

let database: Database;
let built: BuiltDataset;
beforeAll(async () => {
	database = await openNativeDatabase();
	built = await smallBuilt(database);
});
afterAll(() => database.close());

/** The built dataset at its place on a server, with some of its files changed. */
function server(
	changed: Record<string, Uint8Array<ArrayBuffer>> = {},
	serve: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) => bytes
): Fetch {
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const [name, bytes] of built.files) files.set(`small/${name}`, serve(bytes));
	for (const [path, bytes] of Object.entries(changed)) files.set(path, bytes);
	return fetchOf(files, missing);
}

/** Some servers unpack what ends in .gz before they send it. */
const unpackedByServer = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
	isGzip(bytes) ? new Uint8Array(gunzipSync(bytes)) : bytes;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe.each([
	['packed', server],
	['already unpacked', () => server({}, unpackedByServer)]
])('a built dataset, served %s', (_, fetcher) => {
	it('is opened as it was built', async () => {
		const fetchBytes = fetcher();
		const dataset = await openDataset(fetchBytes, 'small');
		expect(dataset.index).toEqual(built.index);
		expect(dataset.months).toEqual({ first: 2020 * 12, count: 12 });

		const cube = await openOpeningCube(fetchBytes, dataset);
		expect(cube).toEqual(await casesByAreaAndMonth(database, dataset, []));

		const topology = await openBoundaries(fetchBytes, dataset);
		expect(Object.keys(topology.objects)).toEqual(['village', 'county', 'city']);

		const other = await openNativeDatabase();
		await other.load('cases', await openCases(fetchBytes, dataset));
		const answer = await other.query(sql`SELECT count(*) AS n FROM cases`);
		expect(answer.numbers('n')[0]).toBe(2);
		await other.close();
	});
});

describe('the catalogue', () => {
	it('is read as it was written', async () => {
		const catalogue: Catalogue = {
			format: 1,
			datasets: [{ id: 'small', title: { zh: '小城', en: 'Small' }, synthetic: true, version: '1' }]
		};
		const fetchBytes = server({ 'index.json': bytesOf(JSON.stringify(catalogue)) });
		expect(await openCatalogue(fetchBytes)).toEqual(catalogue);
	});

	it.each([
		['no JSON', '<!doctype html>'],
		['nothing', ''],
		['JSON of something else', '[]'],
		['an entry without a version', '{"format":1,"datasets":[{"id":"small"}]}']
	])('that is %s is AppError', async (_, text) => {
		const opening = openCatalogue(server({ 'index.json': bytesOf(text) }));
		await expect(opening).rejects.toMatchObject({ name: 'AppError', code: 'data-damaged' });
	});
});

describe('a damaged dataset', () => {
	const dataset = (): Promise<Dataset> => openDataset(server(), 'small');
	const path = (part: 'cases' | 'opening' | 'boundaries'): string =>
		`small/${built.index[part].file}`;
	const cut = (part: 'cases' | 'opening' | 'boundaries'): Uint8Array<ArrayBuffer> =>
		built.files.get(built.index[part].file)?.slice(0, -9) ?? new Uint8Array();

	it.each([
		['is no JSON', '<!doctype html>'],
		['is a list', '[1]'],
		['has no areas', JSON.stringify({ format: 1 })]
	])('whose index %s is AppError', async (_, text) => {
		const opening = openDataset(server({ 'small/index.json': bytesOf(text) }), 'small');
		await expect(opening).rejects.toMatchObject({ name: 'AppError', code: 'data-damaged' });
	});

	it.each(['index.json', 'small/index.json'])(
		'of another version of the program is told from one that is damaged: %s',
		async (path) => {
			const fetchBytes = server({ [path]: bytesOf('{"format":2}') });
			const opening =
				path === 'index.json' ? openCatalogue(fetchBytes) : openDataset(fetchBytes, 'small');
			await expect(opening).rejects.toMatchObject({ code: 'data-format', file: path });
		}
	);

	it('whose period ends before it begins is AppError', async () => {
		const { manifest, ...rest } = built.index;
		const index = {
			...rest,
			manifest: { ...manifest, period: { from: '2020-02-01', to: '2020-01-01' } }
		};
		const fetchBytes = server({ 'small/index.json': bytesOf(JSON.stringify(index)) });
		const opening = openDataset(fetchBytes, 'small');
		await expect(opening).rejects.toMatchObject({ code: 'data-damaged', file: 'small/index.json' });
	});

	it('whose opening cube is cut off, short or no cube is AppError', async () => {
		const sound = await dataset();
		const cube = unpackedByServer(built.files.get(built.index.opening.file) ?? new Uint8Array());
		for (const bytes of [
			cut('opening'),
			cube.slice(0, -4),
			cube.slice(0, 3),
			bytesOf('{"a": 1}')
		]) {
			const opening = openOpeningCube(server({ [path('opening')]: bytes }), sound);
			await expect(opening).rejects.toMatchObject({ name: 'AppError', code: 'data-damaged' });
		}
	});

	it('whose boundaries are cut off or no JSON is AppError', async () => {
		const sound = await dataset();
		const lacking = '{"type":"Topology","objects":{"village":{}},"arcs":[]}';
		const others = ['<!doctype html>', '{}', 'null', lacking].map(bytesOf);
		for (const bytes of [cut('boundaries'), ...others]) {
			const opening = openBoundaries(server({ [path('boundaries')]: bytes }), sound);
			await expect(opening).rejects.toMatchObject({ name: 'AppError', code: 'data-damaged' });
		}
	});

	it('whose cases are cut off is AppError', async () => {
		const opening = openCases(server({ [path('cases')]: cut('cases') }), await dataset());
		await expect(opening).rejects.toMatchObject({ code: 'data-damaged', file: path('cases') });
	});
});

describe('fetching', () => {
	afterEach(() => {
		vi.unstubAllGlobals();
	});

	const answer = (response: () => Promise<Response>): Promise<unknown> => {
		vi.stubGlobal('fetch', response);
		return fetchFrom('/base')('small/index.json');
	};

	it.each<[string, () => Promise<Response>, string]>([
		[
			'a path that is not there',
			() => Promise.resolve(new Response('', { status: 404 })),
			'data-missing'
		],
		[
			'a server in trouble',
			() => Promise.resolve(new Response('', { status: 503 })),
			'data-unreachable'
		],
		['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'data-unreachable']
	])('names the file and what happened: %s', async (_, response, code) => {
		const file = 'small/index.json';
		await expect(answer(response)).rejects.toMatchObject({ name: 'AppError', code, file });
	});

	it('that is cancelled stays cancelled', async () => {
		await expect(answer(() => Promise.reject(abortError()))).rejects.toSatisfy(isAbort);
	});
});

describe('what the server says', () => {
	it('comes through as it is where a path is missing', async () => {
		await expect(openDataset(server(), 'other')).rejects.toBe(missing);
		await expect(openCatalogue(server())).rejects.toBe(missing);
	});

	it('is not asked for further once the work is cancelled', async () => {
		const fetchBytes: Fetch = (_, signal) =>
			signal?.aborted ? Promise.reject(abortError()) : Promise.resolve(bytesOf('{}'));
		const opening = openDataset(fetchBytes, 'small', AbortSignal.abort());
		await expect(opening).rejects.toSatisfy(isAbort);
	});
});
