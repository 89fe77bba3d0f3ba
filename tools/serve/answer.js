// @ts-check
/** One request, one answer: a file of the site, a part of it, or a refusal. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { cacheControl, contentType } from './headers.js';

/** An answer other than a file. */
export class Refusal extends Error {
	/**
	 * @param {number} status
	 * @param {Record<string, string>} [headers]
	 */
	constructor(status, headers = {}) {
		super(String(status));
		this.status = status;
		this.headers = headers;
	}
}

/**
 * The names between the slashes, decoded once. A name that could mean another place than it says is refused.
 *
 * @param {string} path
 */
function namesOf(path) {
	return path.split('/').map((part) => {
		let name;
		try {
			name = decodeURIComponent(part);
		} catch {
			throw new Refusal(400);
		}
		// eslint-disable-next-line no-control-regex -- a NUL would cut the name short in the system call
		if (name === '..' || /[/\\\x00]/.test(name)) throw new Refusal(400);
		if (name.startsWith('.')) throw new Refusal(404);
		return name;
	});
}

/** @param {string} path */
async function fileAt(path) {
	const found = await stat(path).catch(() => undefined);
	return found?.isFile() ? { path, size: found.size, changed: found.mtimeMs } : undefined;
}

/**
 * @param {readonly string[]} paths in the order of preference
 * @param {boolean} asFolder the address ends with a slash
 */
async function find(paths, asFolder) {
	for (const path of paths) {
		const page = await fileAt(join(path, 'index.html'));
		if (asFolder) {
			if (page) return page;
			continue;
		}
		const file = (await fileAt(path)) ?? (await fileAt(`${path}.html`));
		if (file) return file;
		if (page) return 'folder';
	}
	return undefined;
}

/**
 * The part of a file that a Range header asks for. Several ranges at once are answered with the whole file.
 *
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{ start: number, end: number } | undefined} undefined for the whole
 */
function rangeOf(header, size) {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (first === '' && last === '') return undefined;
	const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
	const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
	if (start > end) throw new Refusal(416, { 'Content-Range': `bytes */${String(size)}` });
	return { start, end };
}

/**
 * @typedef {object} Site
 * @property {string} root folder with the site
 * @property {string} [overlay] folder asked before `root` for what lies under /data/, so that a dataset built after
 *   the site is offered at once
 * @property {string} [base] path under which the site is served: '' or '/some/sub'
 */

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Site} site
 */
export async function answer(request, response, { root, overlay, base = '' }) {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		throw new Refusal(405, { Allow: 'GET, HEAD' });
	}
	const url = request.url ?? '';
	const [address = ''] = url.split('?', 1);
	const search = url.slice(address.length);
	if (address === base) throw new Refusal(308, { Location: `${base}/${search}` });
	if (!address.startsWith(`${base}/`)) throw new Refusal(404);
	const path = address.slice(base.length);
	const names = namesOf(path).slice(1);
	const last = names.at(-1) ?? '';
	const paths = [join(root, ...names)];
	if (overlay && names[0] === 'data') paths.unshift(join(overlay, ...names.slice(1)));

	const file = await find(paths, last === '');
	if (!file) throw new Refusal(404);
	// A page with relative links must be opened at its folder's own address.
	if (file === 'folder') {
		throw new Refusal(308, { Location: `./${encodeURIComponent(last)}/${search}` });
	}
	const tag = `"${file.size.toString(16)}-${Math.round(file.changed).toString(16)}"`;
	response.setHeader('ETag', tag);
	response.setHeader('Cache-Control', cacheControl(path));
	response.setHeader('Accept-Ranges', 'bytes');
	if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) {
		response.writeHead(304).end();
		return;
	}
	const ifRange = request.headers['if-range'];
	const asked = ifRange === undefined || ifRange === tag ? request.headers.range : undefined;
	const range = rangeOf(asked, file.size);
	const { start, end } = range ?? { start: 0, end: file.size - 1 };
	if (range) {
		response.statusCode = 206;
		const part = `bytes ${String(start)}-${String(end)}/${String(file.size)}`;
		response.setHeader('Content-Range', part);
	}
	response.setHeader('Content-Type', contentType(file.path));
	response.setHeader('Content-Length', end - start + 1);
	if (request.method === 'HEAD' || file.size === 0) {
		response.end();
		return;
	}
	// A reader who leaves half way is no fault of ours.
	pipeline(createReadStream(file.path, { start, end }), response, () => {});
}
