/** What is sent compressed, and to whom; `fetch` would unpack it, so the bytes are read as they come. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { precompress } from '../tools/precompress.js';
import { serve } from '../tools/serve.js';

const script = 'export const word = "和图";\n'.repeat(200);
const data = gzipSync('0123456789'.repeat(500));

let folder: string;
let site: string;
let port: number;
let close: () => Promise<void>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'serve-compressed-'));
	site = join(folder, 'build');
	mkdirSync(join(site, 'data'), { recursive: true });
	writeFileSync(join(site, 'app.js'), script);
	writeFileSync(join(site, 'stale.js'), script);
	writeFileSync(join(site, 'small.js'), 'let a;');
	writeFileSync(join(site, 'noise.wasm'), randomBytes(2_000));
	writeFileSync(join(site, 'data/cases.0123456789ab.arrow.gz'), data);
	precompress(site, join(folder, 'cache'));
	const later = new Date(Date.now() + 60_000);
	utimesSync(join(site, 'stale.js'), later, later);
	const served = await serve({ root: site, port: 0 });
	close = served.close;
	port = Number(new URL(served.url).port);
});
afterAll(async () => {
	await close();
	rmSync(folder, { recursive: true });
});

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	return new Promise((done, fail) => {
		request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				const { statusCode: status = 0, headers: own } = response;
				done({ status, headers: own, body: Buffer.concat(parts) });
			});
		})
			.on('error', fail)
			.end();
	});
}

test.each<[string | undefined, string | undefined]>([
	['gzip, deflate', 'gzip'],
	['gzip, deflate, br, zstd', 'br'],
	['br;q=1.0, gzip;q=0.5', 'br'],
	['br;q=0, gzip', 'gzip'],
	['*', 'br'],
	['identity', undefined],
	['gzip;q=0', undefined],
	['x-gzip-not', undefined],
	[undefined, undefined]
])('to a browser that takes %s a script goes as %s', async (accepted, coding) => {
	const answer = await ask(
		'/app.js',
		accepted === undefined ? {} : { 'Accept-Encoding': accepted }
	);
	const { headers, body } = answer;
	expect(headers['content-encoding']).toBe(coding);
	expect(headers['content-length']).toBe(String(body.length));
	expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
	expect(headers.vary).toBe('Accept-Encoding');
	const text = coding === 'br' ? brotliDecompressSync(body) : coding ? gunzipSync(body) : body;
	expect(text.toString()).toBe(script);
});

test('each form has a tag of its own, and is known by that alone', async () => {
	const forms = await Promise.all(
		['identity', 'gzip', 'br'].map((coding) => ask('/app.js', { 'Accept-Encoding': coding }))
	);
	const tags = forms.map(({ headers }) => headers.etag ?? '');
	expect(new Set(tags).size).toBe(3);
	const again = await ask('/app.js', { 'Accept-Encoding': 'gzip', 'If-None-Match': tags[1] ?? '' });
	expect([again.status, again.headers.vary]).toEqual([304, 'Accept-Encoding']);
	const other = await ask('/app.js', { 'Accept-Encoding': 'gzip', 'If-None-Match': tags[2] ?? '' });
	expect(other.status).toBe(200);
});

test('a range is one of the file itself', async () => {
	const part = await ask('/app.js', { 'Accept-Encoding': 'gzip, br', Range: 'bytes=0-5' });
	expect([part.status, part.body.toString()]).toEqual([206, 'export']);
	expect(part.headers['content-encoding']).toBeUndefined();
	expect(part.headers['content-range']).toBe(`bytes 0-5/${String(Buffer.byteLength(script))}`);
});

test('HEAD says what GET would send', async () => {
	const accepted = { 'Accept-Encoding': 'gzip' };
	const [head, get] = await Promise.all([
		ask('/app.js', accepted, 'HEAD'),
		ask('/app.js', accepted)
	]);
	expect(head.body.length).toBe(0);
	for (const name of ['content-length', 'content-encoding', 'etag', 'vary']) {
		expect(head.headers[name]).toBe(get.headers[name]);
	}
});

test.each(['/small.js', '/noise.wasm', '/stale.js'])(
	'what gains nothing, or has changed since, goes as it is: %s',
	async (path) => {
		const { headers, body } = await ask(path, { 'Accept-Encoding': 'gzip, br' });
		expect(headers['content-encoding']).toBeUndefined();
		expect(body).toEqual(readFileSync(join(site, path)));
	}
);

test('data go packed as they lie, and the app unpacks them', async () => {
	const path = '/data/cases.0123456789ab.arrow.gz';
	const { headers, body } = await ask(path, { 'Accept-Encoding': 'gzip, br' });
	expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined]);
	expect(headers['content-type']).toBe('application/gzip');
	expect(body).toEqual(data);
});

test('what was compressed once is taken from the cache', () => {
	const other = join(folder, 'other');
	mkdirSync(other);
	writeFileSync(join(other, 'renamed.js'), script);
	for (const name of ['gz', 'br']) rmSync(join(site, `app.js.${name}`));
	const before = readFileSync(join(site, 'stale.js.gz'));
	precompress(other, join(folder, 'cache'));
	expect(readFileSync(join(other, 'renamed.js.gz'))).toEqual(before);
	expect(brotliDecompressSync(readFileSync(join(other, 'renamed.js.br'))).toString()).toBe(script);
});
