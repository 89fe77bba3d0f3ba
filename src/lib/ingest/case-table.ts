/**
 * Accepted cases as columns, sorted by the day of opening: what the engine loads.
 * A missing value is `MISSING` in columns of integers and NaN in columns of points.
 */
export const MISSING = -0x80000000;

export interface CaseTable {
	readonly rows: number;
	/** Position in the area tree: the finest area that the case is known to. */
	readonly area: Int32Array;
	/** Days since 1970-01-01. */
	readonly openedOn: Int32Array;
	readonly dueOn: Int32Array;
	readonly closedOn: Int32Array;
	readonly people: Int32Array;
	/** 1 where the case closed before it opened. */
	readonly closedBeforeOpened: Uint8Array;
	readonly lon: Float32Array;
	readonly lat: Float32Array;
	/** Positions in the code list, by coded column. */
	readonly codes: Readonly<Record<string, Int32Array>>;
	/** Further columns: days since 1970-01-01 or MISSING, numbers or NaN. */
	readonly dates: Readonly<Record<string, Int32Array>>;
	readonly numbers: Readonly<Record<string, Float64Array>>;
}

export function emptyCaseTable(
	rows: number,
	codedColumns: readonly string[],
	dates: readonly string[] = [],
	numbers: readonly string[] = []
): CaseTable {
	const integers = (): Int32Array => new Int32Array(rows).fill(MISSING);
	return {
		rows,
		area: integers(),
		openedOn: integers(),
		dueOn: integers(),
		closedOn: integers(),
		people: integers(),
		closedBeforeOpened: new Uint8Array(rows),
		lon: new Float32Array(rows).fill(NaN),
		lat: new Float32Array(rows).fill(NaN),
		codes: Object.fromEntries(codedColumns.map((name) => [name, integers()])),
		dates: Object.fromEntries(dates.map((name) => [name, integers()])),
		numbers: Object.fromEntries(numbers.map((name) => [name, new Float64Array(rows).fill(NaN)]))
	};
}

/** The same cases in another order, or fewer of them: row i of the result is row `order[i]`. */
export function inOrder(table: CaseTable, order: Int32Array): CaseTable {
	const pick = (column: Int32Array): Int32Array => order.map((i) => column[i] ?? MISSING);
	const pickFloat = (column: Float32Array): Float32Array =>
		Float32Array.from(order, (i) => column[i] ?? NaN);
	return {
		rows: order.length,
		area: pick(table.area),
		openedOn: pick(table.openedOn),
		dueOn: pick(table.dueOn),
		closedOn: pick(table.closedOn),
		people: pick(table.people),
		closedBeforeOpened: Uint8Array.from(order, (i) => table.closedBeforeOpened[i] ?? 0),
		lon: pickFloat(table.lon),
		lat: pickFloat(table.lat),
		codes: ofEach(table.codes, pick),
		dates: ofEach(table.dates, pick),
		numbers: ofEach(table.numbers, (column) => Float64Array.from(order, (i) => column[i] ?? NaN))
	};
}

function ofEach<T>(
	columns: Readonly<Record<string, T>>,
	change: (column: T) => T
): Record<string, T> {
	return Object.fromEntries(
		Object.entries(columns).map(([name, column]) => [name, change(column)])
	);
}
