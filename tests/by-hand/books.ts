import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

/** The city's own files in a native DuckDB, to be asked in SQL that is written by hand. */
export interface Books {
	run(sql: string): Promise<void>;
	rows(sql: string, values?: Readonly<Record<string, string>>): Promise<Row[]>;
	/** Fills a table with texts that no SQL reads: codes from a GeoJSON file, areas found for points. */
	append(table: string, rows: readonly (readonly string[])[]): Promise<void>;
}

export type Row = Readonly<Record<string, DuckDBValue>>;

export async function openBooks(): Promise<Books> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	return {
		run: async (sql) => {
			await connection.run(sql);
		},
		rows: async (sql, values = {}) =>
			(await connection.runAndReadAll(sql, { ...values })).getRowObjects(),
		append: async (table, rows) => {
			const appender = await connection.createAppender(table);
			for (const row of rows) {
				for (const cell of row) appender.appendVarchar(cell);
				appender.endRow();
			}
			appender.closeSync();
		}
	};
}

export function text(row: Row, column: string): string {
	const value = row[column];
	if (typeof value !== 'string') throw new TypeError(`${column} is no text: ${String(value)}`);
	return value;
}

export function integer(row: Row, column: string): number {
	const value = row[column];
	if (typeof value !== 'number') throw new TypeError(`${column} is no integer: ${String(value)}`);
	return value;
}

/** Counts in all columns but the one that says what they are of. */
export function countsBy(key: string, rows: readonly Row[]): Map<string, Record<string, number>> {
	return new Map(
		rows.map((row) => {
			const names = Object.keys(row).filter((name) => name !== key);
			const counts = names.map((name): [string, number] => [name, integer(row, name)]);
			return [text(row, key), Object.fromEntries(counts)];
		})
	);
}
