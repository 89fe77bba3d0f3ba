import type { Dataset } from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import { openCases, type Fetch } from '#lib/dataset/open.ts';
import type { Database } from '#lib/engine/database.ts';
import { codeOf, isOutOfMemory } from '#lib/engine/failure.ts';
import { sql } from '#lib/engine/sql.ts';

/** A lost engine is being replaced, for the first, second or third time. */
export interface Recovering {
	readonly attempt: number;
}

export type EnginePhase = 'asleep' | 'starting' | 'loading' | 'ready' | 'failed' | Recovering;

/** How often a lost engine is replaced before the page goes on without one. */
export const MOST_ATTEMPTS = 3;

/** Milliseconds that an engine has to answer nothing at all, after the page has slept. */
const SIGN_OF_LIFE = 2_000;

type OpenDatabase = () => Promise<Database>;

const openInWorker: OpenDatabase = () =>
	import('#lib/engine/wasm.ts').then(({ openWasmDatabase }) => openWasmDatabase());

/**
 * DuckDB in its worker, with the cases of one dataset loaded. Started once, in idle time or when asked. One that is lost
 * is replaced at once, whether it is being asked or not: new worker, cases loaded again, question asked again. Between
 * two answers that happens three times at most; then the engine is given up, until the reader wants to try again.
 */
export class Engine {
	readonly #fetch: Fetch;
	readonly #openDatabase: OpenDatabase;
	#phase = $state.raw<EnginePhase>('asleep');
	#database: Promise<Database> | undefined;
	#loaded: { dataset: Dataset; done: Promise<Database>; left: AbortController } | undefined;
	/** Replacements since the last answer. */
	#attempts = 0;
	#givenUp: AppError | undefined;

	constructor(fetchBytes: Fetch, openDatabase: OpenDatabase = openInWorker) {
		this.#fetch = fetchBytes;
		this.#openDatabase = openDatabase;
	}

	get phase(): EnginePhase {
		return this.#phase;
	}

	/**
	 * Asks a database with this dataset's cases in it, and asks again where it is lost meanwhile. What is refused, or
	 * takes too long, is not asked again: it would end the same way. Rejects with AppError 'engine-given-up' after three
	 * losses in a row.
	 */
	async ask<T>(
		dataset: Dataset,
		question: (database: Database) => Promise<T>,
		signal?: AbortSignal
	): Promise<T> {
		for (;;) {
			const database = await this.open(dataset);
			signal?.throwIfAborted();
			try {
				const answer = await question(database);
				this.#attempts = 0;
				return answer;
			} catch (error) {
				if (codeOf(error) !== 'engine-lost') throw error;
				signal?.throwIfAborted();
			}
		}
	}

	/**
	 * The database with this dataset's cases in it, instead of those of any other. One that is lost while it starts or
	 * loads is replaced; any other failure is forgotten, so that the next call tries again.
	 */
	async open(dataset: Dataset): Promise<Database> {
		for (;;) {
			if (this.#givenUp) throw this.#givenUp;
			if (this.#loaded?.dataset.index.version !== dataset.index.version) {
				this.#loaded?.left.abort();
				const left = new AbortController();
				this.#loaded = { dataset, done: this.#load(dataset, left.signal), left };
			}
			const loaded = this.#loaded;
			try {
				return await loaded.done;
			} catch (error) {
				if (codeOf(error) === 'engine-lost') {
					if (this.#loaded === loaded) this.#loaded = undefined;
					continue;
				}
				// How it ended for a dataset that has been left says nothing of the one that is open.
				if (this.#loaded === loaded) {
					this.#loaded = undefined;
					this.#phase = 'failed';
				}
				throw error;
			}
		}
	}

	/** After the page has slept: an engine that gives no sign of life is lost, and is replaced. */
	async wake(): Promise<void> {
		const database = await this.#database?.catch(() => undefined);
		await database?.query(sql`SELECT 1`, AbortSignal.timeout(SIGN_OF_LIFE)).catch(() => undefined);
	}

	/** Begins anew with an engine that was given up. */
	reset(): void {
		this.#givenUp = undefined;
		this.#attempts = 0;
	}

	/** Cases that arrive after their dataset has been left must not replace those of the one that is open. */
	async #load(dataset: Dataset, left: AbortSignal): Promise<Database> {
		const database = await this.#start();
		left.throwIfAborted();
		this.#show('loading');
		try {
			const cases = await openCases(this.#fetch, dataset, left);
			left.throwIfAborted();
			await database.load('cases', cases, left);
		} catch (cause) {
			if (!isOutOfMemory(cause) && codeOf(cause) !== 'engine-memory') throw cause;
			// One that is full to the brim is of no use; the next try begins with an empty one.
			this.#database = undefined;
			void database.close();
			throw new AppError('engine-memory', 'There is no room for the cases.', cause);
		}
		left.throwIfAborted();
		this.#phase = 'ready';
		performance.mark('hetu:engine');
		return database;
	}

	#start(): Promise<Database> {
		if (this.#database) return this.#database;
		this.#show('starting');
		const opening = this.#openDatabase();
		this.#database = opening;
		const lost = (reason: unknown): void => {
			if (this.#database !== opening) return;
			// Another one would run out of memory at the same place.
			if (codeOf(reason) === 'engine-memory') this.#database = undefined;
			else this.#replace();
		};
		opening.then(
			(database) => {
				const { lost: ending } = database;
				if (ending?.aborted) lost(ending.reason);
				ending?.addEventListener('abort', () => {
					lost(ending.reason);
				});
			},
			(error: unknown) => {
				if (codeOf(error) === 'engine-lost') lost(error);
				else if (this.#database === opening) this.#database = undefined;
			}
		);
		return opening;
	}

	/** Nobody waits with the replacement until the next question: it may come at any moment. */
	#replace(): void {
		const dataset = this.#loaded?.dataset;
		this.#database = undefined;
		this.#loaded = undefined;
		this.#attempts++;
		if (this.#attempts > MOST_ATTEMPTS) {
			this.#givenUp = new AppError(
				'engine-given-up',
				'The database engine was lost again and again.'
			);
			this.#phase = 'failed';
			return;
		}
		this.#phase = { attempt: this.#attempts };
		// A failure is shown when a question needs the engine, not before.
		if (dataset) this.open(dataset).catch(() => undefined);
	}

	/** While an engine is being replaced, that is what is said. */
	#show(phase: EnginePhase): void {
		if (this.#attempts === 0) this.#phase = phase;
	}
}
