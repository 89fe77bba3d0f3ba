import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { openNativeDatabase } from './native.node.ts';
import { boundType, ident, joined, render, sql, whole, type Sql, type Value } from './sql.ts';

const fixed = { seed: 42 };

/** How two engines name the i-th value: by number, and as a field of a variable. */
const styles: Record<string, (i: number) => string> = {
	native: (i) => `$${String(i + 1)}`,
	browser: (i) => `(getvariable('bound')).v${String(i)}`
};

/** Texts that would do harm if they ever became SQL, and any others. */
const hostile = fc.oneof(
	fc.constantFrom(
		"'; DROP TABLE cases; --",
		'"',
		"''",
		'$1',
		'$2; SELECT 1',
		'?',
		"(getvariable('bound')).v0",
		'${value}',
		'/*',
		'\\',
		'\0',
		'纠纷'
	),
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: 'binary' })
);

const values: fc.Arbitrary<Value> = fc.oneof(
	hostile,
	fc.double({ noNaN: true }),
	fc.integer(),
	fc.boolean(),
	fc.constant(null)
);

/** A statement of pieces inside pieces, beside its values in the order in which they were written. */
interface Written {
	piece: Sql;
	written: readonly Value[];
}

const nested: fc.Arbitrary<Written> = fc.letrec<{ piece: Written }>((tie) => ({
	piece: fc.oneof(
		{ depthSize: 'small' },
		values.map((value) => ({ piece: sql`a ${value} b`, written: [value] })),
		fc.constant({ piece: sql`c`, written: [] }),
		fc.tuple(tie('piece'), values, tie('piece')).map(([left, value, right]) => ({
			piece: sql`(${left.piece} = ${value} OR ${right.piece})`,
			written: [...left.written, value, ...right.written]
		}))
	)
})).piece;

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

describe('the sql tag', () => {
	it('keeps the words and the values apart', () => {
		const query = sql`SELECT ${1} AS a, ${'x'} AS b, ${null} AS c, ${true} AS d`;
		expect(query.texts).toEqual(['SELECT ', ' AS a, ', ' AS b, ', ' AS c, ', ' AS d']);
		expect(query.values).toEqual([1, 'x', null, true]);
	});

	it('never lets a value into the text, whatever it holds', () => {
		fc.assert(
			fc.property(hostile, hostile, (first, second) => {
				const query = sql`SELECT ${first} WHERE ${sql`kind = ${second}`}`;
				expect(query.texts).toEqual(['SELECT ', ' WHERE kind = ', '']);
				expect(query.values).toEqual([first, second]);
				expect(render(query, styles['native'] ?? String)).toBe('SELECT $1 WHERE kind = $2');
			}),
			fixed
		);
	});

	it('keeps the order of values through any nesting, one place for each', () => {
		fc.assert(
			fc.property(nested, ({ piece, written }) => {
				expect(piece.values).toEqual(written);
				expect(piece.texts).toHaveLength(written.length + 1);
			}),
			fixed
		);
	});

	it('gives an engine back exactly the texts that were bound', async () => {
		const bindable = hostile.filter((text) => !text.includes('\0') && text.isWellFormed());
		await fc.assert(
			fc.asyncProperty(bindable, bindable, async (first, second) => {
				const answer = await database.query(
					sql`SELECT ${first} AS first, ${sql`${second} AS second`}, ${first} = ${second} AS same`
				);
				expect(answer.texts('first')).toEqual([first]);
				expect(answer.texts('second')).toEqual([second]);
				expect(answer.numbers('same')[0]).toBe(first === second ? 1 : 0);
			}),
			fixed
		);
	});
});

describe('render', () => {
	const query = sql`SELECT ${10}, ${sql`lower(${'A'})`} FROM t WHERE x = ${true}`;

	it.each([
		['native', 'SELECT $1, lower($2) FROM t WHERE x = $3'],
		[
			'browser',
			"SELECT (getvariable('bound')).v0, lower((getvariable('bound')).v1) FROM t WHERE x = (getvariable('bound')).v2"
		]
	])('counts the places in the %s style', (style, text) => {
		expect(render(query, styles[style] ?? String)).toBe(text);
	});

	it('asks for no place where there is no value', () => {
		const noPlace = (): string => {
			throw new Error('A place was asked for.');
		};
		expect(render(sql`SELECT 1`, noPlace)).toBe('SELECT 1');
	});

	it('numbers the places of any statement from first to last', () => {
		fc.assert(
			fc.property(nested, ({ piece, written }) => {
				const places: number[] = [];
				render(piece, (i) => String(places.push(i)));
				expect(places).toEqual(written.map((_, i) => i));
			}),
			fixed
		);
	});
});

describe('ident', () => {
	it.each([
		['cases', '"cases"'],
		['a"b', '"a""b"'],
		['"; DROP TABLE cases; --', '"""; DROP TABLE cases; --"'],
		['select', '"select"'],
		['with space', '"with space"'],
		['纠纷', '"纠纷"']
	])('quotes %s', (name, text) => {
		expect(ident(name)).toEqual({ texts: [text], values: [] });
	});

	it.each([[''], ['\0'], ['a\0b']])('refuses %j as a name', (name) => {
		expect(() => ident(name)).toThrow(RangeError);
	});

	it('names a column of a real engine, whatever the name', async () => {
		const names = hostile.filter(
			(name) => name !== '' && !name.includes('\0') && name.isWellFormed()
		);
		await fc.assert(
			fc.asyncProperty(names, fc.integer({ min: 0, max: 255 }), async (name, value) => {
				const answer = await database.query(sql`SELECT ${value} AS ${ident(name)}`);
				expect([...Array.from(answer.numbers(name))]).toEqual([value]);
			}),
			fixed
		);
	});
});

describe('joined', () => {
	const piece = (value: number): Sql => sql`x = ${value}`;

	it.each<[number[], string, number[]]>([
		[[], 'FALSE', []],
		[[1], 'x = $1', [1]],
		[[1, 2, 3], 'x = $1 OR x = $2 OR x = $3', [1, 2, 3]]
	])('of %j is %s', (numbers, text, bound) => {
		const all = joined(numbers.map(piece), sql` OR `, sql`FALSE`);
		expect(render(all, styles['native'] ?? String)).toBe(text);
		expect(all.values).toEqual(bound);
	});

	it('repeats the values of what stands between', () => {
		const all = joined([sql`a`, sql`b`, sql`c`], sql` + ${7} + `, sql`0`);
		expect(render(all, styles['native'] ?? String)).toBe('a + $1 + b + $2 + c');
		expect(all.values).toEqual([7, 7]);
	});
});

describe('the type that a value is bound as', () => {
	it.each<[Value, string]>([
		[0, 'INTEGER'],
		[-7, 'INTEGER'],
		[2_147_483_647, 'INTEGER'],
		[-2_147_483_648, 'INTEGER'],
		[2_147_483_648, 'DOUBLE'],
		[0.5, 'DOUBLE'],
		[1e300, 'DOUBLE'],
		[Infinity, 'DOUBLE'],
		[true, 'BOOLEAN'],
		['7', 'VARCHAR'],
		[null, 'VARCHAR']
	])('of %j is %s, in a real engine too', async (value, type) => {
		expect(boundType(value)).toBe(type);
		const answer = await database.query(sql`SELECT typeof(${value}) AS name`);
		expect(answer.texts('name')).toEqual([value === null ? '"NULL"' : type]);
	});
});

describe('a whole number of the program', () => {
	it.each([0, -0, 1, -1, 2_147_483_647, -2_147_483_648])('%s is digits in the text', (place) => {
		const { texts, values } = whole(place);
		expect(texts).toHaveLength(1);
		expect(texts[0]).toMatch(/^\(-?\d+\)$/);
		expect(Number(texts[0]?.slice(1, -1))).toBe(place === 0 ? 0 : place);
		expect(values).toEqual([]);
	});

	it.each([NaN, Infinity, -Infinity, 0.5, 2_147_483_648, 1e21])('%s is none', (place) => {
		expect(() => whole(place)).toThrow(RangeError);
	});

	it('is none where a text came instead, whatever its type says', () => {
		const forged = JSON.parse('"1) OR (1 = 1"') as number;
		expect(() => whole(forged)).toThrow(RangeError);
		expect(() => whole(JSON.parse('"1"') as number)).toThrow(RangeError);
	});
});
