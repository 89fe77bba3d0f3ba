import type {
	AsyncDuckDB,
	AsyncDuckDBConnection,
	AsyncPreparedStatement
} from '@duckdb/duckdb-wasm';
import { Table } from 'apache-arrow';
import { abortError } from '#lib/domain/errors.ts';
import { answerOfArrow } from './arrow-answer.ts';
import { arrowParts } from './arrow-parts.ts';
import { boundedQuery, type Limits } from './bounded.ts';
import type { Answer, Database } from './database.ts';
import { failureOf, isTrap } from './failure.ts';
import type { Life } from './life.ts';
import { boundType, ident, render, type Sql, type Value } from './sql.ts';
import { makeTurns } from './turns.ts';

/** One statement at a time on one connection: DuckDB-WASM runs on a single thread anyway. */
export class WasmDatabase implements Database {
	readonly #database: AsyncDuckDB;
	readonly #connection: AsyncDuckDBConnection;
	readonly #life: Life;
	readonly #limits: Limits;
	/** Statements that bind values, by the types of the values; see `#bind`. */
	readonly #binders = new Map<string, AsyncPreparedStatement>();
	readonly #inTurn = makeTurns();

	constructor(
		database: AsyncDuckDB,
		connection: AsyncDuckDBConnection,
		life: Life,
		limits: Limits
	) {
		this.#database = database;
		this.#connection = connection;
		this.#life = life;
		this.#limits = limits;
	}

	get lost(): AbortSignal {
		return this.#life.lost;
	}

	query(query: Sql, signal?: AbortSignal): Promise<Answer> {
		return this.#inTurn(() => {
			if (this.lost.aborted) throw this.#life.lostError();
			const work = (stop: AbortSignal): Promise<Answer> => this.#answer(query, stop);
			return boundedQuery(work, this.#life, this.#limits, signal);
		}, signal);
	}

	async #answer(query: Sql, stop: AbortSignal): Promise<Answer> {
		const { values, place } = distinct(query);
		await this.#bind(values);
		if (stop.aborted) throw abortError();
		const text = render(query, (i) => `(getvariable('bound')).v${String(place[i])}`);
		return answerOfArrow(await this.#send(text, stop));
	}

	load(table: string, arrow: Uint8Array, signal?: AbortSignal): Promise<void> {
		return this.#inTurn(async () => {
			if (this.lost.aborted) throw this.#life.lostError();
			try {
				await this.#life.while(this.#insert(table, arrow));
			} catch (cause) {
				// DuckDB's glue copies a table even where it got no memory for it, over whatever lies there.
				if (isTrap(cause)) {
					this.#life.lose(cause, 'engine-memory');
					throw this.#life.lostError();
				}
				throw failureOf(cause, 'load-failed', `The table "${table}" cannot be loaded.`);
			}
		}, signal);
	}

	async #insert(table: string, arrow: Uint8Array): Promise<void> {
		await this.#connection.query(`DROP TABLE IF EXISTS ${render(ident(table), String)}`);
		let create = true;
		for (const part of arrowParts(arrow)) {
			await this.#connection.insertArrowFromIPCStream(part, { name: table, create });
			create = false;
		}
	}

	async close(): Promise<void> {
		await this.#database.terminate();
	}

	/**
	 * Only statements sent as text can be cancelled in this engine; prepared ones cannot. So the values
	 * are bound, by a prepared statement, to a variable, and the text that is sent refers to it:
	 * values stay values, and a runaway query can still be stopped.
	 */
	async #bind(values: readonly Value[]): Promise<void> {
		if (values.length === 0) return;
		const fields = values.map((value, i) => `v${String(i)} := ?::${boundType(value)}`).join(', ');
		let binder = this.#binders.get(fields);
		if (!binder) {
			binder = await this.#connection.prepare(`SET VARIABLE bound = struct_pack(${fields})`);
			this.#binders.set(fields, binder);
		}
		await binder.query(...values);
	}

	async #send(text: string, stop: AbortSignal): Promise<Table> {
		const cancel = (): void => {
			void this.#connection.cancelSent();
		};
		stop.addEventListener('abort', cancel);
		try {
			const reader = await this.#connection.send(text, true);
			const batches = [];
			for await (const batch of reader) batches.push(batch);
			return new Table(reader.schema, batches);
		} finally {
			stop.removeEventListener('abort', cancel);
		}
	}
}

/** Each value of a query once, and for every place of the query which one it is. */
function distinct({ values }: Sql): { values: Value[]; place: number[] } {
	const known = new Map<Value, number>();
	const place = values.map((value) => {
		const at = known.get(value) ?? known.size;
		known.set(value, at);
		return at;
	});
	return { values: [...known.keys()], place };
}
