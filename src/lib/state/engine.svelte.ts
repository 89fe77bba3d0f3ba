import type { Dataset } from '#lib/domain/dataset-index.ts';
import { openCases, type Fetch } from '#lib/dataset/open.ts';
import type { Database } from '#lib/engine/database.ts';

export type EnginePhase = 'asleep' | 'starting' | 'loading' | 'ready' | 'failed';

/** DuckDB in its worker, with the cases of one dataset loaded. Started once, in idle time or when asked. */
export class Engine {
	readonly #fetch: Fetch;
	#phase = $state<EnginePhase>('asleep');
	#database: Promise<Database> | undefined;
	#loaded: { version: string; done: Promise<Database>; left: AbortController } | undefined;

	constructor(fetchBytes: Fetch) {
		this.#fetch = fetchBytes;
	}

	get phase(): EnginePhase {
		return this.#phase;
	}

	/**
	 * The database with this dataset's cases in it, instead of those of any other. A failure is forgotten, so that the
	 * next call tries again.
	 */
	async open(dataset: Dataset): Promise<Database> {
		const { version } = dataset.index;
		if (this.#loaded?.version !== version) {
			this.#loaded?.left.abort();
			const left = new AbortController();
			this.#loaded = { version, done: this.#load(dataset, left.signal), left };
		}
		const loaded = this.#loaded;
		try {
			return await loaded.done;
		} catch (error) {
			// How it ended for a dataset that has been left says nothing of the one that is open.
			if (this.#loaded === loaded) {
				this.#loaded = undefined;
				this.#phase = 'failed';
			}
			throw error;
		}
	}

	/** Cases that arrive after their dataset has been left must not replace those of the one that is open. */
	async #load(dataset: Dataset, left: AbortSignal): Promise<Database> {
		const database = await this.#start();
		left.throwIfAborted();
		this.#phase = 'loading';
		const cases = await openCases(this.#fetch, dataset, left);
		left.throwIfAborted();
		await database.load('cases', cases, left);
		left.throwIfAborted();
		this.#phase = 'ready';
		performance.mark('hetu:engine');
		return database;
	}

	#start(): Promise<Database> {
		if (!this.#database) {
			this.#phase = 'starting';
			this.#database = import('#lib/engine/wasm.ts').then(({ openWasmDatabase }) =>
				openWasmDatabase()
			);
			this.#database.catch(() => {
				this.#database = undefined;
			});
		}
		return this.#database;
	}
}
