import * as v from 'valibot';
import type { BookTable, Cell, Column } from './column.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts';

/** The tables of a built dataset by their names. */
export type BookTables = Readonly<Partial<Record<TableName, BookTable>>>;

/** What a cell of each kind of column is once it has been read. */
function isCell(column: Column, cell: unknown): cell is Cell {
	if (cell === null) return !column.required;
	switch (column.kind) {
		case 'date':
		case 'integer':
			return Number.isSafeInteger(cell);
		case 'number':
			return Number.isFinite(cell);
		case 'flag':
			return typeof cell === 'boolean';
		case 'areas':
		case 'codes':
			return Array.isArray(cell) && cell.every((code) => typeof code === 'string');
		case 'text':
		case 'area':
		case 'reporting_unit':
		case 'reference':
		case 'choice':
		case 'period':
			return typeof cell === 'string';
	}
}

type FileTables = Readonly<
	Record<string, { readonly rows: number; readonly columns: Readonly<Record<string, unknown[]>> }>
>;

function areSound(tables: FileTables): boolean {
	return Object.entries(tables).every(([name, { rows, columns }]) =>
		Object.entries(TABLES[name as TableName].columns).every(([column, spec]) => {
			const cells = columns[column];
			return cells?.length === rows && cells.every((cell) => isCell(spec, cell));
		})
	);
}

/** A built file of tables: every column of every table is there, as long as its table, of the kind that its spec says. */
export const BookTablesSchema = v.pipe(
	v.object({
		format: v.literal(1),
		tables: v.record(
			v.picklist(TABLE_NAMES),
			v.object({ rows: v.number(), columns: v.record(v.string(), v.array(v.unknown())) })
		)
	}),
	v.check(({ tables }) => areSound(tables)),
	v.transform(({ tables }) => tables as BookTables)
);
