import { expect, test } from '../support/engine-page.ts';
import type { EnginePage } from '../engine-page/main.ts';

declare const engine: EnginePage;

test('binds values of every kind and returns them unchanged', async ({ engine: page }) => {
	const text = `'; DROP TABLE cases; -- "quoted" ? $1 中文`;
	const texts = await page.evaluate(
		(value) => engine.texts('t', ['SELECT ', '::VARCHAR AS t'], [value]),
		text
	);
	expect(texts).toEqual([text]);
	const numbers = await page.evaluate(() =>
		engine.numbers(
			'n',
			['SELECT unnest([', '::DOUBLE, ', ', ', '::INTEGER]) AS n'],
			[0.5, -7, null]
		)
	);
	expect(numbers).toEqual([0.5, -7, NaN]);
	const days = await page.evaluate(() =>
		engine.numbers('d', ["SELECT DATE '2018-08-31' AS d"], [])
	);
	expect(days).toEqual([17774]);
});

test('keeps its columns when no row is found', async ({ engine: page }) => {
	const none = await page.evaluate(() => engine.numbers('n', ['SELECT 1 AS n WHERE FALSE'], []));
	expect(none).toEqual([]);
});

const REFUSED = [
	"SELECT * FROM read_csv('data/index.json')",
	"SELECT * FROM 'https://example.org/a.parquet'",
	"SELECT * FROM read_parquet('a.parquet')",
	'LOAD icu',
	'LOAD httpfs',
	'SET autoload_known_extensions = true',
	"COPY (SELECT 1) TO 'out.csv'",
	'SELECT nonsense FROM nowhere'
];

test('refuses whatever reaches outside, asks nobody, and goes on working', async ({
	engine: page
}) => {
	const asked: string[] = [];
	page.context().on('request', (request) => asked.push(new URL(request.url()).origin));
	for (const statement of REFUSED) {
		const refusal = await page.evaluate((text) => engine.refusal(text), statement);
		expect(refusal, statement).toMatchObject({ name: 'AppError', code: 'query-failed' });
		const after = await page.evaluate(() => engine.numbers('n', ['SELECT ', ' AS n'], [42]));
		expect(after, statement).toEqual([42]);
	}
	// INSTALL does nothing in this engine, and says nothing: what matters is that it asks nobody.
	await page.evaluate(() => engine.refusal('INSTALL httpfs'));
	const own = new URL(page.url()).origin;
	expect(asked.filter((origin) => origin !== own)).toEqual([]);
	// The engine's own worker and its wasm were seen being asked for, so others would have been too.
	expect(asked.length).toBeGreaterThan(0);
});

test('stops a runaway query within a second of being told to, and is free again', async ({
	engine: page
}) => {
	const { aborted, took } = await page.evaluate(() =>
		engine.abortAfter(
			300,
			'SELECT sum(a.range * b.range) AS s FROM range(10000000) a, range(10000) b'
		)
	);
	expect(aborted).toBe(true);
	expect(took).toBeLessThan(1000);
});
