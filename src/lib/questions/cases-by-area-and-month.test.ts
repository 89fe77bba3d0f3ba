import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cube } from '#lib/cube/cube.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { isAbort } from '#lib/domain/errors.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { joined, sql } from '#lib/engine/sql.ts';
import { areaMonthDimensions, casesByAreaAndMonth } from './cases-by-area-and-month.ts';

const dataset: Dataset = smallDataset();
const areas = dataset.areas.codes.length;
const types = dataset.index.codeLists['type'] ?? { codes: [], parent: [] };

/** One case; null where the column is empty. */
interface Row {
	readonly area: number | null;
	/** As text, "2020-03-09". */
	readonly opened: string | null;
	readonly type: number | null;
	readonly outcome: number | null;
}

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

beforeEach(() => fill([]));

/** The columns as narrow as a built dataset has them. */
async function fill(rows: readonly Row[]): Promise<void> {
	await database.query(
		sql`CREATE OR REPLACE TABLE cases (area UTINYINT, opened_on DATE, type UTINYINT, outcome UTINYINT)`
	);
	if (rows.length === 0) return;
	const values = rows.map(
		({ area, opened, type, outcome }) => sql`(${area}, ${opened}::DATE, ${type}, ${outcome})`
	);
	await database.query(sql`INSERT INTO cases VALUES ${joined(values, sql`, `, sql`()`)}`);
}

/** Whether a type is one of these, or lies under one of them: upwards, parent by parent. */
function isOf(type: number | null, chosen: readonly string[]): boolean {
	for (let at = type ?? -1; at >= 0; at = types.parent[at] ?? -1) {
		if (chosen.includes(types.codes[at] ?? '')) return true;
	}
	return false;
}

/** The same counts, case by case. */
function countsOf(rows: readonly Row[], chosen: readonly string[]): Record<string, number[]> {
	const months = 16;
	const empty = (): number[] => new Array<number>(areas * months).fill(0);
	const counts = { handled: empty(), resolved: empty() };
	for (const { area, opened, type, outcome } of rows) {
		if (chosen.length > 0 && !isOf(type, chosen)) continue;
		const [year = '', month = ''] = (opened ?? '').split('-');
		// The dataset begins in March 2020.
		const cell = (area ?? 0) * months + (Number(year) - 2020) * 12 + Number(month) - 3;
		counts.handled[cell] = (counts.handled[cell] ?? 0) + 1;
		if (outcome === 0) counts.resolved[cell] = (counts.resolved[cell] ?? 0) + 1;
	}
	return counts;
}

function plain(cube: Cube): Record<string, number[]> {
	return Object.fromEntries(
		Object.entries(cube.tallies).map(([name, counts]) => [name, [...counts]])
	);
}

/** March 2020 to June 2021, the first and the last day of the months among them. */
const days = fc.integer({ min: 0, max: 15 }).chain((month) => {
	const prefix = new Date(Date.UTC(2020, 2 + month)).toISOString().slice(0, 8);
	return fc.constantFrom('01', '09', '28').map((day) => prefix + day);
});
const orNull = (max: number): fc.Arbitrary<number | null> => fc.option(fc.nat(max), { freq: 5 });

const rows: fc.Arbitrary<Row[]> = fc.array(
	fc.record({
		area: fc.nat(areas - 1),
		opened: days,
		type: orNull(types.codes.length - 1),
		outcome: orNull(1)
	}),
	{ maxLength: 60 }
);

/** Codes of either level, in any number and order, some of them unknown. */
const chosen = fc.array(fc.constantFrom(...types.codes, 'gone', "'; DROP TABLE cases; --"), {
	maxLength: 4
});

describe('cases by area and month', () => {
	it('are what counting case by case gives, for any cases and any types', async () => {
		await fc.assert(
			fc.asyncProperty(rows, chosen, async (cases, codes) => {
				await fill(cases);
				const cube = await casesByAreaAndMonth(database, dataset, codes);
				expect(cube.dimensions).toEqual(areaMonthDimensions(dataset));
				expect(plain(cube)).toEqual(countsOf(cases, codes));
			}),
			{ seed: 42, numRuns: 60 }
		);
	});

	it.each<[string, string[], number]>([
		['no type means all, those without a type too', [], 7],
		['a type of the second level', ['land_border'], 1],
		['a group and all under it', ['land'], 4],
		['a group and a type of it, once', ['land_use', 'land'], 4],
		['two types far apart', ['land_border', 'family'], 2],
		['a type whose code holds a point', ['07.1'], 1],
		['a type that is not there', ['gone'], 0]
	])('with types: %s', async (_, codes, expected) => {
		const at = { area: 2, opened: '2020-03-09', outcome: null };
		await fill([0, 0, 1, 2, 3, 4, null].map((type) => ({ ...at, type })));
		const { handled } = plain(await casesByAreaAndMonth(database, dataset, codes));
		expect(handled?.reduce((sum, count) => sum + count, 0)).toBe(expected);
	});

	it('stand in a cube of zeros where there are none', async () => {
		const cube = await casesByAreaAndMonth(database, dataset, []);
		expect(plain(cube)).toEqual(countsOf([], []));
	});

	it('are counted under the coarser area that they are known to, not below it', async () => {
		await fill([{ area: 1, opened: '2020-03-31', type: null, outcome: null }]);
		const { handled } = plain(await casesByAreaAndMonth(database, dataset, []));
		expect(handled?.findIndex((count) => count > 0)).toBe(16);
	});

	it('are counted without a list of types too', async () => {
		const untyped = { ...dataset, codes: {} };
		await fill([{ area: 1, opened: '2020-03-31', type: 0, outcome: null }]);
		const { handled } = plain(await casesByAreaAndMonth(database, untyped, ['land']));
		expect(handled?.[16]).toBe(1);
	});

	const good: Row = { area: 0, opened: '2020-03-09', type: 0, outcome: 0 };
	it.each<[string, Partial<Row>]>([
		['an area that is not there', { area: 10 }],
		['no area', { area: null }],
		['a month before the first', { opened: '2020-02-29' }],
		['a month after the last', { opened: '2021-07-01' }],
		['no day', { opened: null }]
	])('throw rather than lose one: %s', async (_, fault) => {
		await fill([good, { ...good, ...fault }]);
		await expect(casesByAreaAndMonth(database, dataset, [])).rejects.toMatchObject({
			name: 'AppError',
			code: 'cube-range'
		});
	});

	it('are given up when asked to', async () => {
		await fill([good]);
		const asked = casesByAreaAndMonth(database, dataset, [], AbortSignal.abort());
		await expect(asked).rejects.toSatisfy(isAbort);
	});
});
