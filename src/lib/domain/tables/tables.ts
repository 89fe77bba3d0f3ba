import type { TableSpec } from './column.ts';
import { ORGANISATION_TABLES } from './organisation-tables.ts';
import { RETURN_TABLES } from './return-tables.ts';
import { WORK_TABLES } from './work-tables.ts';

const SPECS = { ...ORGANISATION_TABLES, ...WORK_TABLES, ...RETURN_TABLES };

export type TableName = keyof typeof SPECS;

/** The tables beside the cases, each after those that it refers to. */
export const TABLES: Readonly<Record<TableName, TableSpec>> = SPECS;

export const TABLE_NAMES = Object.keys(SPECS) as TableName[];

/** The tables that a table's columns refer to. */
export function tablesNeeded(name: TableName): string[] {
	return Object.values(TABLES[name].columns).flatMap((column) =>
		column.kind === 'reference' ? [column.table] : []
	);
}
