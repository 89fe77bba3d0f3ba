import { columnsRead, type CaseMapping, type DerivedColumn } from '#lib/domain/mapping.ts';
import type { Cell } from './coded-value.ts';
import type { CsvTable } from './csv.ts';

/** Reads cells of a case file by column name, deriving the columns that the file does not have itself. */
export function makeCellReader(
	source: CsvTable,
	mapping: CaseMapping
): (cells: readonly string[]) => Cell {
	const derived = new Map(
		Object.entries(mapping.derivedColumns)
			.filter(([name]) => !hasColumn(source, name))
			.map(([name, column]) => [name.toLowerCase(), makeDerivation(column)])
	);
	return (cells) => {
		const stated: Cell = (name) => cells[source.column.get(name.toLowerCase()) ?? -1] ?? '';
		return (name) => derived.get(name.toLowerCase())?.(stated) ?? stated(name);
	};
}

function makeDerivation({ from, patterns, otherwise }: DerivedColumn): (stated: Cell) => string {
	const tests = patterns.map(({ matches, value }) => ({ test: new RegExp(matches, 'i'), value }));
	return (stated) => {
		const text = stated(from);
		if (text === '') return '';
		return tests.find(({ test }) => test.test(text))?.value ?? otherwise;
	};
}

function hasColumn(source: CsvTable, name: string): boolean {
	return source.column.has(name.toLowerCase());
}

/** Columns that the mapping reads and the file does not have; for a derived one, the one it comes from. */
export function missingColumns(source: CsvTable, mapping: CaseMapping): string[] {
	const origin = new Map(
		Object.entries(mapping.derivedColumns).map(([name, { from }]) => [name.toLowerCase(), from])
	);
	const needed = columnsRead({ ...mapping, derivedColumns: {} }).flatMap(({ column }) =>
		hasColumn(source, column) ? [] : [origin.get(column.toLowerCase()) ?? column]
	);
	return [...new Set(needed)].filter((name) => !hasColumn(source, name));
}

/** Columns of the file that the mapping reads, in lower case, without those that it derives. */
export function sourceColumns(source: CsvTable, mapping: CaseMapping): string[] {
	const names = columnsRead(mapping).map(({ column }) => column.toLowerCase());
	return [...new Set(names)].filter((name) => source.column.has(name));
}
