import type { Database } from '#lib/engine/database.ts';
import { folderOf, smallFiles } from '#lib/ingest/small-folder.ts';
import { buildDataset, type BuiltDataset } from './build.ts';
import type { Fetch } from './open.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

/** The small city read, with files of it changed; for the tests. Throws where it cannot be used. */
export async function smallSource(changed: Readonly<Record<string, string>> = {}): Promise<Source> {
	const { source, rejections } = await readSource(folderOf({ ...smallFiles(), ...changed }));
	if (!source) throw new RangeError(JSON.stringify(rejections));
	return source;
}

export async function smallBuilt(
	database: Database,
	changed: Readonly<Record<string, string>> = {}
): Promise<BuiltDataset> {
	return buildDataset(await smallSource(changed), database);
}

/** Serves files by their paths; any other path rejects as a server's 404 does. */
export function fetchOf(
	files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
	missing: Error
): Fetch {
	return (path) => {
		const bytes = files.get(path);
		return bytes ? Promise.resolve(bytes) : Promise.reject(missing);
	};
}
