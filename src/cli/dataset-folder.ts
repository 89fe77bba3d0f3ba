import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Folder } from '#lib/ingest/folder.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { plainText } from '#lib/i18n/plain-text.ts';
import { UsageError } from './arguments.ts';
import { folderOf } from './directory.ts';

/**
 * The folder of a dataset named by its id (data/<id>) or by a path, with the files of `from` added:
 * a dataset of this project may hold only the manifest and code lists of a city, its data lying elsewhere.
 */
export function datasetFolder(dataset: string, from: string | undefined): Folder {
	const named = join('data', dataset);
	const directory = existsSync(join(named, 'dataset.json')) ? named : dataset;
	const directories = [directory, ...(from === undefined ? [] : [from])];
	for (const one of directories) {
		if (!existsSync(one) || !statSync(one).isDirectory()) {
			throw new UsageError(m.cli_no_folder({ path: plainText(resolve(one)) }));
		}
	}
	// The dataset's own files come last, so that its manifest holds whatever the other folder has.
	return folderOf(...directories.reverse());
}
