import {
	DateDay,
	Field,
	Float32,
	Float64,
	Int32,
	makeData,
	RecordBatch,
	Schema,
	Struct,
	Table,
	tableToIPC,
	Uint16,
	Uint32,
	Uint8,
	type Data
} from 'apache-arrow';

import { stretchOf } from '#lib/domain/calendar-steps.ts';
import { binOf, PEOPLE_BINS, TOOK_BINS, type Bins } from '#lib/domain/facet.ts';
import { MISSING, type CaseTable } from '#lib/ingest/case-table.ts';

/**
 * Cases as an Arrow IPC stream, each column as narrow as its values allow: codes in one or two bytes,
 * days in four. What is grouped by often stands beside what it follows from, since a small number is counted at once and
 * an expression is worked out for each row: the month of opening (year × 12 + month − 1), and the bins of the days to
 * closing and of the people. `sizes` holds the number of codes of each coded column and of areas, `tallied` which of
 * so many tallies with conditions each case counts for (`metTallies`).
 */
export function caseArrow(
	table: CaseTable,
	sizes: Readonly<Record<string, number>>,
	tallied?: { readonly met: Int32Array; readonly count: number }
): Uint8Array<ArrayBuffer> {
	const columns: Record<string, Data> = {
		area: integers(table.area, narrowest(sizes['area'] ?? 0)),
		opened_on: integers(table.openedOn, new DateDay()),
		opened_month: integers(table.openedOn.map(monthOfDay), new Uint16()),
		due_on: integers(table.dueOn, new DateDay()),
		closed_on: integers(table.closedOn, new DateDay()),
		people: integers(table.people, new Uint32()),
		took_bin: integers(tookBins(table), new Uint8()),
		people_bin: integers(
			table.people.map((people) => binIn(PEOPLE_BINS, people)),
			new Uint8()
		),
		closed_before_opened: integers(Int32Array.from(table.closedBeforeOpened), new Uint8())
	};
	if (tallied && tallied.count > 0) {
		columns['met_tallies'] = integers(tallied.met, narrowest(2 ** tallied.count));
	}
	for (const [name, codes] of Object.entries(table.codes)) {
		columns[name] = integers(codes, narrowest(sizes[name] ?? 0));
	}
	for (const [name, days] of Object.entries(table.dates)) {
		columns[name] = integers(days, new DateDay());
	}
	for (const [name, values] of Object.entries(table.numbers)) columns[name] = numbers(values);
	if (table.lon.some((lon) => !Number.isNaN(lon))) {
		columns['lon'] = floats(table.lon, new Float32());
		columns['lat'] = floats(table.lat, new Float32());
	}
	const fields = Object.entries(columns).map(([name, { type }]) => new Field(name, type, true));
	const schema = new Schema(fields);
	const children = Object.values(columns);
	const data = makeData({ type: new Struct(fields), length: table.rows, nullCount: 0, children });
	const bytes = tableToIPC(new Table(batchesOf(new RecordBatch(schema, data))), 'stream');
	return new Uint8Array(bytes);
}

/** Rows in a batch: as many as eight groups of rows in DuckDB, so that large datasets are taken in parts. */
const BATCH = 8 * 122_880;

function batchesOf(all: RecordBatch): RecordBatch[] {
	const count = Math.max(1, Math.ceil(all.numRows / BATCH));
	return Array.from({ length: count }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));
}

function monthOfDay(day: number): number {
	return day === MISSING ? MISSING : stretchOf(day, 'month');
}

/** Closed before it was opened: one of the two days is wrong, and nobody knows how long it took. */
function tookBins({ openedOn, closedOn }: CaseTable): Int32Array {
	return closedOn.map((closed, i) => {
		const opened = openedOn[i] ?? MISSING;
		return closed === MISSING || opened === MISSING ? MISSING : binIn(TOOK_BINS, closed - opened);
	});
}

function binIn(bins: Bins, value: number): number {
	return binOf(bins, value) ?? MISSING;
}

function narrowest(codes: number): Uint8 | Uint16 | Uint32 {
	if (codes <= 0x100) return new Uint8();
	return codes <= 0x10000 ? new Uint16() : new Uint32();
}

function integers(values: Int32Array, type: Uint8 | Uint16 | Uint32 | Int32 | DateDay): Data {
	const { nullBitmap, nullCount } = validity(values, (value) => value !== MISSING);
	const filled = values.map((value) => (value === MISSING ? 0 : value));
	const data = type instanceof DateDay ? filled : new type.ArrayType(filled);
	const length = values.length;
	return makeData({ type, length, nullCount, nullBitmap, data } as Parameters<typeof makeData>[0]);
}

function floats(values: Float32Array | Float64Array, type: Float32 | Float64): Data {
	const { nullBitmap, nullCount } = validity(values, (value) => !Number.isNaN(value));
	return makeData({
		type,
		length: values.length,
		nullCount,
		nullBitmap,
		data: values
	} as Parameters<typeof makeData>[0]);
}

/** Whole numbers in four bytes where every one fits, others in eight. */
function numbers(values: Float64Array): Data {
	const isWhole = values.every(
		(value) => Number.isNaN(value) || (value === (value | 0) && value !== MISSING)
	);
	if (!isWhole) return floats(values, new Float64());
	return integers(
		Int32Array.from(values, (value) => (Number.isNaN(value) ? MISSING : value)),
		new Int32()
	);
}

/** Arrow's bitmap of present values: bit i of byte i >> 3, least significant first. */
function validity(
	values: Int32Array | Float32Array | Float64Array,
	present: (value: number) => boolean
): { nullBitmap: Uint8Array; nullCount: number } {
	const nullBitmap = new Uint8Array(Math.ceil(values.length / 64) * 8);
	let nullCount = 0;
	for (let i = 0; i < values.length; i++) {
		if (present(values[i] ?? NaN)) nullBitmap[i >> 3] = (nullBitmap[i >> 3] ?? 0) | (1 << (i & 7));
		else nullCount++;
	}
	return { nullBitmap, nullCount };
}
