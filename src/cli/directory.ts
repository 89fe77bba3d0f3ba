import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '#lib/ingest/folder.ts';

/** A directory as a Folder; with several, a name is read from the last one that holds it. */
export function folderOf(...directories: string[]): Folder {
	const place = new Map<string, string>();
	for (const directory of directories) {
		for (const entry of readdirSync(directory, { withFileTypes: true })) {
			if (!entry.isDirectory()) place.set(entry.name, join(directory, entry.name));
		}
	}
	return {
		names: [...place.keys()],
		read: async (name) => new Uint8Array(await readFile(place.get(name) ?? name))
	};
}

/**
 * Replaces a directory by one with these files, all or nothing: they are written beside it first,
 * so that neither a failure nor a reader in the middle of it meets half a dataset.
 */
export function replaceDirectory(
	directory: string,
	files: ReadonlyMap<string, Uint8Array | string>
): void {
	const fresh = `${directory}.new`;
	const old = `${directory}.old`;
	rmSync(fresh, { recursive: true, force: true });
	rmSync(old, { recursive: true, force: true });
	mkdirSync(fresh, { recursive: true });
	for (const [name, content] of files) writeFileSync(join(fresh, name), content);
	try {
		renameSync(directory, old);
	} catch {
		// There was none before.
	}
	renameSync(fresh, directory);
	rmSync(old, { recursive: true, force: true });
}
