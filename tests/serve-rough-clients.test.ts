/** Clients that no browser is: each may take its own connection, and nothing from the others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from '../tools/serve/headers.js';
import { serve } from '../tools/serve.js';

const limits = {
	headersTimeout: 300,
	requestTimeout: 600,
	connectionsCheckingInterval: 50,
	keepAliveTimeout: 300,
	idleTimeout: 500,
	maxConnections: 8,
	maxRequestsPerSocket: 3
};

let folder: string;
let port: number;
let close: () => Promise<void>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'serve-rough-'));
	writeFileSync(join(folder, 'index.html'), 'home');
	// More than the buffers between two programs hold.
	writeFileSync(join(folder, 'large.bin'), Buffer.alloc(64 * 1024 * 1024));
	const served = await serve({ root: folder, port: 0, limits });
	close = served.close;
	port = Number(new URL(served.url).port);
});
afterAll(async () => {
	await close();
	rmSync(folder, { recursive: true });
});

/** Sends the text as it is, and gives what comes until the connection ends. */
function converse(text: string, then?: (socket: Socket) => void): Promise<string> {
	return new Promise((done) => {
		const socket = connect(port, '127.0.0.1');
		let answer = '';
		socket.setEncoding('latin1').on('data', (part: string) => (answer += part));
		socket.on('error', () => undefined);
		socket.on('close', () => {
			done(answer);
		});
		socket.write(text, () => then?.(socket));
	});
}

const statuses = (answer: string): string[] =>
	[...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status = '']) => status);
const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: h\r\n${more}\r\n`;
const last = 'Connection: close\r\n';

/** The server still answers others. */
async function expectAlive(): Promise<void> {
	expect(statuses(await converse(get('/', last)))).toEqual(['200']);
}

test('headers that never end are cut off in time', async () => {
	const answer = await converse('GET / HTTP/1.1\r\nHost: h\r\nX: ', (socket) => {
		const timer = setInterval(() => socket.write('x'), 40);
		socket.on('close', () => {
			clearInterval(timer);
		});
	});
	expect(statuses(answer)).toEqual(['408']);
	expect(answer).toContain(securityHeaders['Content-Security-Policy']);
	await expectAlive();
});

test('a connection on which nothing is said is ended', async () => {
	expect(['', '408']).toContain(statuses(await converse(''))[0] ?? '');
	await expectAlive();
});

test('a client that never reads what it asked for is let go', async () => {
	const socket = connect(port, '127.0.0.1').on('error', () => undefined);
	socket.pause();
	socket.write(get('/large.bin'));
	// Others are served meanwhile, and the connection is ended from the other side.
	await expectAlive();
	const ended = await converse(get('/large.bin'), (own) => {
		own.pause();
		setTimeout(() => own.resume(), limits.idleTimeout * 2.5);
	});
	expect(ended.length).toBeLessThan(64 * 1024 * 1024);
	socket.destroy();
	await expectAlive();
});

test.each<[string, string, string]>([
	['headers of 20 KB', get('/', `X: ${'x'.repeat(20_000)}\r\n`), '431'],
	['an address of 20 KB', get(`/${'x'.repeat(20_000)}`), '431'],
	['no HTTP at all', 'SSH-2.0-OpenSSH_9\r\n\r\n', '400'],
	['bytes of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n', '400'],
	['no host', `GET / HTTP/1.1\r\n${last}\r\n`, '400'],
	['two lengths', get('/', 'Content-Length: 1\r\nContent-Length: 2\r\n'), '400'],
	['a length and chunks', get('/', 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n'), '400'],
	[
		'a body that is not wanted',
		'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 999999999\r\n\r\n',
		'405'
	]
])('%s: refused with our headers, and hung up', async (_, text, status) => {
	const answer = await converse(text);
	expect(statuses(answer)).toEqual([status]);
	expect(answer).toContain(securityHeaders['Content-Security-Policy']);
	await expectAlive();
});

test('CONNECT, with the address of another server, opens nothing', async () => {
	expect(
		await converse('CONNECT example.test:443 HTTP/1.1\r\nHost: example.test\r\n\r\n')
	).not.toContain('200');
	await expectAlive();
});

test('HTTP/1.0 is answered without a host, and hung up', async () => {
	const answer = await converse('GET / HTTP/1.0\r\n\r\n');
	expect(statuses(answer)).toEqual(['200']);
	expect(answer.endsWith('\r\n\r\nhome')).toBe(true);
});

test('two requests sent at once are answered in their order', async () => {
	const answer = await converse(get('/') + get('/gone', last));
	expect(statuses(answer)).toEqual(['200', '404']);
	expect(answer.indexOf('home')).toBeLessThan(answer.indexOf('HTTP/1.1 404'));
});

test('a connection is not kept for ever: neither for requests without end nor without any', async () => {
	const many = await converse(get('/').repeat(5));
	expect(statuses(many).filter((status) => status === '200')).toHaveLength(
		limits.maxRequestsPerSocket
	);
	expect(statuses(await converse(get('/')))).toEqual(['200']);
});

test('connections beyond the limit are refused, and free again when others have gone', async () => {
	const idle = Array.from({ length: limits.maxConnections }, () =>
		connect(port, '127.0.0.1').on('error', () => undefined)
	);
	await Promise.all(idle.map((socket) => new Promise((done) => socket.once('connect', done))));
	const gone = Promise.all(idle.map((socket) => new Promise((done) => socket.once('close', done))));
	expect(statuses(await converse(get('/', last)))).toEqual([]);
	for (const socket of idle) socket.destroy();
	await gone;
	await expect.poll(async () => statuses(await converse(get('/', last)))).toEqual(['200']);
});
