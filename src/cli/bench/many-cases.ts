import { MISSING, type CaseTable } from '#lib/ingest/case-table.ts';

/** Coded columns that move with the place of a case. */
const PLACE = ['handled_level'];

/** By how many cases the places of each copy are shifted: a prime, so that no season comes back to its own places. */
const SHIFT = 691;

/**
 * Rows [first, end) of a table of `rows` cases made from another: every case of it equally often (or every so many-th
 * once), in its order, so that what is sorted stays so. A copy keeps dates, types and outcomes of its case and takes the
 * place of another: identical copies would fill no more cells of a cube than one, and so be answered too cheaply.
 *
 * @throws RangeError where there is no case to repeat
 */
export function manyCases(table: CaseTable, rows: number, first: number, end: number): CaseTable {
	if (table.rows === 0) throw new RangeError('There is no case to repeat.');
	const own = new Int32Array(end - first);
	const placed = new Int32Array(end - first);
	for (let row = first; row < end; row++) {
		const at = Math.floor((row * table.rows) / rows);
		const copy = row - Math.ceil((at * rows) / table.rows);
		own[row - first] = at;
		placed[row - first] = (at + copy * SHIFT) % table.rows;
	}
	const taken = (order: Int32Array) => (column: Int32Array) =>
		order.map((at) => column[at] ?? MISSING);
	const numbers = (column: Float64Array): Float64Array =>
		Float64Array.from(own, (at) => column[at] ?? NaN);
	const points = (column: Float32Array): Float32Array =>
		Float32Array.from(placed, (at) => column[at] ?? NaN);
	const [ofCase, ofPlace] = [taken(own), taken(placed)];
	return {
		rows: own.length,
		area: ofPlace(table.area),
		openedOn: ofCase(table.openedOn),
		dueOn: ofCase(table.dueOn),
		closedOn: ofCase(table.closedOn),
		people: ofCase(table.people),
		closedBeforeOpened: Uint8Array.from(own, (at) => table.closedBeforeOpened[at] ?? 0),
		lon: points(table.lon),
		lat: points(table.lat),
		codes: ofEach(table.codes, (column, name) =>
			PLACE.includes(name) ? ofPlace(column) : ofCase(column)
		),
		dates: ofEach(table.dates, ofCase),
		numbers: ofEach(table.numbers, numbers)
	};
}

function ofEach<T>(
	columns: Readonly<Record<string, T>>,
	change: (column: T, name: string) => T
): Record<string, T> {
	return Object.fromEntries(
		Object.entries(columns).map(([name, column]) => [name, change(column, name)])
	);
}
