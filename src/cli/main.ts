import { m } from '#lib/i18n/messages/messages.js';
import { plainText } from '#lib/i18n/plain-text.ts';
import { UsageError } from './arguments.ts';
import { bench } from './bench.ts';
import { brokenOf } from './broken.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { demoCity } from './demo-city.ts';
import { printJson } from './print-json.ts';
import { chooseLanguage } from './reader-language.ts';
import { reference } from './reference.ts';

interface Command {
	readonly run: (args: readonly string[]) => Promise<number>;
	/** What follows the command's name. */
	readonly takes: string;
	readonly does: () => string;
}

const COMMANDS: Readonly<Record<string, Command>> = {
	check: { run: check, takes: '<dataset> [--from DIR] [--json]', does: m.cli_usage_check },
	build: { run: build, takes: '<dataset> [--from DIR] [--out DIR]', does: m.cli_usage_build },
	'demo-city': {
		run: demoCity,
		takes: '[--seed N] [--out DIR] [--truth FILE]',
		does: m.cli_usage_demo_city
	},
	reference: { run: reference, takes: '<case.json>…', does: m.cli_usage_reference },
	bench: {
		run: bench,
		takes: '[name] [--runs N] [--dataset ID | --rows N] [--markdown]',
		does: m.cli_usage_bench
	}
};

function usage(): string {
	const commands = Object.entries(COMMANDS).map(
		([name, { takes, does }]) => `  ${name} ${takes}\n      ${does()}`
	);
	return [m.cli_usage_head(), commands.join('\n'), m.cli_usage_foot()].join('\n\n');
}

function badUsage(sentence: string): number {
	console.error(`${sentence}\n\n${usage()}`);
	return 2;
}

async function run(given: readonly string[]): Promise<number> {
	try {
		const [name = '', ...args] = chooseLanguage(given, process.env);
		const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
		if (command) return await command.run(args);
		if (!['', 'help', '--help', '-h'].includes(name)) {
			return badUsage(m.cli_command_unknown({ name: plainText(name) }));
		}
		console.log(usage());
		return 0;
	} catch (error) {
		if (error instanceof UsageError) return badUsage(error.message);
		const failure = brokenOf(error);
		if (given.includes('--json')) printJson({ failure });
		console.error(failure.sentence);
		if (process.env['HETU_DEBUG'] === '1') console.error(error);
		return 1;
	}
}

process.exitCode = await run(process.argv.slice(2));
