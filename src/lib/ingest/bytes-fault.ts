import type { RejectionReason } from '#lib/domain/errors.ts';

/** Why bytes are no text in UTF-8. */
export interface BytesFault {
	readonly reason: RejectionReason;
	/** The encoding that it looks like, where it looks like one. */
	readonly value: string;
	/** Line of the first byte that is wrong; 0 speaks of the whole file. */
	readonly line: number;
}

const LINE_FEED = 10;

/** Undefined for a text in UTF-8 that says something. */
export function bytesFault(bytes: Uint8Array): BytesFault | undefined {
	const whole = (reason: RejectionReason, value = ''): BytesFault => ({ reason, value, line: 0 });
	if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return whole('file-workbook', 'xlsx');
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return whole('file-workbook', 'xls');
	if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
		return whole('file-not-utf8', 'UTF-16');
	}
	const zero = bytes.indexOf(0);
	if (zero >= 0) return { reason: 'file-not-text', value: '', line: lineOf(bytes, zero) };
	const text = decoded(bytes, 'utf-8');
	if (text === undefined) {
		const value = /\p{Script=Han}/u.test(decoded(bytes, 'gb18030') ?? '') ? 'GB18030' : '';
		return { reason: 'file-not-utf8', value, line: firstLineNotUtf8(bytes) };
	}
	return text.trim() === '' ? whole('file-empty') : undefined;
}

function startsWith(bytes: Uint8Array, ...first: number[]): boolean {
	return first.every((byte, i) => bytes[i] === byte);
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** No character of UTF-8 but the line feed itself holds its byte, so each line can be judged alone. */
function firstLineNotUtf8(bytes: Uint8Array): number {
	let line = 1;
	for (let from = 0; from < bytes.length; line++) {
		const end = bytes.indexOf(LINE_FEED, from);
		const next = end < 0 ? bytes.length : end + 1;
		if (decoded(bytes.subarray(from, next), 'utf-8') === undefined) return line;
		from = next;
	}
	return line;
}

function lineOf(bytes: Uint8Array, offset: number): number {
	let line = 1;
	for (let i = 0; i < offset; i++) if (bytes[i] === LINE_FEED) line++;
	return line;
}
