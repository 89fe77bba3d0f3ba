import type { Rejection } from '#lib/domain/errors.ts';
import { isGzip, unpacked } from './bytes.ts';
import { bytesFault } from './bytes-fault.ts';
import type { Folder } from './folder.ts';
import { jsonPlaces, lineAt } from './json-places.ts';

export type Read<T> = { ok: true; value: T } | { ok: false; rejection: Rejection };

export function refuse(
	file: string,
	reason: Rejection['reason'],
	value = '',
	column = '',
	row = 0
): { ok: false; rejection: Rejection } {
	return { ok: false, rejection: { file, row, column, value, reason } };
}

/**
 * The first of the names that the folder holds, unpacked (its content says whether it is packed, not its name) and
 * read as UTF-8, with or without the mark of it at the beginning.
 */
export async function readText(
	folder: Folder,
	names: readonly string[]
): Promise<Read<{ name: string; text: string }>> {
	const name = names.find((one) => folder.names.includes(one));
	if (name === undefined) return refuse(names[0] ?? '', 'file-missing', names.join(', '));
	const packed = await folder.read(name);
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		bytes = await unpacked(packed);
	} catch (cause) {
		// Only what gzip itself says is the file's fault; anything else is ours.
		if (!isGzip(packed)) throw cause;
		return refuse(name, 'file-truncated');
	}
	const fault = bytesFault(bytes);
	if (fault) return refuse(name, fault.reason, fault.value, '', fault.line);
	return { ok: true, value: { name, text: new TextDecoder().decode(bytes) } };
}

/** A JSON file together with its text, which tells on which line each value stands. */
export interface JsonFile {
	readonly json: unknown;
	readonly text: string;
}

/** As much of a line as helps to recognise it. */
const SHOWN = 40;

export async function readJson(folder: Folder, name: string): Promise<Read<JsonFile>> {
	const read = await readText(folder, [name]);
	if (!read.ok) return read;
	const { text } = read.value;
	try {
		return { ok: true, value: { json: JSON.parse(text) as unknown, text } };
	} catch {
		const at = jsonPlaces(text).fault ?? 0;
		const row = lineAt(text, at);
		if (text.slice(at).trim() === '') return refuse(name, 'json-cut-off', '', '', row);
		const [near = ''] = text.slice(at).split(/[\r\n]/, 1);
		return refuse(name, 'file-not-json', near.trim().slice(0, SHOWN), '', row);
	}
}
