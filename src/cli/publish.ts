import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';

/** The file that names the others: with it a dataset changes from one version to the next. */
const INDEX = 'index.json';

/** The index before the change. */
const FORMER = 'index.json.former';

/**
 * Puts a built dataset into a directory that may hold an earlier one, so that whoever reads it, and whenever this is
 * stopped (even killed), finds one of the two whole. Names hold the hash of their content, so the new files are laid
 * beside the old; then the index is exchanged in one step; what it does not name is cleared away last.
 * `after` belongs to the change (the catalogue of the site): if it throws, all is put back as it was.
 */
export function publishDataset<T>(
	directory: string,
	files: ReadonlyMap<string, Uint8Array>,
	after: () => T
): T {
	const index = files.get(INDEX);
	if (!index) throw new RangeError('A dataset without an index cannot be found by any reader.');
	const wasThere = existsSync(directory);
	const before = new Set(wasThere ? readdirSync(directory) : []);
	const former = join(directory, FORMER);
	let isChanged = false;
	try {
		mkdirSync(directory, { recursive: true });
		for (const [name, bytes] of files) if (name !== INDEX) write(directory, name, bytes);
		// Kept until all is done: to go back, nothing must be written that a full disk could refuse.
		if (before.has(INDEX)) write(directory, FORMER, readFileSync(join(directory, INDEX)));
		write(directory, INDEX, index);
		isChanged = true;
		const done = after();
		for (const name of readdirSync(directory)) if (!files.has(name)) remove(directory, name);
		return done;
	} catch (error) {
		if (isChanged && existsSync(former)) renameSync(former, join(directory, INDEX));
		const added = existsSync(directory) ? readdirSync(directory) : [];
		for (const name of added) if (!before.has(name)) remove(directory, name);
		if (!wasThere) rmSync(directory, { recursive: true, force: true });
		throw error;
	}
}

/** A file is there whole or not at all. */
function write(directory: string, name: string, bytes: Uint8Array): void {
	const aside = join(directory, `${name}.new`);
	try {
		writeFileSync(aside, bytes);
		renameSync(aside, join(directory, name));
	} catch (error) {
		rmSync(aside, { force: true, recursive: true });
		throw error;
	}
}

function remove(directory: string, name: string): void {
	rmSync(join(directory, name), { recursive: true, force: true });
}
