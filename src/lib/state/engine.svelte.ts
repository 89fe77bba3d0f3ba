import type { Dataset } from '#lib/domain/dataset-index.ts';
import { openCases, type Fetch } from '#lib/dataset/open.ts';
import type { Database } from '#lib/engine/database.ts';

export type EnginePhase = 'asleep' | 'starting' | 'loading' | 'ready' | 'failed';

/** DuckDB in its worker, with the cases of one dataset loaded. Started once, in idle time or when asked. */
export class Engine {
	readonly #fetch: Fetch;
	#phase = $state<EnginePhase>('asleep');
	#database: Promise<Database> | undefined;
	#loaded: { version: string; done: Promise<Database> } | undefined;

	constructor(fetchBytes: Fetch) {
		this.#fetch = fetchBytes;
	}

	get phase(): EnginePhase {
		return this.#phase;
	}

	/** The database with this dataset's cases in it; a failure is forgotten, so that the next call tries again. */
	async open(dataset: Dataset): Promise<Database> {
		const { version } = dataset.index;
		if (this.#loaded?.version !== version) {
			this.#loaded = { version, done: this.#load(dataset) };
		}
		try {
			return await this.#loaded.done;
		} catch (error) {
			this.#loaded = undefined;
			this.#phase = 'failed';
			throw error;
		}
	}

	async #load(dataset: Dataset): Promise<Database> {
		const database = await this.#start();
		this.#phase = 'loading';
		await database.load('cases', await openCases(this.#fetch, dataset));
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
