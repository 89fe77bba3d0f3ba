import type { PeriodForm } from '#lib/domain/period-text.ts';

/** What a cell of a table beside the cases may hold. An empty cell is one that is not known or does not apply. */
export type Column = { readonly required?: true } & (
	| { readonly kind: 'text' | 'date' | 'flag' }
	/** A code of the dataset's areas; where `level` is given, of that position in the manifest's levels (0 = leaf). */
	| { readonly kind: 'area'; readonly level?: number }
	/** Codes of areas with a blank between them. */
	| { readonly kind: 'areas' }
	/** Codes of a code list, leaves or groups, with a blank between them. */
	| { readonly kind: 'codes'; readonly list: string }
	/** Whoever sends returns: an area or a zone. */
	| { readonly kind: 'reporting_unit' }
	/** The first column of a row of another table. */
	| { readonly kind: 'reference'; readonly table: string }
	| { readonly kind: 'choice'; readonly of: readonly string[] }
	| { readonly kind: 'period'; readonly of: readonly PeriodForm[] }
	| { readonly kind: 'integer' | 'number'; readonly from?: number; readonly to?: number }
);

export interface TableSpec {
	readonly columns: Readonly<Record<string, Column>>;
	/** Columns that together name a row: no two rows have the same. */
	readonly unique: readonly string[];
	/** Pairs of dates: the second is not before the first, where both are known. */
	readonly inOrder?: readonly (readonly [first: string, second: string])[];
	/** Pairs of numbers: the first is at most the second. */
	readonly atMost?: readonly (readonly [column: string, most: string])[];
	/** Columns that come together: the second is there where the first is. */
	readonly together?: readonly (readonly [column: string, other: string])[];
	/** When a row holds: from a day on, and no longer on the day `to`. */
	readonly active?: { readonly from: string; readonly to: string };
	/** When a row holds: from a day on, until the next row with the same columns `of`. */
	readonly steps?: { readonly from: string; readonly of: readonly string[] };
}

/** Text, number, day since 1970-01-01 (of a date), flag, codes; null where the cell is empty. */
export type Cell = string | number | boolean | readonly string[] | null;

/** The accepted rows of a table, column by column, in the order of its file. */
export interface BookTable {
	readonly rows: number;
	readonly columns: Readonly<Record<string, readonly Cell[]>>;
}
