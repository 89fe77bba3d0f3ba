import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

export type Case = Readonly<Record<string, string>>;

const cases = 'cases.csv.gz';

/** The rows of the case file; the demo city's has no quoted cells. */
export function casesIn(folder: string): Case[] {
	const { names, lines } = read(folder);
	return lines.map((line) => {
		const cells = line.split(',');
		return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
	});
}

/** Changes one cell of one case. */
export function changeCase(folder: string, id: string, column: string, value: string): void {
	const { names, lines } = read(folder);
	const row = lines.findIndex((line) => line.startsWith(`${id},`));
	const cells = (lines[row] ?? '').split(',');
	const at = names.indexOf(column);
	if (row < 0 || at < 0 || cells.length !== names.length) {
		throw new RangeError(`There is no ${column} of a case ${id} to change.`);
	}
	cells[at] = value;
	lines[row] = cells.join(',');
	write(folder, names, lines);
}

/** Leaves out every second case. */
export function halveCases(folder: string): void {
	const { names, lines } = read(folder);
	const kept = lines.filter((_, i) => i % 2 === 0);
	write(folder, names, kept);
}

function read(folder: string): { names: string[]; lines: string[] } {
	const text = gunzipSync(readFileSync(join(folder, cases))).toString('utf8');
	const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
	return { names: header.split(','), lines };
}

function write(folder: string, names: readonly string[], lines: readonly string[]): void {
	writeFileSync(join(folder, cases), gzipSync(`${[names.join(','), ...lines].join('\n')}\n`));
}
