import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { m } from '#lib/i18n/messages/messages.js';
import { readArguments, UsageError } from './arguments.ts';
import type { Measure } from './demo-city/cases/measures.ts';
import { demoCitySeed, generateDemoCity } from './demo-city/generate.ts';
import { writeFiles } from './directory.ts';
import { printMark } from './print-mark.ts';

/**
 * `hetu demo-city [--seed N] [--out DIR] [--truth FILE]`: writes the tables and boundaries of the invented city again,
 * and on request what is hidden in them, apart from the city's folder. The manifest, which is written by hand, and
 * whatever else lies in the folder stay as they are. Ends with 1 where the city came out unlike a real one: another
 * seed may.
 */
export function demoCity(args: readonly string[]): Promise<number> {
	const read = readArguments(args, {
		seed: { type: 'string' },
		out: { type: 'string' },
		truth: { type: 'string' }
	});
	const [unexpected] = read.positionals;
	if (unexpected !== undefined) throw new UsageError(m.cli_unexpected({ value: unexpected }));
	const { files, measures, truth } = generateDemoCity(seedOf(read.text('seed')));
	const hidden = read.text('truth');
	if (hidden !== undefined) writeFileSync(hidden, `${JSON.stringify(truth, null, '\t')}\n`);
	const out = read.text('out') ?? join('data', 'demo-city');
	mkdirSync(join(out, 'raw'), { recursive: true });
	writeFiles(out, new Map(Object.entries(files)));
	printMark({ synthetic: true });
	for (const [name, content] of Object.entries(files)) {
		console.log(`  ${name}: ${Buffer.byteLength(content)}`);
	}
	for (const { id, value, least, most } of measures) {
		console.log(`${id} ${value.toFixed(3)} (${least}–${most})`);
	}
	return Promise.resolve(measures.every(isInRange) ? 0 : 1);
}

function isInRange({ value, least, most }: Measure): boolean {
	return value >= least && value <= most;
}

function seedOf(text: string | undefined): number {
	if (text === undefined) return demoCitySeed;
	if (!/^\d{1,9}$/.test(text)) throw new UsageError(m.cli_seed({ value: text }));
	return Number(text);
}
