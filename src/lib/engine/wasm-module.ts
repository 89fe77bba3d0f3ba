import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * DuckDB's WebAssembly, fetched and compiled once for the page: compiling is most of what a start costs, and an engine
 * that replaces a lost one must not wait for it, nor for a server that may be gone by then. Rejects where the file is
 * missing, refused or no WebAssembly; the next call then tries again.
 */
export function duckdbModule(): Promise<WebAssembly.Module> {
	if (!compiled) {
		const compiling = compile(new URL(wasmUrl, location.href).href);
		compiled = compiling;
		compiling.catch(() => {
			compiled = undefined;
		});
	}
	return compiled;
}

async function compile(url: string): Promise<WebAssembly.Module> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
	// Some servers know no type for it, and the browser insists on one. With the type as it should be, the response is
	// left as it came: so the browser may keep the compiled code beside the file.
	const isTyped = response.headers.get('Content-Type') === 'application/wasm';
	const headers = { 'Content-Type': 'application/wasm' };
	return WebAssembly.compileStreaming(
		isTyped ? response : new Response(response.body, { headers })
	);
}
