import { UsageError } from './arguments.ts';
import { bench } from './bench.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { demoCity } from './demo-city.ts';

const USAGE = `hetu <command>

  check <dataset> [--from DIR] [--json]    read a dataset and say what is in it and what is wrong
  build <dataset> [--from DIR] [--out DIR] make the files that the site reads (default: static/data)
  demo-city [--seed N] [--out DIR]         write the invented city again (default: data/demo-city)
  bench [name] [--runs N] [--dataset ID] [--markdown]
                                           measure ready, engine, answer on this machine

A dataset is the name of a folder in data/, or the path of one. --from names a folder with files of the
dataset that lie elsewhere. Exit code: 0 done, 1 the data cannot be used as they are, 2 bad usage.`;

type Command = (args: readonly string[]) => Promise<number>;
const COMMANDS: Readonly<Record<string, Command>> = {
	check,
	build,
	'demo-city': demoCity,
	bench
};

async function run([name = '', ...args]: string[]): Promise<number> {
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		const asked = ['', 'help', '--help', '-h'].includes(name);
		(asked ? console.log : console.error)(asked ? USAGE : `Unknown command: ${name}\n\n${USAGE}`);
		return asked ? 0 : 2;
	}
	try {
		return await command(args);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		console.error(`${error.message}\n\n${USAGE}`);
		return 2;
	}
}

process.exitCode = await run(process.argv.slice(2));
