/**
 * DuckDB's own worker with one thing added. Where its WebAssembly cannot be fetched or compiled, DuckDB answers
 * nothing and would be waited for without end; thrown again, the rejection reaches the page as the worker's error.
 */
import duckdbUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

addEventListener('unhandledrejection', ({ reason }) => {
	setTimeout(() => {
		throw reason;
	});
});

void import(/* @vite-ignore */ duckdbUrl).then(() => {
	// Messages that come before DuckDB listens would be lost.
	postMessage('ready');
});
