import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { isAbort } from '#lib/domain/errors.ts';
import type { Limits } from '#lib/engine/bounded.ts';
import type { Database } from '#lib/engine/database.ts';
import { ident, sql, type Sql, type Value } from '#lib/engine/sql.ts';
import { openWasmDatabase } from '#lib/engine/wasm.ts';

/** Lets a test drive the browser's engine without a page of the site around it. */
export interface EnginePage {
	/** Pieces of SQL with values between them, as the tag takes them. Numbers come back as numbers. */
	numbers(column: string, texts: string[], values: Value[]): Promise<number[]>;
	texts(column: string, texts: string[], values: Value[]): Promise<(string | null)[]>;
	/** What a query is refused with. */
	refusal(text: string): Promise<Refusal>;
	/** Runs a query that would take minutes and aborts it: how it ended, and milliseconds until then. */
	abortAfter(milliseconds: number, text: string): Promise<{ aborted: boolean; took: number }>;
	/** From now on another engine answers, with limits of its own in milliseconds. */
	open(limits: Limits): Promise<void>;
	/** What starting another engine is refused with. */
	startRefusal(): Promise<Refusal>;
	/** What loading a table of so many numbers is refused with. */
	loadRefusal(rows: number): Promise<Refusal>;
	/** Whether the engine says of itself that it is gone. */
	isLost(): Promise<boolean>;
}

export type Refusal = { name: string; code: string; message: string } | 'none';

let opened: Promise<Database> | undefined;
const database = (): Promise<Database> => (opened ??= openWasmDatabase());

async function refusalOf(work: () => Promise<unknown>): Promise<Refusal> {
	try {
		await work();
		return 'none';
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const code = 'code' in error ? String(error.code) : '';
		const message =
			error.cause instanceof Error
				? `${error.message} ${error.cause.name} ${error.cause.message}`
				: error.message;
		return { name: error.name, code, message };
	}
}

function tagged(texts: string[], values: Value[]): Sql {
	return sql(Object.assign(texts, { raw: texts }), ...values);
}

const page: EnginePage = {
	numbers: async (column, texts, values) =>
		Array.from((await (await database()).query(tagged(texts, values))).numbers(column)),
	texts: async (column, texts, values) => [
		...(await (await database()).query(tagged(texts, values))).texts(column)
	],
	refusal: (text) => refusalOf(async () => (await database()).query(tagged([text], []))),
	abortAfter: async (milliseconds, text) => {
		const engine = await database();
		await engine.query(sql`SELECT 1 AS ${ident('one')}`);
		const controller = new AbortController();
		let asked = 0;
		setTimeout(() => {
			asked = performance.now();
			controller.abort();
		}, milliseconds);
		try {
			await engine.query(tagged([text], []), controller.signal);
			return { aborted: false, took: 0 };
		} catch (error) {
			if (!isAbort(error)) throw error;
			// The engine itself must be free again, not only the promise settled.
			await engine.query(sql`SELECT 1 AS ${ident('one')}`);
			return { aborted: true, took: performance.now() - asked };
		}
	},
	open: async (limits) => {
		opened = openWasmDatabase(limits);
		await opened;
	},
	startRefusal: () => refusalOf(() => openWasmDatabase()),
	loadRefusal: (rows) =>
		refusalOf(async () => {
			const table = tableFromArrays({ n: new Float64Array(rows) });
			await (await database()).load('numbers', tableToIPC(table, 'stream'));
		}),
	isLost: async () => (await database()).lost?.aborted ?? false
};

Object.assign(globalThis, { engine: page });
