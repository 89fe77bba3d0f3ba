import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql } from '#lib/engine/sql.ts';
import { emptyCaseTable, MISSING, type CaseTable } from '#lib/ingest/case-table.ts';
import { caseArrow } from './case-arrow.ts';

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

const integers = ['area', 'openedOn', 'dueOn', 'closedOn', 'people'] as const;
const inDatabase = ['area', 'opened_on', 'due_on', 'closed_on', 'people'];

const cell = (max: number): fc.Arbitrary<number> =>
	fc.option(fc.nat(max), { nil: MISSING, freq: 4 });
const float = fc.option(
	fc.double({ min: -180, max: 180, noNaN: true }).map((degrees) => Math.fround(degrees)),
	{ nil: NaN, freq: 4 }
);

/** Tables of any cases, every column with holes. */
const tables: fc.Arbitrary<CaseTable> = fc
	.array(
		fc.tuple(
			fc.tuple(cell(300), cell(40_000), cell(40_000), cell(40_000), cell(0x7fffffff)),
			fc.tuple(cell(255), cell(70_000), float, float, fc.boolean())
		),
		{ maxLength: 130 }
	)
	.map((rows) => {
		const table = emptyCaseTable(rows.length, ['type', 'channel']);
		rows.forEach(([numbers, [type, channel, lon, lat, early]], row) => {
			integers.forEach((name, i) => (table[name][row] = numbers[i] ?? MISSING));
			table.codes['type']?.fill(type, row, row + 1);
			table.codes['channel']?.fill(channel, row, row + 1);
			table.lon[row] = lon;
			table.lat[row] = lat;
			table.closedBeforeOpened[row] = Number(early);
		});
		return table;
	});

const sizes = { area: 301, type: 256, channel: 70_001 };
const orNaN = (column: ArrayLike<number>): number[] =>
	Array.from(column, (value) => (value === MISSING ? NaN : value));

/** Year × 12 + month − 1 of a day since 1970-01-01. */
function monthOfDay(day: number): number {
	if (day === MISSING) return NaN;
	const date = new Date(day * 86_400_000);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

describe('cases as Arrow', () => {
	it('come back from a real engine, every column, every hole', async () => {
		await fc.assert(
			fc.asyncProperty(tables, async (table) => {
				await database.load('cases', caseArrow(table, sizes));
				const answer = await database.query(sql`SELECT * FROM cases`);
				expect(answer.rows).toBe(table.rows);
				const read = (name: string): number[] => Array.from(answer.numbers(name));
				integers.forEach((name, i) => {
					expect(read(inDatabase[i] ?? ''), name).toEqual(orNaN(table[name]));
				});
				const days = Array.from(table.openedOn);
				expect(read('opened_month')).toEqual(days.map(monthOfDay));
				expect(read('type')).toEqual(orNaN(table.codes['type'] ?? []));
				expect(read('channel')).toEqual(orNaN(table.codes['channel'] ?? []));
				expect(read('closed_before_opened')).toEqual([...table.closedBeforeOpened]);
				if (table.lon.every(Number.isNaN)) return;
				expect(read('lon')).toEqual([...table.lon]);
				expect(read('lat')).toEqual([...table.lat]);
			}),
			{ seed: 42, numRuns: 60 }
		);
	});

	it.each([
		[1, 'UTINYINT'],
		[256, 'UTINYINT'],
		[257, 'USMALLINT'],
		[65_536, 'USMALLINT'],
		[65_537, 'UINTEGER']
	])('take as few bytes as %i codes need, and the last of them comes back', async (size, type) => {
		const table = emptyCaseTable(2, ['type']);
		table.codes['type']?.set([0, size - 1]);
		await database.load('cases', caseArrow(table, { type: size, area: size }));
		const answer = await database.query(
			sql`SELECT typeof(type) AS type, typeof(area) AS area, type::INTEGER AS code FROM cases`
		);
		expect([answer.texts('type')[0], answer.texts('area')[0]]).toEqual([type, type]);
		expect(Array.from(answer.numbers('code'))).toEqual([0, size - 1]);
	});

	it('have dates as dates', async () => {
		await database.load('cases', caseArrow(emptyCaseTable(1, []), {}));
		const answer = await database.query(
			sql`SELECT typeof(opened_on) AS a, typeof(due_on) AS b, typeof(closed_on) AS c FROM cases`
		);
		expect(['a', 'b', 'c'].map((name) => answer.texts(name)[0])).toEqual(['DATE', 'DATE', 'DATE']);
	});

	it('have no columns of points where no case has one', () => {
		const names = (table: CaseTable): string[] =>
			tableFromIPC(caseArrow(table, sizes)).schema.fields.map((field) => field.name);
		const table = emptyCaseTable(2, ['type']);
		const [area = '', opened = '', ...others] = inDatabase;
		const plain = [
			area,
			opened,
			'opened_month',
			...others,
			'took_bin',
			'people_bin',
			'closed_before_opened',
			'type'
		];
		expect(names(table)).toEqual(plain);
		table.lon[1] = 104.5;
		table.lat[1] = 30.5;
		expect(names(table)).toEqual([...plain, 'lon', 'lat']);
	});
});
