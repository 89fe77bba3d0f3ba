import {
	AsyncDuckDB,
	VoidLogger,
	type AsyncDuckDBConnection,
	type AsyncPreparedStatement
} from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { Table } from 'apache-arrow';
import { abortError, AppError } from '#lib/domain/errors.ts';
import { answerOfArrow } from './arrow-answer.ts';
import type { Answer, Database } from './database.ts';
import { guardStatements } from './guard.ts';
import { boundType, ident, render, type Sql } from './sql.ts';
import { makeTurns } from './turns.ts';

/** One statement at a time on one connection: DuckDB-WASM runs on a single thread anyway. */
export async function openWasmDatabase(): Promise<Database> {
	const worker = new Worker(new URL('./wasm-worker.ts', import.meta.url), { type: 'module' });
	try {
		const failed = failureOf(worker);
		await Promise.race([firstMessageOf(worker), failed]);
		const database = new AsyncDuckDB(new VoidLogger(), worker);
		const mainModule = new URL(wasmUrl, location.href).href;
		await Promise.race([database.instantiate(mainModule), failed]);
		const connection = await database.connect();
		for (const statement of guardStatements(new URL('extensions', location.href).href)) {
			await connection.query(statement);
		}
		return new WasmDatabase(database, connection);
	} catch (cause) {
		worker.terminate();
		throw new AppError('engine-start', 'The database engine did not start.', cause);
	}
}

function firstMessageOf(worker: Worker): Promise<unknown> {
	return new Promise((resolve) => {
		worker.addEventListener('message', resolve, { once: true });
	});
}

function failureOf(worker: Worker): Promise<never> {
	return new Promise((_, reject) => {
		worker.addEventListener('error', ({ message }) => {
			reject(new Error(message));
		});
	});
}

class WasmDatabase implements Database {
	readonly #database: AsyncDuckDB;
	readonly #connection: AsyncDuckDBConnection;
	/** Statements that bind values, by the types of the values; see `#bind`. */
	readonly #binders = new Map<string, AsyncPreparedStatement>();
	readonly #inTurn = makeTurns();

	constructor(database: AsyncDuckDB, connection: AsyncDuckDBConnection) {
		this.#database = database;
		this.#connection = connection;
	}

	query(query: Sql, signal?: AbortSignal): Promise<Answer> {
		return this.#inTurn(async () => {
			try {
				return await this.#answer(query, signal);
			} catch (cause) {
				if (signal?.aborted) throw abortError();
				const message = cause instanceof Error ? cause.message : String(cause);
				throw new AppError('query-failed', message, cause);
			}
		}, signal);
	}

	async #answer(query: Sql, signal?: AbortSignal): Promise<Answer> {
		await this.#bind(query);
		if (signal?.aborted) throw abortError();
		const text = render(query, (i) => `(getvariable('bound')).v${String(i)}`);
		return answerOfArrow(await this.#send(text, signal));
	}

	load(table: string, arrow: Uint8Array, signal?: AbortSignal): Promise<void> {
		return this.#inTurn(async () => {
			try {
				await this.#connection.query(`DROP TABLE IF EXISTS ${render(ident(table), String)}`);
				await this.#connection.insertArrowFromIPCStream(arrow, { name: table, create: true });
			} catch (cause) {
				throw new AppError('load-failed', `The table "${table}" cannot be loaded.`, cause);
			}
		}, signal);
	}

	async close(): Promise<void> {
		await this.#database.terminate();
	}

	/**
	 * Only statements sent as text can be cancelled in this engine; prepared ones cannot. So the values
	 * are bound, by a prepared statement, to a variable, and the text that is sent refers to it:
	 * values stay values, and a runaway query can still be stopped.
	 */
	async #bind(query: Sql): Promise<void> {
		if (query.values.length === 0) return;
		const fields = query.values
			.map((value, i) => `v${String(i)} := ?::${boundType(value)}`)
			.join(', ');
		let binder = this.#binders.get(fields);
		if (!binder) {
			binder = await this.#connection.prepare(`SET VARIABLE bound = struct_pack(${fields})`);
			this.#binders.set(fields, binder);
		}
		await binder.query(...query.values);
	}

	async #send(text: string, signal?: AbortSignal): Promise<Table> {
		const stop = (): void => {
			void this.#connection.cancelSent();
		};
		signal?.addEventListener('abort', stop);
		try {
			const reader = await this.#connection.send(text, true);
			const batches = [];
			for await (const batch of reader) batches.push(batch);
			return new Table(reader.schema, batches);
		} finally {
			signal?.removeEventListener('abort', stop);
		}
	}
}
