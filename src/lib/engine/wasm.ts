import {
	AsyncDuckDB,
	VoidLogger,
	type AsyncDuckDBConnection,
	type AsyncPreparedStatement
} from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { Table } from 'apache-arrow';
import { abortError, AppError } from '#lib/domain/errors.ts';
import { answerOfArrow } from './arrow-answer.ts';
import type { Answer, Database } from './database.ts';
import { guardStatements } from './guard.ts';
import { ident, render, type Sql, type Value } from './sql.ts';

/** One statement at a time on one connection: DuckDB-WASM runs on a single thread anyway. */
export async function openWasmDatabase(): Promise<Database> {
	const worker = new Worker(new URL(workerUrl, location.href));
	const database = new AsyncDuckDB(new VoidLogger(), worker);
	try {
		await database.instantiate(new URL(wasmUrl, location.href).href);
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

class WasmDatabase implements Database {
	readonly #database: AsyncDuckDB;
	readonly #connection: AsyncDuckDBConnection;
	/** Statements that bind values, by the types of the values; see `#bind`. */
	readonly #binders = new Map<string, AsyncPreparedStatement>();
	#last: Promise<unknown> = Promise.resolve();

	constructor(database: AsyncDuckDB, connection: AsyncDuckDBConnection) {
		this.#database = database;
		this.#connection = connection;
	}

	query(query: Sql, signal?: AbortSignal): Promise<Answer> {
		return this.#inTurn(async () => {
			await this.#bind(query);
			const text = render(query, (i) => `(getvariable('bound')).v${String(i)}`);
			return answerOfArrow(await this.#send(text, signal));
		}, signal);
	}

	load(table: string, arrow: Uint8Array, signal?: AbortSignal): Promise<void> {
		return this.#inTurn(async () => {
			await this.#connection.query(`DROP TABLE IF EXISTS ${render(ident(table), String)}`);
			await this.#connection.insertArrowFromIPCStream(arrow, { name: table, create: true });
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
			.map((value, i) => `v${String(i)} := ?::${typeOf(value)}`)
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

	/** Waits for its turn, gives up at once when aborted, and says what the engine said. */
	async #inTurn<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		const turn = this.#last.then(async () => {
			if (signal?.aborted) throw abortError();
			return work();
		});
		this.#last = turn.catch(() => undefined);
		const aborted = new Promise<never>((_, reject) => {
			const abort = (): void => {
				reject(abortError());
			};
			if (signal?.aborted) abort();
			signal?.addEventListener('abort', abort, { once: true });
		});
		try {
			return await Promise.race([turn, aborted]);
		} catch (cause) {
			if (signal?.aborted) throw abortError();
			throw new AppError(
				'query-failed',
				cause instanceof Error ? cause.message : String(cause),
				cause
			);
		}
	}
}

/** Integers stay integers: compared as doubles, every row of a narrow column would be widened first. */
function typeOf(value: Value): 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'VARCHAR' {
	if (typeof value === 'boolean') return 'BOOLEAN';
	if (typeof value !== 'number') return 'VARCHAR';
	return (value | 0) === value ? 'INTEGER' : 'DOUBLE';
}
