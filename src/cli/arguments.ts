import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command line that cannot be understood: exit code 2, with the usage. */
export class UsageError extends Error {}

export type Options = NonNullable<ParseArgsConfig['options']>;

export interface Arguments {
	readonly positionals: readonly string[];
	text(option: string): string | undefined;
	flag(option: string): boolean;
}

export function readArguments(args: readonly string[], options: Options): Arguments {
	let parsed;
	try {
		parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
	} catch (cause) {
		throw new UsageError(cause instanceof Error ? cause.message : String(cause));
	}
	const { values, positionals } = parsed;
	return {
		positionals,
		text: (option) => {
			const value = values[option];
			return typeof value === 'string' ? value : undefined;
		},
		flag: (option) => values[option] === true
	};
}

export function onlyPositional(args: Arguments, what: string): string {
	const [first, ...rest] = args.positionals;
	if (first === undefined || rest.length > 0) throw new UsageError(`Expected one ${what}.`);
	return first;
}
