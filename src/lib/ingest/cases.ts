import type { AreaTree } from '#lib/domain/area.ts';
import type { Account } from '#lib/domain/dataset-index.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import type { CodeField } from '#lib/domain/mapping.ts';
import type { Boundary } from './boundary.ts';
import { makePlacing } from './case-area.ts';
import { emptyCaseTable, inOrder, MISSING, type CaseTable } from './case-table.ts';
import type { CodeList } from './code-list.ts';
import { makeCodedValue } from './coded-value.ts';
import { parseCsv, type CsvTable } from './csv.ts';
import { dateFault, parseDate, type Moment } from './date.ts';
import { makeFurtherColumns } from './further-columns.ts';
import { makeCellReader, missingColumns, sourceColumns } from './source-columns.ts';
import { headerFaults, rowFault } from './table-faults.ts';

export interface ReadCases {
	readonly table: CaseTable;
	/** Rejected rows, each with its first fault; last, if no row is left, that there is none. */
	readonly rejections: readonly Rejection[];
	readonly account: Account;
}

interface Context {
	readonly manifest: Manifest;
	readonly areas: AreaTree;
	readonly leaves: ReadonlyMap<string, Boundary>;
	readonly lists: Readonly<Record<string, CodeList>>;
}

/**
 * Reads the case file of a dataset. Every row of it is accepted, rejected (with the reason) or set
 * aside (opened outside the dataset's period). A column that is missing or stands twice rejects the file as a whole.
 */
export function readCases(file: string, text: string, context: Context): ReadCases {
	const source = parseCsv(text);
	const mapping = context.manifest.cases;
	const missing = missingColumns(source, mapping);
	const rejections = headerFaults(file, source, missing, sourceColumns(source, mapping));
	if (rejections.length > 0) {
		const rows = source.rows.length;
		return {
			table: emptyCaseTable(0, []),
			rejections,
			account: { rows, accepted: 0, rejected: rows, setAside: 0, notes: {} }
		};
	}
	return readRows(file, source, context);
}

/** The largest number that a column of the table holds. */
const LARGEST = 0x7fffffff;

function readRows(file: string, source: CsvTable, context: Context): ReadCases {
	const { manifest, lists } = context;
	const mapping = manifest.cases;
	const table = emptyCaseTable(
		source.rows.length,
		Object.keys(mapping.codes),
		Object.keys(mapping.dates ?? {}),
		Object.keys(mapping.numbers ?? {})
	);
	const readMore = makeFurtherColumns(mapping, table);
	const cellsOf = makeCellReader(source, mapping);
	const place = makePlacing(mapping, context.areas, context.leaves);
	const coded = Object.entries(mapping.codes).flatMap(([name, field]) => {
		const list = lists[name];
		if (!list) throw new RangeError(`No code list for the column "${name}".`);
		if ('derived' in field) return [];
		const choices = choicesOf(list);
		return [{ name, value: makeCodedValue(field, list), column: nameOf(field), choices }];
	});
	const inTime = Object.entries(mapping.codes).flatMap(([name, field]) =>
		'derived' in field ? [{ codes: table.codes[name], position: lists[name]?.tree.position }] : []
	);
	const firstDay = parseDate(manifest.period.from, 'YYYY-MM-DD')?.day ?? -Infinity;
	const lastDay = parseDate(manifest.period.to, 'YYYY-MM-DD')?.day ?? Infinity;
	const keepPoints = manifest.points.keep === 'all';
	const linesOfIds = new Map<string, number>();
	const accepted: number[] = [];
	const rejections: Rejection[] = [];
	const notes: Record<string, number> = {};
	const note = (name: string): void => {
		notes[name] = (notes[name] ?? 0) + 1;
	};
	let setAside = 0;

	source.rows.forEach((cells, row) => {
		const line = source.lines[row] ?? 0;
		const cell = cellsOf(cells);
		const reject = (
			column: string,
			reason: Rejection['reason'],
			more: Partial<Rejection> = {}
		): void => {
			rejections.push({ file, row: line, column, value: cell(column), reason, ...more });
		};
		const fault = rowFault(file, source, row);
		if (fault) {
			rejections.push(fault);
			return;
		}
		const id = cell(mapping.id.from);
		if (id === '') return void reject(mapping.id.from, 'value-missing');
		const earlier = linesOfIds.get(id);
		if (earlier !== undefined) {
			return void reject(mapping.id.from, 'id-duplicate', { expected: String(earlier) });
		}

		const moments: (Moment | undefined)[] = [];
		for (const field of [mapping.opened_on, mapping.closed_on, mapping.due_on]) {
			const text = field ? cell(field.from) : '';
			const moment = field && text !== '' ? parseDate(text, field.format) : undefined;
			if (field && text !== '' && !moment) {
				return void reject(field.from, dateFault(text, field.format), { expected: field.format });
			}
			moments.push(moment);
		}
		const [opened, closed, due] = moments;
		if (!opened) return void reject(mapping.opened_on.from, 'value-missing');

		const people = mapping.people ? cell(mapping.people.from) : '';
		if (!/^\d*$/.test(people) || Number(people) > LARGEST) {
			return void reject(mapping.people?.from ?? '', 'number-invalid');
		}

		const placed = place(cell);
		if (placed.pointFault && mapping.point) {
			const { lon, lat } = mapping.point;
			return void reject(lon, placed.pointFault, { value: `${cell(lon)}, ${cell(lat)}` });
		}
		if (placed.area === undefined) return void reject(mapping.area.from, 'area-unknown');

		for (const { name, value, column, choices } of coded) {
			const found = value(cell);
			if (found.position === undefined) {
				return void reject(column, 'code-unknown', { value: found.text, expected: choices });
			}
			const codes = table.codes[name];
			if (codes) codes[row] = found.position;
		}
		const further = readMore(cell, row);
		if (further) return void reject(further.column, further.reason, further);
		linesOfIds.set(id, line);
		if (opened.day < firstDay || opened.day > lastDay) {
			setAside++;
			note('outside_period');
			return;
		}

		table.area[row] = placed.area;
		table.openedOn[row] = opened.day;
		if (closed) table.closedOn[row] = closed.day;
		if (due) table.dueOn[row] = due.day;
		if (people !== '') table.people[row] = Number(people);
		if (closed && due) {
			const code = closed.day <= due.day ? 'yes' : 'no';
			for (const { codes, position } of inTime) {
				if (codes) codes[row] = position?.get(code) ?? MISSING;
			}
		}
		if (closed && isBefore(closed, opened)) {
			table.closedBeforeOpened[row] = 1;
			note('closed_before_opened');
		}
		if (keepPoints) {
			table.lon[row] = placed.lon;
			table.lat[row] = placed.lat;
		}
		note(placed.source);
		if (placed.defaultPoint) note('default_point');
		accepted.push(row);
	});

	if (accepted.length === 0) {
		const [value, expected] = [source.rows.length, setAside].map(String) as [string, string];
		rejections.push({ file, row: 0, column: '', value, reason: 'cases-none', expected });
	}
	// A stable sort: cases of one day keep the order of the file.
	accepted.sort((a, b) => (table.openedOn[a] ?? 0) - (table.openedOn[b] ?? 0));
	return {
		table: inOrder(table, Int32Array.from(accepted)),
		rejections,
		account: {
			rows: source.rows.length,
			accepted: accepted.length,
			rejected: source.rows.length - accepted.length - setAside,
			setAside,
			notes
		}
	};
}

function nameOf(field: Exclude<CodeField, { derived: string }>): string {
	if ('from' in field) return [field.from].flat().join(' > ');
	return [...new Set(field.rules.flatMap((rule) => Object.keys(rule.when)))].join(' × ');
}

/** As many codes as a person reads in a sentence; of a longer list none. */
const CHOICES = 12;

function choicesOf({ bySource }: CodeList): string {
	return bySource.size > CHOICES ? '' : [...bySource.keys()].join(', ');
}

/** To the second where both tell it, otherwise by the day. */
function isBefore(a: Moment, b: Moment): boolean {
	if (a.day !== b.day) return a.day < b.day;
	return a.second !== undefined && b.second !== undefined && a.second < b.second;
}
