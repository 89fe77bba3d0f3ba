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
 * What one reader may take from the others: milliseconds, bytes, numbers. A department opens a page at the same time, so
 * connections are many; none of them may wait, or hold what it does not read, for ever.
 */
const usualLimits = {
	headersTimeout: 10_000,
	requestTimeout: 30_000,
	/** How often the two above are looked at. */
	connectionsCheckingInterval: 1_000,
	keepAliveTimeout: 5_000,
	/** A connection on which nothing moves, in either direction: a reader who has stopped reading. */
	idleTimeout: 60_000,
	maxHeaderSize: 16 * 1024,
	maxConnections: 512,
	maxRequestsPerSocket: 1_000
};

/**
 * Starts the server.
 *
 * @typedef {object} Address
 * @property {number} [port] 0 takes any free one
 * @property {string} [host]
 * @property {Partial<typeof usualLimits>} [limits]
 *
 * @param {import('./serve/answer.js').Site & Address} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ root, overlay, base = '', port = 4173, host = '127.0.0.1', limits }) {
	/** @type {import('./serve/answer.js').Site} */
	const site = { root: resolve(root), base: base.replace(/\/+$/, '') };
	if (overlay) site.overlay = resolve(overlay);

	const { idleTimeout, maxConnections, maxRequestsPerSocket, ...ofParser } = {
		...usualLimits,
		...limits
	};
	// Without a host the answer is ours to give: Node's own has none of our headers.
	const server = createServer({ ...ofParser, requireHostHeader: false }, (request, response) => {
		for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
		const isWhole = request.headers.host !== undefined || request.httpVersion === '1.0';
		const answered = isWhole ? answer(request, response, site) : Promise.reject(new Refusal(400));
		answered.catch((/** @type {unknown} */ error) => {
			const { status, headers } = error instanceof Refusal ? error : new Refusal(500);
			if (status === 500) console.error(error);
			// What a refused request still has to say is not waited for.
			if (status === 405) response.setHeader('Connection', 'close');
			response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
			response.end(request.method === 'HEAD' ? undefined : wordsOf(status, site.base ?? ''));
		});
	});

	Object.assign(server, { maxConnections, maxRequestsPerSocket, timeout: idleTimeout });
	server.on('clientError', refuseUnread);

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
 * What a person reads who has mistyped an address. It repeats nothing of what was asked for.
 *
 * @param {number} status
 * @param {string} base
 */
function wordsOf(status, base) {
	const first = `${String(status)} ${STATUS_CODES[status] ?? ''}\n`;
	if (status !== 404) return first;
	return `${first}\n没有这一页。请从首页进入：${base}/\nThere is no such page. Begin at ${base}/\n`;
}

/** @type {Record<string, number>} */
const statusOfFault = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * Answers what could not be read as a request, and hangs up.
 *
 * @param {NodeJS.ErrnoException} error
 * @param {import('node:stream').Duplex} socket
 */
function refuseUnread(error, socket) {
	if (!socket.writable) {
		socket.destroy();
		return;
	}
	const status = statusOfFault[error.code ?? ''] ?? 400;
	const headers = Object.entries({
		...securityHeaders,
		'Content-Length': '0',
		Connection: 'close'
	});
	const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
	const first = `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n`;
	socket.end(`${first}${lines}\r\n`, () => socket.destroy());
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
