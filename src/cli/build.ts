import { join } from 'node:path';
import { buildDataset } from '#lib/dataset/build.ts';
import { readSource } from '#lib/dataset/read-source.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { onlyPositional, readArguments } from './arguments.ts';
import { writeCatalogue } from './catalogue.ts';
import { datasetFolder } from './dataset-folder.ts';
import { replaceDirectory } from './directory.ts';
import { printAccount, printRejections } from './print-account.ts';

/** `hetu build <dataset> [--from DIR] [--out DIR]`: the files that the site reads, all or none. */
export async function build(args: readonly string[]): Promise<number> {
	const read = readArguments(args, { from: { type: 'string' }, out: { type: 'string' } });
	const folder = datasetFolder(onlyPositional(read, 'dataset'), read.text('from'));
	const out = read.text('out') ?? join('static', 'data');
	const { source, rejections } = await readSource(folder);
	printRejections(rejections);
	if (!source) {
		console.error(m.cli_cannot_use());
		return 1;
	}
	printAccount(source.account);
	const database = await openNativeDatabase();
	try {
		const { index, files } = await buildDataset(source, database);
		const directory = join(out, index.manifest.id);
		replaceDirectory(directory, files);
		writeCatalogue(out);
		for (const [name, bytes] of files) console.log(`  ${name}: ${String(bytes.length)}`);
		console.log(m.cli_built({ directory, version: index.version }));
	} finally {
		await database.close();
	}
	return 0;
}
