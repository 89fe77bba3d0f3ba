import { readSource } from '#lib/dataset/read-source.ts';
import { summaryJson, summaryOf } from '#lib/dataset/summary.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { onlyPositional, readArguments } from './arguments.ts';
import { datasetFolder } from './dataset-folder.ts';
import { printAccount, printRejections } from './print-account.ts';

/** `hetu check <dataset> [--from DIR] [--json]`: reads everything, writes nothing. */
export async function check(args: readonly string[]): Promise<number> {
	const read = readArguments(args, { from: { type: 'string' }, json: { type: 'boolean' } });
	const folder = datasetFolder(onlyPositional(read, 'dataset'), read.text('from'));
	const { source, rejections } = await readSource(folder);
	if (read.flag('json')) {
		console.log(
			JSON.stringify(source ? { ...summaryJson(summaryOf(source)), rejections } : { rejections })
		);
		return rejections.length > 0 ? 1 : 0;
	}
	printRejections(rejections);
	if (source) {
		const { areas, tallies, account } = summaryOf(source);
		for (const [name, count] of [...Object.entries(areas), ...Object.entries(tallies)]) {
			console.log(`${name}: ${String(count)}`);
		}
		printAccount(account);
	} else {
		console.error(m.cli_cannot_use());
	}
	return rejections.length > 0 ? 1 : 0;
}
