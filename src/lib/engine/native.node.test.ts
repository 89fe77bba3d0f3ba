import {
	Bool,
	DateDay,
	Float32,
	Float64,
	Int16,
	Int32,
	Int8,
	Table,
	tableToIPC,
	Uint16,
	Uint32,
	Uint8,
	Utf8,
	vectorFromArray,
	type DataType,
	type Vector
} from 'apache-arrow';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError, isAbort } from '#lib/domain/errors.ts';
import type { Answer, Database } from './database.ts';
import { openNativeDatabase } from './native.node.ts';
import { sql, type Sql } from './sql.ts';

const fixed = { seed: 42 };
const day = 86_400_000;

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

/** A statement as a reader of the SQL console might type it: only tests may make one of plain text. */
function typed(text: string): Sql {
	return { texts: [text], values: [] };
}

async function livesOn(): Promise<void> {
	const answer = await database.query(sql`SELECT ${41} + 1 AS answer`);
	expect(Array.from(answer.numbers('answer'))).toEqual([42]);
}

/** Longer than any test: hundreds of billions of rows. */
const endless = sql`SELECT count(*) AS n FROM range(${1e11}::BIGINT) WHERE range % 7 = ${3}`;

describe('the guard of the native engine', () => {
	it.each([
		["SELECT * FROM read_csv('package.json')", 'Permission Error'],
		["SELECT * FROM read_text('package.json')", 'Permission Error'],
		["SELECT * FROM 'data/demo-city/areas.csv'", 'Permission Error'],
		["SELECT * FROM glob('*')", 'Permission Error'],
		["SELECT * FROM 'https://example.org/x.parquet'", 'Permission Error'],
		["ATTACH 'some.db'", 'Permission Error'],
		["COPY (SELECT 1) TO 'out.csv'", 'Permission Error'],
		["EXPORT DATABASE 'out'", 'Permission Error'],
		['INSTALL httpfs', 'Permission Error'],
		['FORCE INSTALL spatial', 'Permission Error'],
		['LOAD httpfs', 'Permission Error'],
		['SET threads = 1', 'the configuration has been locked'],
		['SET enable_external_access = true', 'the configuration has been locked'],
		["SET custom_extension_repository = 'http://example.org'", 'the configuration has been locked'],
		['RESET lock_configuration', 'the configuration has been locked'],
		['PRAGMA threads = 1', 'the configuration has been locked']
	])('refuses %s', async (text, reason) => {
		await expect(database.query(typed(text))).rejects.toMatchObject({
			code: 'query-failed',
			message: expect.stringContaining(reason) as unknown
		});
		await livesOn();
	});

	it.each([
		['SELECT ST_Point(1, 2)', 'spatial'],
		["SELECT * FROM read_xlsx('x.xlsx')", 'excel'],
		['SELECT h3_latlng_to_cell(1, 2, 3)', 'does not exist']
	])('gives a clean error for a function of an absent extension: %s', async (text, reason) => {
		await expect(database.query(typed(text))).rejects.toMatchObject({
			code: 'query-failed',
			message: expect.stringContaining(reason) as unknown
		});
		await livesOn();
	});
});

describe('an answer of the native engine', () => {
	it.each<[string, number]>([
		['7::TINYINT', 7],
		['255::UTINYINT', 255],
		['-3::INTEGER', -3],
		['10000000000::BIGINT', 10_000_000_000],
		['sum(n) FROM range(5) AS t(n)', 10],
		['0.25::DOUBLE', 0.25],
		['0.5::FLOAT', 0.5],
		['1.5', 1.5],
		['TRUE', 1],
		['FALSE', 0],
		["DATE '1970-01-03'", 2],
		["DATE '1969-12-31'", -1],
		["DATE '2018-08-31'", 17_774],
		['NULL', NaN],
		['NULL::DATE', NaN],
		['NULL::INTEGER', NaN],
		['NULL::BOOLEAN', NaN]
	])('reads %s as a number', async (expression, expected) => {
		const [value, from = ''] = expression.split(' FROM ');
		const answer = await database.query(
			typed(`SELECT ${value ?? ''} AS x${from === '' ? '' : ` FROM ${from}`}`)
		);
		expect(answer.rows).toBe(1);
		expect(Array.from(answer.numbers('x'))).toEqual([expected]);
	});

	it('reads texts as texts, NULL as null', async () => {
		const answer = await database.query(
			sql`SELECT * FROM (VALUES (${'纠纷'}), (''), (NULL)) AS t(word)`
		);
		expect(answer.texts('word')).toEqual(['纠纷', '', null]);
	});

	it('has the columns of an answer without rows', async () => {
		const answer = await database.query(sql`SELECT 1 AS n, 'a' AS word WHERE FALSE`);
		expect(answer.rows).toBe(0);
		expect(Array.from(answer.numbers('n'))).toEqual([]);
		expect(answer.texts('word')).toEqual([]);
	});

	it('throws AppError for a column that is not there, or of the other kind', async () => {
		const answer = await database.query(sql`SELECT 1 AS n, 'a' AS word`);
		expect(() => answer.numbers('m')).toThrow(AppError);
		expect(() => answer.numbers('word')).toThrow(AppError);
		expect(() => answer.texts('n')).toThrow(AppError);
	});

	it('gives numbers and booleans back as they were bound', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.double({ noNaN: true }).filter((number) => !Object.is(number, -0)),
				fc.integer(),
				fc.boolean(),
				async (a, b, flag) => {
					const answer = await database.query(
						sql`SELECT ${a} AS a, ${b} AS b, ${flag} AS flag, ${null}::INTEGER AS nothing`
					);
					const [x, y, z, nothing] = ['a', 'b', 'flag', 'nothing'].map(
						(name) => answer.numbers(name)[0]
					);
					expect([x, y, z, nothing]).toEqual([a, b, Number(flag), NaN]);
				}
			),
			fixed
		);
	});

	it.each([
		['a mistake of grammar', 'SELEKT 1', 'Parser Error'],
		['a table that is not there', 'SELECT * FROM nowhere', 'Catalog Error'],
		['a column that is not there', 'SELECT x', 'Binder Error'],
		['a cast that cannot be', "SELECT 'a'::INTEGER", 'Conversion Error'],
		['nothing at all', '', '']
	])('is AppError with the cause of the engine for %s', async (_, text, reason) => {
		const error: unknown = await database.query(typed(text)).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(AppError);
		expect(error).toMatchObject({ code: 'query-failed' });
		expect((error as AppError).cause).toBeInstanceOf(Error);
		expect((error as AppError).message).toContain(reason);
		await livesOn();
	});
});

describe('cancelling a query', () => {
	it('that has not begun rejects with AbortError', async () => {
		await expect(database.query(endless, AbortSignal.abort())).rejects.toSatisfy(isAbort);
		await livesOn();
	});

	it('in the tick in which it was asked stops it too', async () => {
		const control = new AbortController();
		const asked = database.query(endless, control.signal);
		control.abort();
		await expect(asked).rejects.toSatisfy(isAbort);
		await livesOn();
	}, 10_000);

	it.each([5, 100])(
		'after %i ms rejects within half a second, and frees the engine',
		async (ms) => {
			const control = new AbortController();
			const asked = database.query(endless, control.signal);
			let aborted = 0;
			setTimeout(() => {
				aborted = performance.now();
				control.abort();
			}, ms);
			await expect(asked).rejects.toSatisfy(isAbort);
			expect(performance.now() - aborted).toBeLessThan(500);
			await livesOn();
			expect(performance.now() - aborted).toBeLessThan(3_000);
		},
		5_000
	);

	it('leaves one that was asked at the same time alone', async () => {
		const control = new AbortController();
		const other = database.query(sql`SELECT count(*) AS n FROM range(${5e7}::BIGINT)`);
		const stopped = database.query(endless, control.signal);
		control.abort();
		await expect(stopped).rejects.toSatisfy(isAbort);
		expect((await other).numbers('n')[0]).toBe(5e7);
	}, 10_000);

	it('that is done changes nothing', async () => {
		const control = new AbortController();
		const answer = await database.query(sql`SELECT 1 AS n`, control.signal);
		control.abort();
		expect(answer.numbers('n')[0]).toBe(1);
		await livesOn();
	});
});

/** A table of Arrow columns as an IPC stream. */
function arrowOf(columns: Record<string, [readonly unknown[], DataType]>): Uint8Array {
	const vectors: Record<string, Vector> = {};
	for (const [name, [values, type]] of Object.entries(columns)) {
		vectors[name] = vectorFromArray(values, type);
	}
	return tableToIPC(new Table(vectors), 'stream');
}

async function all(table: 'made' | 'empty'): Promise<Answer> {
	return database.query(
		table === 'made' ? sql`SELECT * FROM made` : sql`SELECT count(*) AS n FROM empty`
	);
}

async function tableExists(name: string): Promise<boolean> {
	const found = await database.query(
		sql`SELECT count(*) AS n FROM information_schema.tables WHERE table_name = ${name}`
	);
	return found.numbers('n')[0] === 1;
}

describe('loading Arrow', () => {
	it.each<[string, DataType, readonly unknown[], number[], string]>([
		['Uint8', new Uint8(), [0, 255, null], [0, 255, NaN], 'UTINYINT'],
		['Uint16', new Uint16(), [65_535, null, 1], [65_535, NaN, 1], 'USMALLINT'],
		['Uint32', new Uint32(), [4_294_967_295, 0, null], [4_294_967_295, 0, NaN], 'UINTEGER'],
		['Int8', new Int8(), [-128, 127, null], [-128, 127, NaN], 'TINYINT'],
		['Int16', new Int16(), [-32_768, null, 7], [-32_768, NaN, 7], 'SMALLINT'],
		['Int32', new Int32(), [null, -2_147_483_648, 5], [NaN, -2_147_483_648, 5], 'INTEGER'],
		['Float32', new Float32(), [0.5, null, -71.0625], [0.5, NaN, -71.0625], 'FLOAT'],
		['Float64', new Float64(), [0.1, null, 1e300], [0.1, NaN, 1e300], 'DOUBLE'],
		[
			'DateDay',
			new DateDay(),
			[new Date(0), new Date(17_775 * day), null],
			[0, 17_775, NaN],
			'DATE'
		],
		['DateDay before 1970', new DateDay(), [new Date(-day), null, null], [-1, NaN, NaN], 'DATE']
	])('keeps %s, its values, its NULLs and its type', async (_, type, values, expected, inDuck) => {
		await database.load('made', arrowOf({ x: [values, type] }));
		expect(Array.from((await all('made')).numbers('x'))).toEqual(expected);
		const types = await database.query(sql`SELECT DISTINCT typeof(x) AS name FROM made`);
		expect(types.texts('name')).toEqual([inDuck]);
	});

	it('keeps texts, empty ones and NULL apart', async () => {
		await database.load('made', arrowOf({ x: [['纠纷', '', null], new Utf8()] }));
		expect((await all('made')).texts('x')).toEqual(['纠纷', '', null]);
	});

	it('keeps every row in its place over many chunks', async () => {
		const rows = 3 * 2048 + 17;
		const values = Array.from({ length: rows }, (_, i) => (i % 97 === 0 ? null : i));
		await database.load('made', arrowOf({ x: [values, new Uint16()] }));
		const expected = values.map((value) => value ?? NaN);
		expect(Array.from((await all('made')).numbers('x'))).toEqual(expected);
	});

	it('makes a table of no rows', async () => {
		await database.load('empty', arrowOf({ x: [[], new Int32()] }));
		expect((await all('empty')).numbers('n')[0]).toBe(0);
	});

	it('quotes whatever the table and its columns are called', async () => {
		await database.load('a "table"', arrowOf({ 'select "x"': [[3], new Uint8()] }));
		const answer = await database.query(sql`SELECT "select ""x""" AS x FROM "a ""table"""`);
		expect(answer.numbers('x')[0]).toBe(3);
	});

	it('replaces a table of the same name, with other columns too', async () => {
		await database.load('made', arrowOf({ x: [[1, 2], new Uint8()] }));
		await database.load('made', arrowOf({ y: [['b'], new Utf8()] }));
		const answer = await all('made');
		expect(answer.rows).toBe(1);
		expect(answer.texts('y')).toEqual(['b']);
		expect(() => answer.numbers('x')).toThrow(AppError);
	});

	it.each<[string, Uint8Array]>([
		['no bytes', new Uint8Array(0)],
		['bytes that are no Arrow', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9])],
		['a type that no dataset uses', arrowOf({ x: [[true], new Bool()] })]
	])('rejects with AppError for %s, and the table before it stays', async (_, bytes) => {
		await database.load('made', arrowOf({ x: [[5], new Uint8()] }));
		await expect(database.load('made', bytes)).rejects.toMatchObject({
			name: 'AppError',
			code: 'load-failed'
		});
		expect(Array.from((await all('made')).numbers('x'))).toEqual([5]);
	});

	const long = (): Uint8Array =>
		arrowOf({ x: [Array.from({ length: 200_000 }, (_, i) => i), new Uint32()] });

	it('that was given up before it began makes no table', async () => {
		await expect(database.load('given_up', long(), AbortSignal.abort())).rejects.toSatisfy(isAbort);
		expect(await tableExists('given_up')).toBe(false);
	});

	it('that is given up in the middle leaves no table', async () => {
		const control = new AbortController();
		const loading = database.load('given_up', long(), control.signal);
		setTimeout(() => {
			control.abort();
		}, 1);
		await expect(loading).rejects.toSatisfy(isAbort);
		expect(await tableExists('given_up')).toBe(false);
		await database.load('given_up', arrowOf({ x: [[1], new Uint8()] }));
		expect(await tableExists('given_up')).toBe(true);
	});
});

describe('closing', () => {
	it('refuses every later query with AppError', async () => {
		const own = await openNativeDatabase();
		expect((await own.query(sql`SELECT 1 AS n`)).rows).toBe(1);
		await own.close();
		await expect(own.query(sql`SELECT 1 AS n`)).rejects.toBeInstanceOf(AppError);
	});

	it('of one database leaves another alone', async () => {
		const own = await openNativeDatabase();
		await own.load('made_here', arrowOf({ x: [[1], new Uint8()] }));
		expect(await tableExists('made_here')).toBe(false);
		await own.close();
		await livesOn();
	});
});
