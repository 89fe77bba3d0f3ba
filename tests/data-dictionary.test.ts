/** The data dictionary says of every table beside the cases which columns it has, and which of them are needed. */
import { readFileSync } from 'node:fs';
import { TABLE_NAMES, TABLES } from '#lib/domain/tables/tables.ts';
import { expect, it } from 'vitest';

const dictionary = readFileSync('docs/data-dictionary.md', 'utf8');

/** The cells of a table's line. */
function lineOf(table: string): string[] {
	const line = dictionary.split('\n').find((one) => one.startsWith(`| \`${table}\` `)) ?? '';
	return line.split('|').map((cell) => cell.trim());
}

it.each(TABLE_NAMES)('%s', (name) => {
	const [, , columns = '', once = ''] = lineOf(name);
	// What stands in brackets or after a colon explains, and names nothing.
	const said = columns
		.replace(/\([^()]*\)/g, '')
		.replace(/:.*/, '')
		.split(', ')
		.map((one) => one.split('→')[0]?.trim() ?? '');
	const spec = TABLES[name];
	const columnsOf = Object.entries(spec.columns).map(([column, { required }]) =>
		required ? `**${column}**` : column
	);
	expect(said).toEqual(columnsOf);
	expect(once.split(', ')).toEqual(spec.unique);
});
