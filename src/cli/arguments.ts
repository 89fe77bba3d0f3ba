import { parseArgs, type ParseArgsConfig } from 'node:util';
import { m } from '#lib/i18n/messages/messages.js';

/** A command line that cannot be understood: exit code 2, with the usage. The message is a sentence for the reader. */
export class UsageError extends Error {}

export type Options = NonNullable<ParseArgsConfig['options']>;

export interface Arguments {
	readonly positionals: readonly string[];
	text(option: string): string | undefined;
	flag(option: string): boolean;
}

export function readArguments(args: readonly string[], options: Options): Arguments {
	// Not strict: what is wrong is said in the reader's language, not in Node's English.
	const { values, positionals, tokens } = parseArgs({
		args: [...args],
		options,
		allowPositionals: true,
		strict: false,
		tokens: true
	});
	for (const token of tokens) {
		if (token.kind !== 'option') continue;
		const { rawName: name, value } = token;
		const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
		if (!option) throw new UsageError(m.cli_option_unknown({ name }));
		// `--from --json` is an option that was forgotten to be filled, not a folder called --json.
		const hasValue = value !== undefined && (token.inlineValue || !value.startsWith('-'));
		if (option.type === 'string' && !hasValue) throw new UsageError(m.cli_option_value({ name }));
		if (option.type === 'boolean' && value !== undefined) {
			throw new UsageError(m.cli_option_no_value({ name }));
		}
	}
	return {
		positionals,
		text: (option) => {
			const value = values[option];
			return typeof value === 'string' ? value : undefined;
		},
		flag: (option) => values[option] === true
	};
}

export function onlyDataset(args: Arguments): string {
	const [first, ...rest] = args.positionals;
	if (first === undefined || rest.length > 0) throw new UsageError(m.cli_one_dataset());
	return first;
}
