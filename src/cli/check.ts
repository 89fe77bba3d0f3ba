import { readSource } from '#lib/dataset/read-source.ts';
import { accountJson, summaryJson, summaryOf } from '#lib/dataset/summary.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { onlyDataset, readArguments } from './arguments.ts';
import { datasetFolder } from './dataset-folder.ts';
import { printMark } from './print-mark.ts';
import {
	printAccount,
	printBookAccounts,
	printRejections,
	withSentences
} from './print-account.ts';
import { printFigures } from './print-figures.ts';
import { printJson } from './print-json.ts';

/**
 * `hetu check <dataset> [--from DIR] [--json]`: reads everything, writes nothing. Ends with 1 where anything is rejected,
 * and where a figure of the report differs from the books.
 */
export async function check(args: readonly string[]): Promise<number> {
	const read = readArguments(args, { from: { type: 'string' }, json: { type: 'boolean' } });
	const folder = datasetFolder(onlyDataset(read), read.text('from'));
	const { source, account, rejections } = await readSource(folder);
	const code = rejections.length > 0 ? 1 : 0;
	if (read.flag('json')) {
		const counts = source ? summaryJson(summaryOf(source)) : account && accountJson(account);
		printJson({ ...counts, rejections: withSentences(rejections) });
		return code;
	}
	if (source) printMark(source.manifest);
	printRejections(rejections);
	if (source) {
		const { areas, organisations = {}, counted, tallies, figures } = summaryOf(source);
		for (const [name, count] of Object.entries({ ...areas, ...organisations })) {
			console.log(`${name}: ${String(count)}`);
		}
		console.log(m.cli_counted(counted));
		for (const [name, count] of Object.entries(tallies)) console.log(`${name}: ${String(count)}`);
		if (source.manifest.report && figures) printFigures(source.manifest.report, figures);
	}
	if (account) printAccount(account);
	if (source) printBookAccounts(source.books);
	if (!source) console.error(m.cli_cannot_use());
	return code;
}
