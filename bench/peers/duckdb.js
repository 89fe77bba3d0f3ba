// @ts-check
/** DuckDB-WASM as its own documentation starts it, with the cases in it. */
import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

/** @param {Uint8Array} cases an Arrow IPC stream; it is given away */
export async function openDuckdb(cases) {
	const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(workerUrl));
	await database.instantiate(new URL(wasmUrl, location.href).href);
	const connection = await database.connect();
	// Nothing is fetched from anywhere.
	await connection.query('SET autoinstall_known_extensions = false');
	await connection.query('SET autoload_known_extensions = false');
	const began = performance.now();
	await connection.insertArrowFromIPCStream(cases, { name: 'cases', create: true });
	return { database, connection, load: performance.now() - began };
}
