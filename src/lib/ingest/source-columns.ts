import type { CaseMapping, DerivedColumn } from '#lib/domain/mapping.ts';
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
	const { id, area, opened_on, closed_on, due_on, people, point, codes } = mapping;
	const needed = [id.from, area.from, opened_on.from, closed_on?.from, due_on?.from, people?.from];
	needed.push(point?.lon, point?.lat);
	for (const field of Object.values(codes)) {
		if ('from' in field) needed.push(...[field.from].flat());
		if ('rules' in field) needed.push(...field.rules.flatMap((rule) => Object.keys(rule.when)));
	}
	const read = needed.flatMap((name) => {
		if (name === undefined || hasColumn(source, name)) return [];
		return [mapping.derivedColumns[name]?.from ?? name];
	});
	return [...new Set(read)].filter((name) => !hasColumn(source, name));
}
