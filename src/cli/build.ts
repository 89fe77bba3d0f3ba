import { join } from 'node:path';
import { buildDataset } from '#lib/dataset/build.ts';
import { readSource } from '#lib/dataset/read-source.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { plainText } from '#lib/i18n/plain-text.ts';
import { onlyDataset, readArguments } from './arguments.ts';
import { writeCatalogue } from './catalogue.ts';
import { datasetFolder } from './dataset-folder.ts';
import { printMark } from './print-mark.ts';
import { publishDataset } from './publish.ts';
import { printAccount, printBookAccounts, printRejections } from './print-account.ts';

/**
 * `hetu build <dataset> [--from DIR] [--out DIR]`: the files that the site reads, all or none. Like `check` it ends
 * with 1 where a row was rejected or a figure of the report differs from the books, though the dataset is then built from the others: a caller must not take it for
 * whole without having looked.
 */
export async function build(args: readonly string[]): Promise<number> {
	const read = readArguments(args, { from: { type: 'string' }, out: { type: 'string' } });
	const folder = datasetFolder(onlyDataset(read), read.text('from'));
	const out = read.text('out') ?? join('static', 'data');
	const { source, account, rejections } = await readSource(folder);
	if (source) printMark(source.manifest);
	printRejections(rejections);
	if (account) printAccount(account);
	if (source) printBookAccounts(source.books);
	else {
		console.error(m.cli_cannot_use());
		return 1;
	}
	const database = await openNativeDatabase();
	try {
		const { index, files } = await buildDataset(source, database);
		const directory = join(out, index.manifest.id);
		const leftOut = publishDataset(directory, files, () => writeCatalogue(out));
		for (const [name, bytes] of files) console.log(`  ${name}: ${String(bytes.length)}`);
		console.log(m.cli_built({ directory, version: index.version }));
		for (const file of leftOut) console.error(m.cli_left_out({ file: plainText(file) }));
	} finally {
		await database.close();
	}
	if (rejections.length === 0) return 0;
	const differing = rejections.filter(({ reason }) => reason === 'figure-differs').length;
	const rows = rejections.length - differing;
	if (rows > 0) console.error(m.cli_built_without({ count: rows }));
	if (differing > 0) console.error(m.cli_built_differing({ count: differing }));
	return 1;
}
