import { m } from '#lib/i18n/messages/messages.js';
import { plainText } from '#lib/i18n/plain-text.ts';

type Sentence = (parts: { path: string; code: string }) => string;

/** What an operating system says no with, and what a person can do about it. */
const BY_SYSTEM: Readonly<Record<string, Sentence>> = {
	ENOSPC: m.cli_disk_full,
	EDQUOT: m.cli_disk_full,
	EFBIG: m.cli_disk_full,
	EACCES: m.cli_no_permission,
	EPERM: m.cli_no_permission,
	EROFS: m.cli_no_permission,
	ENOTDIR: m.cli_path_wrong,
	EISDIR: m.cli_path_wrong,
	EEXIST: m.cli_path_wrong,
	ENOENT: m.cli_path_wrong
};

export interface Broken {
	readonly code: string;
	readonly sentence: string;
}

/** One sentence about an error that stopped a command, and its code: no stack, which helps nobody at a counter. */
export function brokenOf(error: unknown): Broken {
	const code = plainText(partOf(error, 'code') || partOf(error, 'name') || typeof error);
	const path = plainText(partOf(error, 'path'));
	const bySystem = Object.hasOwn(BY_SYSTEM, code) ? BY_SYSTEM[code] : undefined;
	const sentence = bySystem && path !== '' ? bySystem({ path, code }) : m.cli_broken({ code });
	return { code, sentence };
}

function partOf(error: unknown, name: string): string {
	const value: unknown =
		typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
	return typeof value === 'string' ? value : '';
}
