/**
 * DuckDB's own worker with two things added. Where its WebAssembly cannot be fetched or compiled, DuckDB answers
 * nothing and would be waited for without end; thrown again, the rejection reaches the page as the worker's error.
 * And it holds a lifeline, whose name is the first message: see there.
 */
import duckdbUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { holdLifeline } from './lifeline.ts';

addEventListener('unhandledrejection', ({ reason }) => {
	setTimeout(() => {
		throw reason;
	});
});

const lifeline = new Promise<string>((resolve) => {
	addEventListener(
		'message',
		({ data }: MessageEvent<string>) => {
			resolve(data);
		},
		{ once: true }
	);
});

void lifeline.then(async (name) => {
	const [isHeld] = await Promise.all([holdLifeline(name), import(/* @vite-ignore */ duckdbUrl)]);
	// Messages that come before DuckDB listens would be lost.
	postMessage(isHeld);
});
