// @ts-check
/**
 * Lays compressed copies beside the files of the site, `name.gz` and `name.br`, which the server sends to browsers that
 * take them: gzip over plain http, brotli over https, where alone Chromium asks for it. What a browser would not gain
 * from is left alone, and so are the data, which the app unpacks itself.
 */
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isCompressible } from './serve/headers.js';

/** Below this the headers weigh as much. */
const SMALLEST = 1024;

/**
 * @typedef {object} Coding
 * @property {string} ending of the copy's name, and of its cache: another quality is another name there
 * @property {(content: Buffer) => Buffer} compress
 */

/** Brotli at 9: at 11 the database engine alone (34 MB) takes a minute and more, for a few hundred kilobytes. */
/** @type {Coding[]} */
const codings = [
	{ ending: 'gz', compress: (content) => gzipSync(content, { level: 9 }) },
	{
		ending: 'br',
		compress: (content) =>
			brotliCompressSync(content, {
				params: {
					[constants.BROTLI_PARAM_QUALITY]: 9,
					[constants.BROTLI_PARAM_SIZE_HINT]: content.length
				}
			})
	}
];

/**
 * @param {string} folder of the built site
 * @param {string} cache folder where each content is kept compressed, by its hash: the engine changes once a year
 */
export function precompress(folder, cache) {
	mkdirSync(cache, { recursive: true });
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const path = join(folder, name);
		if (!isCompressible(path) || !statSync(path).isFile()) continue;
		const content = readFileSync(path);
		if (content.length < SMALLEST) continue;
		const hash = createHash('sha256').update(content).digest('hex');
		for (const { ending, compress } of codings) {
			const kept = join(cache, `${hash}.9.${ending}`);
			if (!existsSync(kept)) {
				writeFileSync(`${kept}.new`, compress(content));
				renameSync(`${kept}.new`, kept);
			}
			if (statSync(kept).size < content.length) copyFileSync(kept, `${path}.${ending}`);
		}
	}
}
