import { m } from '#lib/i18n/messages/messages.js';
import { readArguments, UsageError } from './arguments.ts';
import { printJson } from './print-json.ts';
import { runCase } from './reference/run-case.ts';

/** `hetu reference <case.json>…`: one line of JSON a case. Ends with 1 unless every case passes. */
export function reference(args: readonly string[]): Promise<number> {
	const { positionals } = readArguments(args, { json: { type: 'boolean' } });
	if (positionals.length === 0) throw new UsageError(m.cli_no_cases());
	let code = 0;
	for (const file of positionals) {
		const result = runCase(file);
		printJson(result);
		if (!result.pass) code = 1;
	}
	return Promise.resolve(code);
}
