import type { Rejection } from '#lib/domain/errors.ts';
import { isoDay } from '#lib/domain/period.ts';
import type { BookTable, Cell, TableSpec } from '#lib/domain/tables/column.ts';
import {
	makeBookCell,
	rangeText,
	type BookContext,
	type CellFault,
	type ReadCell
} from './book-cell.ts';
import { parseCsv } from './csv.ts';
import { headerFaults, rowFault } from './table-faults.ts';

/** What became of the rows of a table beside the cases: accepted + rejected = rows. */
export interface BookAccount {
	readonly rows: number;
	readonly accepted: number;
	readonly rejected: number;
}

/** A table that was read: its accepted rows, and each rejected one with its first fault. */
export interface Book extends BookTable {
	readonly account: BookAccount;
}

export interface ReadBook {
	/** Undefined where the header is of no use. */
	readonly book: Book | undefined;
	readonly rejections: readonly Rejection[];
}

type Row = Readonly<Record<string, Cell>>;
type RowFault = CellFault & { readonly column: string };

/**
 * Reads a table by its spec. A column that is needed must be in the header; one that may be empty may be missing
 * altogether. Columns that the spec does not know are never read in.
 */
export function readBook(
	file: string,
	text: string,
	spec: TableSpec,
	context: BookContext
): ReadBook {
	const source = parseCsv(text);
	const names = Object.keys(spec.columns);
	const missing = names.filter((name) => spec.columns[name]?.required && !source.column.has(name));
	const faults = headerFaults(file, source, missing, names);
	if (faults.length > 0) return { book: undefined, rejections: faults };

	const cells = Object.entries(spec.columns).map(([name, column]) => {
		const at = source.column.get(name) ?? -1;
		return { name, at, required: column.required, read: makeBookCell(column, context) };
	});
	const columns: Record<string, Cell[]> = Object.fromEntries(names.map((name) => [name, []]));
	const linesOfNames = new Map<string, number>();
	const rejections: Rejection[] = [];

	source.rows.forEach((texts, i) => {
		const line = source.lines[i] ?? 0;
		const broken = rowFault(file, source, i);
		if (broken) {
			rejections.push(broken);
			return;
		}
		const textOf = (name: string): string => (texts[source.column.get(name) ?? -1] ?? '').trim();
		const reject = ({ column, ...fault }: RowFault): void => {
			rejections.push({ file, row: line, column, value: textOf(column), ...fault });
		};
		const row: Record<string, Cell> = {};
		for (const { name, required, read } of cells) {
			const text = textOf(name);
			if (text === '' && required) return void reject({ column: name, reason: 'value-missing' });
			const cell: ReadCell = text === '' ? { value: null } : read(text);
			if (!('value' in cell) || 'reason' in cell) return void reject({ column: name, ...cell });
			row[name] = cell.value;
		}
		const fault = faultOfRow(spec, row);
		if (fault) return void reject(fault);
		const name = JSON.stringify(spec.unique.map((column) => row[column]));
		const earlier = linesOfNames.get(name);
		if (earlier !== undefined) {
			return void reject({
				column: spec.unique.join(' + '),
				value: spec.unique.map(textOf).join(' + '),
				reason: 'id-duplicate',
				expected: String(earlier)
			});
		}
		linesOfNames.set(name, line);
		for (const [column, value] of Object.entries(row)) columns[column]?.push(value);
	});

	const rows = source.rows.length;
	const rejected = rejections.length;
	const accepted = rows - rejected;
	return { book: { rows: accepted, columns, account: { rows, accepted, rejected } }, rejections };
}

/** What contradicts itself in a row whose every cell is sound. */
function faultOfRow({ inOrder, atMost, together }: TableSpec, row: Row): RowFault | undefined {
	for (const [first, second] of inOrder ?? []) {
		const [from, to] = [row[first], row[second]];
		if (typeof from !== 'number' || typeof to !== 'number' || from <= to) continue;
		return { column: second, reason: 'dates-reversed', expected: `${first} ${isoDay(from)}` };
	}
	for (const [column, most] of atMost ?? []) {
		const [value, limit] = [row[column], row[most]];
		if (typeof value !== 'number' || typeof limit !== 'number' || value <= limit) continue;
		return { column, reason: 'number-outside', expected: rangeText(0, limit) };
	}
	for (const [column, other] of together ?? []) {
		if (row[column] === null || row[other] !== null) continue;
		return { column: other, reason: 'value-missing' };
	}
	return undefined;
}
