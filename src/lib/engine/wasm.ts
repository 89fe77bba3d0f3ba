import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { LIMITS, type Limits } from './bounded.ts';
import type { Database } from './database.ts';
import { codeOf, failureOf } from './failure.ts';
import { guardStatements } from './guard.ts';
import { Life } from './life.ts';
import { newLifeline, onLifelineEnd } from './lifeline.ts';
import { WasmDatabase } from './wasm-database.ts';
import { duckdbModule } from './wasm-module.ts';
import type { EngineStart } from './wasm-worker.ts';

/**
 * Starts DuckDB in a worker of its own. Rejects with AppError 'engine-start' where it cannot run, 'engine-memory' where
 * there is no room for it, 'engine-lost' where its worker was ended meanwhile.
 */
export async function openWasmDatabase(limits: Limits = LIMITS): Promise<Database> {
	const worker = new Worker(new URL('./wasm-worker.ts', import.meta.url), { type: 'module' });
	const life = new Life(() => {
		worker.terminate();
	});
	try {
		return await life.while(started(worker, life, limits));
	} catch (cause) {
		worker.terminate();
		if (codeOf(cause) === 'engine-lost') throw cause;
		throw failureOf(cause, 'engine-start', 'The database engine did not start.');
	}
}

async function started(worker: Worker, life: Life, limits: Limits): Promise<Database> {
	const failed = failureOfStart(worker);
	const lifeline = newLifeline();
	const start: EngineStart = { module: await Promise.race([duckdbModule(), failed]), lifeline };
	worker.postMessage(start);
	const isHeld = await Promise.race([firstMessageOf(worker), failed]);
	if (isHeld === true) {
		onLifelineEnd(lifeline, () => {
			life.lose(new Error('The worker has ended.'));
		});
	}
	const database = new AsyncDuckDB(new VoidLogger(), worker);
	// The worker holds its WebAssembly already: no address is asked for it.
	await Promise.race([database.instantiate(''), failed]);
	const connection = await database.connect();
	for (const statement of guardStatements(new URL('extensions', location.href).href)) {
		await connection.query(statement);
	}
	worker.addEventListener('error', ({ message }) => {
		life.lose(new Error(message));
	});
	worker.addEventListener('messageerror', () => {
		life.lose(new Error('An answer of the worker could not be read.'));
	});
	return new WasmDatabase(database, connection, life, limits);
}

function firstMessageOf(worker: Worker): Promise<unknown> {
	return new Promise((resolve) => {
		worker.addEventListener(
			'message',
			({ data }: MessageEvent<unknown>) => {
				resolve(data);
			},
			{ once: true }
		);
	});
}

function failureOfStart(worker: Worker): Promise<never> {
	return new Promise((_, reject) => {
		worker.addEventListener('error', ({ message }) => {
			reject(new Error(message));
		});
	});
}
