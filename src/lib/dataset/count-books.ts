import type { Count } from '#lib/domain/report.ts';
import type { Days } from '#lib/domain/period-text.ts';
import type { BookTable, Cell, TableSpec } from '#lib/domain/tables/column.ts';
import { TABLES } from '#lib/domain/tables/tables.ts';
import type { Source } from './source.ts';

export type BookCount = Extract<Count, { table: string }>;

/** Counts rows of a table beside the cases, sums one of its columns, or counts the different values of one. */
export function countInBook(source: Source, count: BookCount, days: Days): number {
	const book = source.books[count.table];
	if (!book) return 0;
	const rows = rowsOf(source, book, count, days);
	const cells = (column: string): Cell[] => rows.map((row) => book.columns[column]?.[row] ?? null);
	if (count.sum !== undefined) {
		return cells(count.sum).reduce<number>((sum, cell) => sum + Number(cell), 0);
	}
	if (count.distinct !== undefined) return new Set(cells(count.distinct).map(String)).size;
	return rows.length;
}

function rowsOf(source: Source, book: BookTable, count: BookCount, days: Days): number[] {
	const spec = TABLES[count.table];
	const cell = (column: string, row: number): Cell => book.columns[column]?.[row] ?? null;
	const held = count.activeAt ? activeRows(spec, book, days.last) : allRows(book);
	const level = source.manifest.levels.findIndex(({ id }) => id === count.level);
	return held.filter((row) => {
		for (const [column, values] of Object.entries(count.where)) {
			if (!values.some((value) => holds(cell(column, row), value))) return false;
		}
		if (count.during !== undefined) {
			const day = cell(count.during, row);
			if (typeof day !== 'number' || day < days.first || day > days.last) return false;
		}
		if (count.level === undefined) return true;
		const at = source.areas.position.get(String(cell('area', row)));
		return at !== undefined && source.areas.level[at] === level;
	});
}

function allRows({ rows }: BookTable): number[] {
	return Array.from({ length: rows }, (_, row) => row);
}

function holds(cell: Cell, value: string): boolean {
	if (typeof cell === 'boolean') return (cell ? 'yes' : 'no') === value;
	return Array.isArray(cell) ? cell.includes(value) : cell !== null && String(cell) === value;
}

/** Rows that hold on a day: open and not closed yet, or the last step that was taken until then. */
export function activeRows(spec: TableSpec, book: BookTable, day: number): number[] {
	const dayOf = (column: string, row: number): number => {
		const cell = book.columns[column]?.[row];
		return typeof cell === 'number' ? cell : NaN;
	};
	if (spec.active) {
		const { from, to } = spec.active;
		return allRows(book).filter((row) => dayOf(from, row) <= day && !(dayOf(to, row) <= day));
	}
	if (!spec.steps) return allRows(book);
	const { from, of } = spec.steps;
	const last = new Map<string, number>();
	for (const row of allRows(book)) {
		if (dayOf(from, row) > day) continue;
		const name = JSON.stringify(of.map((column) => book.columns[column]?.[row]));
		const before = last.get(name);
		if (before === undefined || dayOf(from, before) < dayOf(from, row)) last.set(name, row);
	}
	return [...last.values()];
}
