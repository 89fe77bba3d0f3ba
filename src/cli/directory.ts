import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '#lib/ingest/folder.ts';

/**
 * A directory as a Folder; with several, a name is read from the last one that holds it. A name that
 * none holds is a caller's mistake: RangeError, and nothing elsewhere is ever read.
 */
export function folderOf(...directories: string[]): Folder {
	const place = new Map<string, string>();
	for (const directory of directories) {
		for (const entry of readdirSync(directory, { withFileTypes: true })) {
			if (!entry.isDirectory()) place.set(entry.name, join(directory, entry.name));
		}
	}
	return {
		names: [...place.keys()],
		read: async (name) => {
			const path = place.get(name);
			if (path === undefined) throw new RangeError(`The folder holds no ${name}.`);
			return new Uint8Array(await readFile(path));
		}
	};
}

export type Files = ReadonlyMap<string, Uint8Array | string>;

/** Writes files into a directory beside what else is in it; a failure to write one leaves all as they were. */
export function writeFiles(directory: string, files: Files): void {
	mkdirSync(directory, { recursive: true });
	const fresh = [...files.keys()].map((name) => ({
		path: join(directory, name),
		aside: join(directory, `${name}.new`)
	}));
	try {
		for (const [name, content] of files) writeFileSync(join(directory, `${name}.new`), content);
		for (const { path, aside } of fresh) renameSync(aside, path);
	} finally {
		for (const { aside } of fresh) rmSync(aside, { force: true });
	}
}
