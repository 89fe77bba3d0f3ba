/**
 * DuckDB's own worker with three things changed. It is given its WebAssembly compiled, and so fetches nothing, ever.
 * What it does not catch reaches the page as the worker's error, or would be waited for without end. And it holds a
 * lifeline: see there.
 */
import duckdbUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { holdLifeline } from './lifeline.ts';

/** The first message to the worker; the answer is whether it holds the lifeline. All others are DuckDB's. */
export interface EngineStart {
	readonly module: WebAssembly.Module;
	readonly lifeline: string;
}

addEventListener('unhandledrejection', ({ reason }) => {
	setTimeout(() => {
		throw reason;
	});
});

const started = new Promise<EngineStart>((resolve) => {
	addEventListener('message', ({ data }: MessageEvent<EngineStart>) => resolve(data), {
		once: true
	});
});

void started.then(async ({ module, lifeline }) => {
	globalThis.fetch = () => Promise.resolve(new Response());
	WebAssembly.instantiateStreaming = async (_, imports) => ({
		module,
		instance: await WebAssembly.instantiate(module, imports)
	});
	const [isHeld] = await Promise.all([
		holdLifeline(lifeline),
		import(/* @vite-ignore */ duckdbUrl)
	]);
	// Messages that come before DuckDB listens would be lost.
	postMessage(isHeld);
});
