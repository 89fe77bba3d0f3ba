import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackCube } from '#lib/cube/pack.ts';
import { datasetOf, DatasetIndexSchema } from '#lib/domain/dataset-index.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql } from '#lib/engine/sql.ts';
import { isGzip } from '#lib/ingest/bytes.ts';
import { inOrder } from '#lib/ingest/case-table.ts';
import {
	caseColumns,
	caseRow,
	casesCsv,
	csvOf,
	smallManifest,
	type CaseRow
} from '#lib/ingest/small-folder.ts';
import { casesByAreaAndMonth } from '#lib/questions/cases-by-area-and-month.ts';
import { buildDataset, type BuiltDataset } from './build.ts';
import { contentHash } from './hash.ts';
import { manyCases as many, manyRows, smallBuilt, smallSource } from './small-source.ts';

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

const contentOf = (bytes: Uint8Array): Uint8Array => (isGzip(bytes) ? gunzipSync(bytes) : bytes);

async function built(changed: Record<string, string> = many): Promise<BuiltDataset> {
	return smallBuilt(database, changed);
}

describe('the files of a built dataset', () => {
	it('are cases, boundaries, opening cubes and, last, the index', async () => {
		const names = [...(await built()).files.keys()];
		expect(names.map((name) => name.replace(/\.[0-9a-f]{12}\./, '.HASH.'))).toEqual([
			'cases.HASH.arrow.gz',
			'boundaries.HASH.topo.json.gz',
			'opening.HASH.cube.gz',
			'explore.HASH.cubes.gz',
			'index.json'
		]);
	});

	it('are packed, and named by the hash of what is in them', async () => {
		for (const [name, bytes] of (await built()).files) {
			if (name === 'index.json') continue;
			expect(isGzip(bytes)).toBe(true);
			expect(name.split('.')[1]).toBe(contentHash(contentOf(bytes)));
		}
	});

	it('are named in the index with their sizes', async () => {
		const { index, files } = await built();
		for (const { file, bytes } of [index.cases, index.boundaries, index.opening]) {
			expect(files.get(file)?.length).toBe(bytes);
		}
		expect(index.cases.rows).toBe(400);
	});

	it('are the same bytes twice, from the same source and from one read again', async () => {
		const source = await smallSource(many);
		const [first, second] = [
			await buildDataset(source, database),
			await buildDataset(source, database)
		];
		expect(second.files).toEqual(first.files);
		const other = await openNativeDatabase();
		expect((await smallBuilt(other, many)).files).toEqual(first.files);
		await other.close();
	});

	it('are made of a dataset without any case too', async () => {
		const source = await smallSource(many);
		const none = { ...source, table: inOrder(source.table, new Int32Array(0)) };
		const { index, files } = await buildDataset(none, database);
		const cube = unpackCube(contentOf(files.get(index.opening.file) ?? new Uint8Array()));
		expect(index.cases.rows).toBe(0);
		expect(cube.tallies['handled']?.every((count) => count === 0)).toBe(true);
	});
});

describe('the index of a built dataset', () => {
	it('comes back from its file through its schema', async () => {
		const { index, files } = await built();
		const text = new TextDecoder().decode(files.get('index.json'));
		const parsed = v.parse(DatasetIndexSchema, JSON.parse(text));
		expect(parsed).toEqual(index);
	});

	it('holds manifest, areas, lists and account as they were read', async () => {
		const source = await smallSource(many);
		const { index } = await buildDataset(source, database);
		const { areas, codes } = datasetOf(index);
		expect(index.manifest).toEqual(source.manifest);
		expect(index.account).toEqual(source.account);
		expect(areas).toMatchObject({ ...source.areas });
		for (const [name, { tree }] of Object.entries(source.lists)) expect(codes[name]).toEqual(tree);
	});

	it('says null where the population is not known', async () => {
		const { index } = await built();
		expect(index.areas.population).toEqual([7000, 3000, 1000, 2000, 4000, 4000, null]);
	});

	it('has a point inside each area', async () => {
		const { areas } = (await built()).index;
		const spans: Record<string, [number, number]> = {
			'0000': [100, 104],
			'0100': [100, 102],
			'0101': [100, 101],
			'0102': [101, 102],
			'0200': [102, 104],
			'0201': [102, 103],
			'0202': [103, 104]
		};
		areas.codes.forEach((code, i) => {
			const [west, east] = spans[code] ?? [NaN, NaN];
			expect(areas.lon[i]).toBeGreaterThan(west);
			expect(areas.lon[i]).toBeLessThan(east);
			expect(areas.lat[i]).toBeGreaterThan(30);
			expect(areas.lat[i]).toBeLessThan(31);
		});
	});
});

describe('the opening cube', () => {
	it('is what the same question answers later, from the same engine and from the shipped cases', async () => {
		const { index, files } = await built();
		const cube = unpackCube(contentOf(files.get(index.opening.file) ?? new Uint8Array()));
		expect(await casesByAreaAndMonth(database, datasetOf(index), [])).toEqual(cube);
		const other = await openNativeDatabase();
		await other.load('cases', contentOf(files.get(index.cases.file) ?? new Uint8Array()));
		expect(await casesByAreaAndMonth(other, datasetOf(index), [])).toEqual(cube);
		await other.close();
		expect(cube.tallies['handled']?.reduce((sum, count) => sum + count, 0)).toBe(400);
	});
});

describe('the version', () => {
	const versionWith = async (change: Partial<CaseRow>): Promise<string> => {
		const rows = manyRows.map((row, i) => (i === 137 ? { ...row, ...change } : row));
		return (await built({ 'cases.csv': casesCsv(rows) })).index.version;
	};

	it.each<[string, Partial<CaseRow>]>([
		['its area', { Village: '0202' }],
		['its day of opening', { Opened: '06/18/2020 10:00:00 AM' }],
		['its day of closing', { Closed: '12/30/2020 10:00:00 AM' }],
		['its day due', { Due: '2020-12-24' }],
		['its people', { People: '3' }],
		['its type', { Group: 'Land', Kind: 'Border' }],
		['its channel', { Way: '' }],
		['its outcome', { State: 'done', Ending: 'broken off' }],
		['its point', { X: '103.125' }],
		['its fate: it is rejected', { People: 'two' }]
	])('changes when one case changes %s', async (_, change) => {
		expect(await versionWith(change)).not.toBe((await built()).index.version);
	});

	it.each<[string, Partial<CaseRow>]>([
		['the name of a person', { Applicant: 'Another Nobody' }],
		['a telephone number', { Phone: '1' }]
	])('does not change with %s, which is never read', async (_, change) => {
		expect(await versionWith(change)).toBe((await built()).index.version);
	});

	it('changes with the manifest and with the boundaries', async () => {
		const manifest = smallManifest();
		manifest.caveats = [{ zh: '注意', en: 'Careful' }];
		const moved = JSON.stringify({
			type: 'Topology',
			objects: { city: { type: 'Polygon', arcs: [[0]], properties: { CODE: '0000' } } },
			arcs: [
				[
					[100, 30],
					[104, 30],
					[104, 31],
					[102, 31.1],
					[100, 31],
					[100, 30]
				]
			]
		});
		const versions = [
			await built(),
			await built({ ...many, 'dataset.json': JSON.stringify(manifest) }),
			await built({ ...many, 'city.topo.json': moved })
		].map(({ index }) => index.version);
		expect(new Set(versions).size).toBe(3);
	});
});

describe('what must never be kept', () => {
	const secrets = { Applicant: 'Zhang-Secret 张三', Phone: '13900001111' };
	const faults: Partial<CaseRow>[] = [
		{},
		{ Case_No: '' },
		{ Opened: 'x' },
		{ Kind: 'x' },
		{ People: 'x' },
		{ Opened: '01/01/2031 12:00:00 AM' }
	];
	const rows = faults.map((fault, i) => caseRow({ Case_No: String(i), ...secrets, ...fault }));

	it('is nowhere in the built files, nor in a rejection', async () => {
		const short = caseColumns.slice(0, -1).map((name) => rows[0]?.[name] ?? '');
		const files = { 'cases.csv': `${casesCsv(rows)}${csvOf([short])}` };
		const source = await smallSource(files);
		const { files: out } = await buildDataset(source, database);
		const all = [...out.values()].map((bytes) => Buffer.from(contentOf(bytes)));
		all.push(Buffer.from(JSON.stringify(source.account)));
		for (const bytes of all) {
			for (const secret of ['Secret', '张三', secrets.Phone, 'Surveyor', 'Nobody']) {
				expect(bytes.includes(secret)).toBe(false);
				expect(bytes.includes(Buffer.from(secret, 'utf16le'))).toBe(false);
			}
		}
		expect(all.some((bytes) => bytes.includes('opened_on'))).toBe(true);
	});

	it('is a point, where the manifest keeps none', async () => {
		const manifest = smallManifest();
		manifest.points.keep = 'none';
		await built({ ...many, 'dataset.json': JSON.stringify(manifest) });
		await expect(database.query(sql`SELECT lon FROM cases`)).rejects.toMatchObject({
			code: 'query-failed'
		});
		await built();
		const kept = await database.query(sql`SELECT count(lon) AS n FROM cases`);
		expect(kept.numbers('n')[0]).toBe(360);
	});
});
