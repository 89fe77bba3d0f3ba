import { join } from 'node:path';
import { m } from '#lib/i18n/messages/messages.js';
import { readArguments, UsageError } from './arguments.ts';
import { demoCitySeed, generateDemoCity } from './demo-city/generate.ts';
import { writeFiles } from './directory.ts';

/**
 * `hetu demo-city [--seed N] [--out DIR]`: writes the tables and boundaries of the invented city again. The manifest,
 * which is written by hand, and whatever else lies in the folder stay as they are.
 */
export function demoCity(args: readonly string[]): Promise<number> {
	const read = readArguments(args, { seed: { type: 'string' }, out: { type: 'string' } });
	const [unexpected] = read.positionals;
	if (unexpected !== undefined) throw new UsageError(m.cli_unexpected({ value: unexpected }));
	const { files } = generateDemoCity(seedOf(read.text('seed')));
	writeFiles(read.text('out') ?? join('data', 'demo-city'), new Map(Object.entries(files)));
	for (const [name, text] of Object.entries(files)) {
		console.log(`  ${name}: ${String(Buffer.byteLength(text))}`);
	}
	return Promise.resolve(0);
}

function seedOf(text: string | undefined): number {
	if (text === undefined) return demoCitySeed;
	if (!/^\d{1,9}$/.test(text)) throw new UsageError(m.cli_seed({ value: text }));
	return Number(text);
}
