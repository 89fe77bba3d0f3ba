import type { Rejection } from '#lib/domain/errors.ts';
import { unpacked } from './bytes.ts';
import type { Folder } from './folder.ts';

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

/** The first of the names that the folder holds, unpacked and read as UTF-8. */
export async function readText(
	folder: Folder,
	names: readonly string[]
): Promise<Read<{ name: string; text: string }>> {
	const name = names.find((one) => folder.names.includes(one));
	if (name === undefined) return refuse(names[0] ?? '', 'file-missing', names.join(', '));
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		bytes = await unpacked(await folder.read(name));
	} catch {
		return refuse(name, 'file-truncated');
	}
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { ok: true, value: { name, text } };
	} catch {
		return refuse(name, 'file-not-utf8');
	}
}

export async function readJson(folder: Folder, name: string): Promise<Read<unknown>> {
	const read = await readText(folder, [name]);
	if (!read.ok) return read;
	try {
		return { ok: true, value: JSON.parse(read.value.text) as unknown };
	} catch (cause) {
		return refuse(name, 'file-not-json', cause instanceof Error ? cause.message : '');
	}
}
