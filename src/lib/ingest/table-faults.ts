import type { Rejection } from '#lib/domain/errors.ts';
import type { CsvTable } from './csv.ts';

/** What a spreadsheet holds in a cell at most: anything longer is a whole document, or lines that a quote has swallowed. */
const LONGEST_CELL = 32_767;

/** What makes a header useless: quotes that are broken, or columns, of those that are read, that are missing or stand twice. */
export function headerFaults(
	file: string,
	table: CsvTable,
	missing: readonly string[],
	read: readonly string[]
): Rejection[] {
	const row = table.headerLine;
	const quote = table.broken.get(-1);
	if (quote) return [quoteFault(file, table, quote)];
	const names = table.header.map((name) => name.trim().toLowerCase());
	const wanted = [...new Set(read.map((name) => name.toLowerCase()))];
	const twice = wanted.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
	return [
		...missing.map((column): Rejection => ({
			file,
			row,
			column,
			value: '',
			reason: 'column-missing'
		})),
		...twice.map((name): Rejection => {
			const column = table.header[names.indexOf(name)] ?? name;
			const places = names.flatMap((one, i) => (one === name ? [String(i + 1)] : []));
			return { file, row, column, value: places.join(', '), reason: 'column-duplicate' };
		})
	];
}

/**
 * What makes a row unreadable before any of its values is looked at. No value is repeated but counts: which column
 * a text belongs to is unknown here, and it may be one that must never be read.
 */
export function rowFault(file: string, table: CsvTable, at: number): Rejection | undefined {
	const quote = table.broken.get(at);
	if (quote) return quoteFault(file, table, quote);
	const cells = table.rows[at] ?? [];
	const row = table.lines[at] ?? 0;
	if (cells.length !== table.header.length) {
		const expected = String(table.header.length);
		return {
			file,
			row,
			column: '',
			value: String(cells.length),
			reason: 'cells-missing',
			expected
		};
	}
	const long = cells.findIndex((cell) => cell.length > LONGEST_CELL);
	if (long < 0) return undefined;
	const column = table.header[long] ?? '';
	const value = String(cells[long]?.length ?? 0);
	return { file, row, column, value, reason: 'cell-too-long', expected: String(LONGEST_CELL) };
}

function quoteFault(
	file: string,
	table: CsvTable,
	{ line, column }: { readonly line: number; readonly column: number }
): Rejection {
	const name = table.broken.has(-1) ? '' : (table.header[column] ?? '');
	const place = name === '' ? String(column + 1) : name;
	return { file, row: line, column: place, value: '', reason: 'quote-broken' };
}
