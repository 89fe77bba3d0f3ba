import type { Page, Worker } from '@playwright/test';

/** Ways in which the engine's worker is harmed, each at the moment at which it has just been given a query. */
export type Harm =
	/** Ended from outside: no event tells of it. */
	| 'terminate'
	/** The query becomes one on which this DuckDB traps ("memory access out of bounds"). */
	| 'trap'
	/** The query becomes one that never ends. */
	| 'runaway'
	/** The query becomes one that never ends and cannot be cancelled either. */
	| 'deaf'
	/** Not a query: the cases become 100 MB. */
	| 'large';

interface Kept {
	engines: globalThis.Worker[];
	harm: Harm | undefined;
	/** How often harm is still done. */
	times: number;
	/** When harm was done last, in milliseconds since the page began. */
	harmedAt: number;
}

/** Lets a test harm the engine's worker later on: to be called before the page is opened. */
export async function keepWorkers(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const kept: Kept = { engines: [], harm: undefined, times: 0, harmedAt: NaN };
		Object.assign(globalThis, { kept });
		const texts: Partial<Record<Harm, string>> = {
			trap: "SELECT repeat('a', 3000000000) AS n",
			runaway: 'SELECT sum(a.range * b.range) AS n FROM range(10000000) a, range(10000) b',
			deaf: 'SELECT sum(len(repeat(chr((range % 26 + 65)::INTEGER), 1000000))) AS n FROM range(1000000)'
		};
		globalThis.Worker = class extends Worker {
			readonly isEngine: boolean;
			constructor(url: string | URL, options?: WorkerOptions) {
				super(url, options);
				this.isEngine = String(url).includes('wasm-worker');
				if (this.isEngine) kept.engines.push(this);
			}
			override postMessage(
				message: unknown,
				options?: Transferable[] | StructuredSerializeOptions
			): void {
				const transfer = Array.isArray(options) ? { transfer: options } : options;
				const { harm } = kept;
				const wanted = harm === 'large' ? 'INSERT_ARROW_FROM_IPC_STREAM' : 'START_PENDING_QUERY';
				const isWanted =
					typeof message === 'object' &&
					message !== null &&
					'type' in message &&
					message.type === wanted;
				if (!this.isEngine || !isWanted || !harm || kept.times === 0) {
					super.postMessage(message, transfer);
					return;
				}
				kept.times--;
				kept.harmedAt = performance.now();
				if (harm === 'large') {
					const { data } = message as unknown as { data: [number, Uint8Array, object] };
					super.postMessage({ ...message, data: [data[0], new Uint8Array(1e8), data[2]] });
					return;
				}
				const { data } = message as unknown as { data: [number, string, boolean] };
				super.postMessage(
					{ ...message, data: [data[0], texts[harm] ?? data[1], data[2]] },
					transfer
				);
				if (harm === 'terminate') this.terminate();
			}
		};
	});
}

/** The next queries (one, unless told) are harmed. */
export function harmNextQuery(page: Page, harm: Harm, times = 1): Promise<void> {
	return page.evaluate(
		([how, often]) => {
			const { kept } = globalThis as unknown as { kept: Kept };
			kept.harm = how;
			kept.times = often;
		},
		[harm, times] as const
	);
}

export function harmedAt(page: Page): Promise<number> {
	return page.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.harmedAt);
}

/** How many engines the page has started so far. */
export function enginesStarted(page: Page): Promise<number> {
	return page.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.engines.length);
}

/** The engine's worker as it runs now. */
export function engineWorker(page: Page): Worker {
	const found = page.workers().filter((worker) => worker.url().includes('wasm-worker'));
	const [worker] = found.slice(-1);
	if (!worker) throw new Error('No engine is running.');
	return worker;
}

/** The real engine in a memory that the browser lets grow to 64 MB and no further. */
export function withSmallMemory(page: Page): Promise<unknown> {
	return page.route('**/duckdb-browser-eh.worker-*.js', async (route) => {
		const response = await route.fetch();
		const small = `WebAssembly.Memory = class extends WebAssembly.Memory {
			constructor(wanted) { super({ ...wanted, maximum: 1024 }); }
		};`;
		await route.fulfill({ response, body: small + (await response.text()) });
	});
}
