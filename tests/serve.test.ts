import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from '../tools/serve/headers.js';
import { serve } from '../tools/serve.js';

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

let folder: string;
let port: number;
const closing: (() => Promise<void>)[] = [];

async function start(base: string): Promise<number> {
	const site = { root: join(folder, 'build'), overlay: join(folder, 'fresh'), base };
	const { url, close } = await serve({ ...site, port: 0 });
	closing.push(close);
	return Number(new URL(url).port);
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'serve-'));
	const files = {
		'build/index.html': 'home',
		'build/list.html': 'list',
		'build/map/index.html': 'map',
		'build/engine.wasm': 'wasm',
		'build/empty.txt': '',
		'build/_app/immutable/start.js': 'start',
		'build/_app/version.json': '{}',
		'build/data/city/index.json': 'old',
		'build/data/city/only-here.json': 'only',
		'build/.hidden': 'hidden',
		'fresh/city/index.json': 'new',
		'fresh/city/cases.0123456789ab.arrow.gz': '0123456789',
		'secret.txt': 'secret',
		'outside/secret.txt': 'secret'
	};
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	symlinkSync(join(folder, 'secret.txt'), join(folder, 'build/link.txt'));
	symlinkSync(join(folder, 'outside'), join(folder, 'build/linked'));
	port = await start('');
});

afterAll(async () => {
	await Promise.all(closing.map((close) => close()));
	rmSync(folder, { recursive: true });
});

/** Sends the path as it is written: `fetch` would tidy it first. */
function ask(path: string, headers = {}, method = 'GET', at = port): Promise<Answer> {
	return new Promise((done, fail) => {
		request({ host: '127.0.0.1', port: at, path, method, headers }, (response) => {
			let body = '';
			response.setEncoding('utf8');
			response.on('data', (text: string) => (body += text));
			response.on('end', () => {
				done({ status: response.statusCode ?? 0, headers: response.headers, body });
			});
		})
			.on('error', fail)
			.end();
	});
}

test('the policy is the one that was agreed', () => {
	expect(securityHeaders['Content-Security-Policy']).toBe(
		"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'self'"
	);
});

test.each([
	['a page', '/', 'GET', 200],
	['a script', '/_app/immutable/start.js', 'GET', 200],
	['nothing', '/gone', 'GET', 404],
	['a bad address', '/%', 'GET', 400],
	['a method we do not have', '/', 'POST', 405],
	['a redirection', '/map', 'GET', 308]
])('%s carries every security header', async (_, path, method, status) => {
	const answer = await ask(path, {}, method);
	expect(answer.status).toBe(status);
	for (const [name, value] of Object.entries(securityHeaders)) {
		expect(answer.headers[name.toLowerCase()]).toBe(value);
	}
});

// prettier-ignore
const found: [path: string, body: string, type: string, cache: string][] = [
	['/', 'home', 'text/html; charset=utf-8', 'no-cache'],
	['/?lang=en', 'home', 'text/html; charset=utf-8', 'no-cache'],
	['/list', 'list', 'text/html; charset=utf-8', 'no-cache'],
	['/map/', 'map', 'text/html; charset=utf-8', 'no-cache'],
	['/engine.wasm', 'wasm', 'application/wasm', 'no-cache'],
	['/empty.txt', '', 'text/plain; charset=utf-8', 'no-cache'],
	['/_app/version.json', '{}', 'application/json; charset=utf-8', 'no-cache'],
	['/_app/immutable/start.js', 'start', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
	['/data/city/cases.0123456789ab.arrow.gz', '0123456789', 'application/gzip', 'public, max-age=31536000, immutable'],
	['/data/city/index.json', 'new', 'application/json; charset=utf-8', 'no-cache'],
	['/data/city/only-here.json', 'only', 'application/json; charset=utf-8', 'no-cache']
];

test.each(found)('%s', async (path, body, type, cache) => {
	const answer = await ask(path);
	expect([answer.status, answer.body]).toEqual([200, body]);
	expect(answer.headers['content-type']).toBe(type);
	expect(answer.headers['cache-control']).toBe(cache);
	expect(answer.headers['content-encoding']).toBeUndefined();
	expect(answer.headers['content-length']).toBe(String(body.length));
});

test('a folder without its slash is sent to its own address, with its query', async () => {
	const answer = await ask('/map?a=1');
	expect([answer.status, answer.headers.location]).toEqual([308, './map/?a=1']);
});

test.each([
	['/../secret.txt', 400],
	['/map/../../secret.txt', 400],
	['/%2e%2e/secret.txt', 400],
	['/..%2fsecret.txt', 400],
	['/..%5csecret.txt', 400],
	['/data/../../secret.txt', 400],
	['/list.html%00.png', 400],
	['/%zz', 400],
	['/%c0%ae%c0%ae/secret.txt', 400],
	['/%252e%252e/secret.txt', 404],
	['/.hidden', 404],
	['//secret.txt', 404],
	['/map%2findex.html', 400],
	['/link.txt', 404],
	['/linked/secret.txt', 404],
	['/_app/immutable/', 404],
	['/data/', 404],
	['http://127.0.0.1/../secret.txt', 400],
	['127.0.0.1:80', 400],
	['*', 404]
])('%s leads nowhere', async (path, status) => {
	const answer = await ask(path);
	expect(answer.status).toBe(status);
	expect(answer.body).not.toContain('secret');
});

test('a page that is not there says where to begin, in both languages', async () => {
	const { headers, body } = await ask('/gone');
	expect(headers['content-type']).toBe('text/plain; charset=utf-8');
	expect(body).toMatch(/请从首页进入：\/\n.*Begin at \/\n$/);
	const below = await start('/some/sub');
	expect((await ask('/some/sub/gone', {}, 'GET', below)).body).toContain('Begin at /some/sub/\n');
});

test('only reading is allowed', async () => {
	for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
		const answer = await ask('/', {}, method);
		expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
	}
});

test('HEAD answers like GET without the body', async () => {
	const answer = await ask('/list', {}, 'HEAD');
	expect([answer.status, answer.body, answer.headers['content-length']]).toEqual([200, '', '4']);
});

test('what the reader has is not sent again', async () => {
	const etag = (await ask('/list')).headers.etag ?? '';
	const again = await ask('/list', { 'If-None-Match': etag });
	expect([again.status, again.body]).toEqual([304, '']);
	for (const known of [`W/${etag}`, `"other", ${etag}`, '*']) {
		expect((await ask('/list', { 'If-None-Match': known })).status).toBe(304);
	}
	for (const other of ['"other"', 'W/"other"', etag.slice(0, -1), '']) {
		expect((await ask('/list', { 'If-None-Match': other })).status).toBe(200);
	}
});

test.each([
	['bytes=2-4', '234', 'bytes 2-4/10'],
	['bytes=7-', '789', 'bytes 7-9/10'],
	['bytes=-2', '89', 'bytes 8-9/10'],
	['bytes=8-99', '89', 'bytes 8-9/10'],
	['bytes=-99', '0123456789', 'bytes 0-9/10'],
	[`bytes=9-${'9'.repeat(400)}`, '9', 'bytes 9-9/10']
])('%s', async (range, body, part) => {
	const answer = await ask('/data/city/cases.0123456789ab.arrow.gz', { Range: range });
	expect([answer.status, answer.body]).toEqual([206, body]);
	expect(answer.headers['content-range']).toBe(part);
	expect(answer.headers['content-length']).toBe(String(body.length));
});

test('a range past the end is refused, several at once give the whole', async () => {
	const path = '/data/city/cases.0123456789ab.arrow.gz';
	for (const range of ['bytes=10-', 'bytes=-0', `bytes=${'9'.repeat(400)}-`]) {
		const past = await ask(path, { Range: range });
		expect([past.status, past.headers['content-range']]).toEqual([416, 'bytes */10']);
	}
	for (const range of ['bytes=0-0,5-6', 'bytes=5-2', 'bytes=-', 'bytes=a-b', 'lines=0-1']) {
		expect((await ask(path, { Range: range })).status).toBe(200);
	}
	expect((await ask(path, { Range: 'bytes=0-1' }, 'HEAD')).headers['content-length']).toBe('10');
	expect((await ask(path, { Range: 'bytes=0-1,3-4' })).body).toBe('0123456789');
	expect((await ask(path, { Range: 'bytes=0-1', 'If-Range': '"other"' })).status).toBe(200);
});

test('the site can lie under any path', async () => {
	const at = await start('/some/sub/');
	expect((await ask('/some/sub/list', {}, 'GET', at)).body).toBe('list');
	expect((await ask('/some/sub/data/city/index.json', {}, 'GET', at)).body).toBe('new');
	const bare = await ask('/some/sub?a=1', {}, 'GET', at);
	expect([bare.status, bare.headers.location]).toEqual([308, '/some/sub/?a=1']);
	for (const path of ['/', '/list', '/some/subset', '/some/sub/../../secret.txt']) {
		expect((await ask(path, {}, 'GET', at)).status).toBeGreaterThanOrEqual(400);
	}
});

test('a whole address, as a proxy writes it, is that of its path', async () => {
	expect((await ask('http://elsewhere.test/list?a=1')).body).toBe('list');
});

test('a port that is taken is said plainly', async () => {
	await expect(serve({ root: folder, port })).rejects.toThrow(/is in use. Choose another/);
});
