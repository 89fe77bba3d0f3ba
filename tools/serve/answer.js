// @ts-check
/** One request, one answer: a file of the site, a part of it, or a refusal. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { cacheControl, contentType, isCompressible } from './headers.js';

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

/**
 * A file that really lies in the folder: a link that leads out of it is none.
 *
 * @param {string} folder
 * @param {string} path
 */
async function fileAt(folder, path) {
	try {
		const [real, home] = await Promise.all([realpath(path), realpath(folder)]);
		if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) return undefined;
		const found = await stat(real);
		return found.isFile() ? { folder, path, size: found.size, changed: found.mtimeMs } : undefined;
	} catch {
		return undefined;
	}
}

/** @typedef {NonNullable<Awaited<ReturnType<typeof fileAt>>>} File */

/**
 * @param {readonly { folder: string, path: string }[]} places in the order of preference
 * @param {boolean} asFolder the address ends with a slash
 */
async function find(places, asFolder) {
	for (const { folder, path } of places) {
		const page = await fileAt(folder, join(path, 'index.html'));
		if (asFolder) {
			if (page) return page;
			continue;
		}
		const file = (await fileAt(folder, path)) ?? (await fileAt(folder, `${path}.html`));
		if (file) return file;
		if (page) return 'folder';
	}
	return undefined;
}

/**
 * The codings that a browser takes, the better one first. `;q=0` means that it does not.
 *
 * @param {string | undefined} header
 */
function codingsIn(header = '') {
	const taken = header.split(',').map((part) => part.trim().toLowerCase());
	const isTaken = (/** @type {string} */ name) =>
		taken.some((part) => new RegExp(`^(${name}|\\*)\\s*(;(?!\\s*q=0(\\.0*)?$)|$)`).test(part)) &&
		!taken.some((part) => new RegExp(`^${name}\\s*;\\s*q=0(\\.0*)?$`).test(part));
	return [
		{ name: 'br', ending: '.br' },
		{ name: 'gzip', ending: '.gz' }
	].filter(({ name }) => isTaken(name));
}

/**
 * The compressed copy of a file that the browser takes, if there is one that is not older than the file.
 *
 * @param {File} file
 * @param {string | undefined} accepted
 */
async function compressed(file, accepted) {
	for (const { name, ending } of codingsIn(accepted)) {
		const copy = await fileAt(file.folder, file.path + ending);
		if (copy && copy.changed >= file.changed) return { ...copy, coding: name };
	}
	return undefined;
}

/**
 * Whether the reader has what the tag names. Comparison is weak (RFC 9110): a `W/` does not matter here.
 *
 * @param {string | undefined} header If-None-Match
 * @param {string} tag
 */
function isKnown(header, tag) {
	if (header === undefined) return false;
	const tags = header.split(',').map((one) => one.trim().replace(/^W\//, ''));
	return tags.includes('*') || tags.includes(tag);
}

/**
 * The part of a file that a Range header asks for. Several ranges at once, and one that ends before it begins, are
 * answered with the whole file.
 *
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{ start: number, end: number } | undefined} undefined for the whole
 */
function rangeOf(header, size) {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (first === '' && last === '') return undefined;
	if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
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
	// A proxy writes the whole address; whose it is has been settled by the connection.
	const url = (request.url ?? '').replace(/^https?:\/\/[^/?#]*/i, '');
	const [address = ''] = url.split('?', 1);
	const search = url.slice(address.length);
	if (address === base) throw new Refusal(308, { Location: `${base}/${search}` });
	if (!address.startsWith(`${base}/`)) throw new Refusal(404);
	const path = address.slice(base.length);
	const names = namesOf(path).slice(1);
	const last = names.at(-1) ?? '';
	const places = [{ folder: root, path: join(root, ...names) }];
	if (overlay && names[0] === 'data') {
		places.unshift({ folder: overlay, path: join(overlay, ...names.slice(1)) });
	}

	const file = await find(places, last === '');
	if (!file) throw new Refusal(404);
	// A page with relative links must be opened at its folder's own address.
	if (file === 'folder') {
		throw new Refusal(308, { Location: `./${encodeURIComponent(last)}/${search}` });
	}
	// A range is one of the file itself, and only of what is read, not of what is asked about.
	const asksRange = request.method === 'GET' && request.headers.range !== undefined;
	let copy;
	if (isCompressible(file.path)) {
		response.setHeader('Vary', 'Accept-Encoding');
		if (!asksRange) copy = await compressed(file, request.headers['accept-encoding']);
	}
	const { size } = copy ?? file;
	const version = `${file.size.toString(16)}-${Math.round(file.changed).toString(16)}`;
	const tag = copy ? `"${version}-${copy.coding}"` : `"${version}"`;
	response.setHeader('ETag', tag);
	response.setHeader('Cache-Control', cacheControl(path));
	response.setHeader('Accept-Ranges', 'bytes');
	if (isKnown(request.headers['if-none-match'], tag)) {
		response.writeHead(304).end();
		return;
	}
	const ifRange = request.headers['if-range'];
	const isAsked = asksRange && (ifRange === undefined || ifRange === tag);
	const range = isAsked ? rangeOf(request.headers.range, size) : undefined;
	const { start, end } = range ?? { start: 0, end: size - 1 };
	if (range) {
		response.statusCode = 206;
		const part = `bytes ${String(start)}-${String(end)}/${String(size)}`;
		response.setHeader('Content-Range', part);
	}
	if (copy) response.setHeader('Content-Encoding', copy.coding);
	response.setHeader('Content-Type', contentType(file.path));
	response.setHeader('Content-Length', end - start + 1);
	if (request.method === 'HEAD' || size === 0) {
		response.end();
		return;
	}
	// A reader who leaves half way is no fault of ours.
	pipeline(createReadStream((copy ?? file).path, { start, end }), response, () => {});
}
