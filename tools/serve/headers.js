// @ts-check
/** What is said about a file beside its bytes: policy, type, how long it keeps. */
import { extname } from 'node:path';

const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"worker-src 'self'",
	"connect-src 'self'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"style-src 'self'",
	"style-src-attr 'unsafe-inline'",
	"base-uri 'none'",
	"form-action 'self'"
].join('; ');

/** On every answer, errors and worker scripts included: DuckDB's worker takes its policy from its own response. */
export const securityHeaders = {
	'Content-Security-Policy': contentSecurityPolicy,
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'Cross-Origin-Resource-Policy': 'same-origin'
};

/** @type {Record<string, string>} */
const types = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.wasm': 'application/wasm',
	// No Content-Encoding: the app checks the magic bytes and unpacks data itself.
	'.gz': 'application/gzip'
};

/** @param {string} file */
export const contentType = (file) => types[extname(file)] ?? 'application/octet-stream';

const compressible = ['.html', '.js', '.css', '.json', '.svg', '.wasm', '.txt'];

/**
 * Whether a file may be sent compressed. Not by its type alone: data (`.gz`, `.arrow`, `.cube`) are unpacked by the app.
 *
 * @param {string} file
 */
export const isCompressible = (file) => compressible.includes(extname(file));

/**
 * A name that carries the hash of its content never means anything else.
 *
 * @param {string} path below the base
 */
export const cacheControl = (path) =>
	path.startsWith('/_app/immutable/') || /\.[0-9a-f]{12,}\.[^/]*$/.test(path)
		? 'public, max-age=31536000, immutable'
		: 'no-cache';
