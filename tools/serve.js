// @ts-check
/**
 * A small static server with the headers that the site is made for. `node tools/serve.js [folder] [overlay]`, with
 * PORT, HOST and BASE from the environment.
 */
import { realpathSync } from 'node:fs';
import { createServer, STATUS_CODES } from 'node:http';
import { resolve } from 'node:path';
import { answer, Refusal } from './serve/answer.js';
import { securityHeaders } from './serve/headers.js';

/**
 * Starts the server.
 *
 * @param {import('./serve/answer.js').Site & { port?: number, host?: string }} options port 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ root, overlay, base = '', port = 4173, host = '127.0.0.1' }) {
	/** @type {import('./serve/answer.js').Site} */
	const site = { root: resolve(root), base: base.replace(/\/+$/, '') };
	if (overlay) site.overlay = resolve(overlay);

	const limits = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16 * 1024 };
	const server = createServer(limits, (request, response) => {
		for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
		answer(request, response, site).catch((/** @type {unknown} */ error) => {
			const { status, headers } = error instanceof Refusal ? error : new Refusal(500);
			if (status === 500) console.error(error);
			response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
			response.end(
				request.method === 'HEAD' ? undefined : `${String(status)} ${STATUS_CODES[status] ?? ''}\n`
			);
		});
	});

	return new Promise((done, fail) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			const isTaken = error.code === 'EADDRINUSE';
			fail(
				isTaken ? new Error(`Port ${String(port)} is in use. Choose another: PORT=8080`) : error
			);
		});
		server.listen(port, host, () => {
			const at = server.address();
			const actual = at && typeof at === 'object' ? at.port : port;
			const name = host.includes(':') ? `[${host}]` : host;
			done({
				url: `http://${name}:${String(actual)}${site.base ?? ''}/`,
				close: () =>
					new Promise((closed) => {
						server.close(() => {
							closed();
						});
						server.closeAllConnections();
					})
			});
		});
	});
}

/**
 * Serves as a command: the address comes from PORT, HOST and BASE, and is printed on one line.
 *
 * @param {string} root
 * @param {string} [overlay]
 */
export async function serveCommand(root, overlay) {
	const { PORT = '4173', HOST = '127.0.0.1', BASE = '' } = process.env;
	try {
		const options = { root, port: Number(PORT), host: HOST, base: BASE };
		const { url } = await serve(overlay ? { ...options, overlay } : options);
		console.log(`Hetu 和图: ${url}`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

// By the real path: the project may be reached through a symbolic link.
if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
	await serveCommand(process.argv[2] ?? 'build', process.argv[3]);
}
