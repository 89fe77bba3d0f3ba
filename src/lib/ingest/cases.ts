import type { AreaTree } from '#lib/domain/area.ts';
import type { Account } from '#lib/domain/dataset-index.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import type { CodeField, DateField } from '#lib/domain/mapping.ts';
import type { Boundary } from './boundaries.ts';
import { makePlacing } from './case-area.ts';
import { emptyCaseTable, inOrder, MISSING, type CaseTable } from './case-table.ts';
import type { CodeList } from './code-list.ts';
import { makeCodedValue, type Cell } from './coded-value.ts';
import { parseCsv, type CsvTable } from './csv.ts';
import { parseDate, type Moment } from './date.ts';
import { makeCellReader, missingColumns } from './source-columns.ts';

export interface ReadCases {
	readonly table: CaseTable;
	/** Rejected rows, each with its first fault. */
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
 * aside (opened outside the dataset's period). A missing column rejects the file as a whole.
 */
export function readCases(file: string, text: string, context: Context): ReadCases {
	const source = parseCsv(text);
	const missing = missingColumns(source, context.manifest.cases);
	if (missing.length > 0) {
		const rejections = missing.map((column): Rejection => ({
			file,
			row: 1,
			column,
			value: '',
			reason: 'column-missing'
		}));
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
	const table = emptyCaseTable(source.rows.length, Object.keys(mapping.codes));
	const cellsOf = makeCellReader(source, mapping);
	const place = makePlacing(mapping, context.areas, context.leaves);
	const coded = Object.entries(mapping.codes).flatMap(([name, field]) => {
		const list = lists[name];
		if (!list) throw new RangeError(`No code list for the column "${name}".`);
		if ('derived' in field) return [];
		return [{ name, value: makeCodedValue(field, list), column: nameOf(field) }];
	});
	const inTime = Object.entries(mapping.codes).flatMap(([name, field]) =>
		'derived' in field ? [{ codes: table.codes[name], position: lists[name]?.tree.position }] : []
	);
	const firstDay = parseDate(manifest.period.from, 'YYYY-MM-DD')?.day ?? -Infinity;
	const lastDay = parseDate(manifest.period.to, 'YYYY-MM-DD')?.day ?? Infinity;
	const keepPoints = manifest.points.keep === 'all';
	const ids = new Set<string>();
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
		const reject = (column: string, reason: Rejection['reason'], value = cell(column)): void => {
			rejections.push({ file, row: line, column, value, reason });
		};
		if (cells.length !== source.header.length) {
			reject('', 'cells-missing', `${String(cells.length)} ≠ ${String(source.header.length)}`);
			return;
		}
		const id = cell(mapping.id.from);
		if (id === '') return void reject(mapping.id.from, 'value-missing');
		if (ids.has(id)) return void reject(mapping.id.from, 'id-duplicate');

		const opened = readMoment(mapping.opened_on, cell);
		if (opened === 'empty') return void reject(mapping.opened_on.from, 'value-missing');
		if (opened === 'invalid') return void reject(mapping.opened_on.from, 'date-invalid');
		const closed = readMoment(mapping.closed_on, cell);
		if (closed === 'invalid') return void reject(mapping.closed_on?.from ?? '', 'date-invalid');
		const due = readMoment(mapping.due_on, cell);
		if (due === 'invalid') return void reject(mapping.due_on?.from ?? '', 'date-invalid');

		const people = mapping.people ? cell(mapping.people.from) : '';
		if (!/^\d*$/.test(people) || Number(people) > LARGEST) {
			return void reject(mapping.people?.from ?? '', 'number-invalid');
		}

		const placed = place(cell);
		if (placed.area === undefined) return void reject(mapping.area.from, 'area-unknown');

		for (const { name, value, column } of coded) {
			const found = value(cell);
			if (found.position === undefined) return void reject(column, 'code-unknown', found.text);
			const codes = table.codes[name];
			if (codes) codes[row] = found.position;
		}
		ids.add(id);
		if (opened.day < firstDay || opened.day > lastDay) {
			setAside++;
			note('outside_period');
			return;
		}

		table.area[row] = placed.area;
		table.openedOn[row] = opened.day;
		if (closed !== 'empty') table.closedOn[row] = closed.day;
		if (due !== 'empty') table.dueOn[row] = due.day;
		if (people !== '') table.people[row] = Number(people);
		if (closed !== 'empty' && due !== 'empty') {
			const code = closed.day <= due.day ? 'yes' : 'no';
			for (const { codes, position } of inTime) {
				if (codes) codes[row] = position?.get(code) ?? MISSING;
			}
		}
		if (closed !== 'empty' && isBefore(closed, opened)) {
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

	// A stable sort: cases of one day keep the order of the file.
	accepted.sort((a, b) => (table.openedOn[a] ?? 0) - (table.openedOn[b] ?? 0));
	return {
		table: inOrder(table, Int32Array.from(accepted)),
		rejections,
		account: {
			rows: source.rows.length,
			accepted: accepted.length,
			rejected: rejections.length,
			setAside,
			notes
		}
	};
}

function nameOf(field: Exclude<CodeField, { derived: string }>): string {
	if ('from' in field) return [field.from].flat().join(' > ');
	return [...new Set(field.rules.flatMap((rule) => Object.keys(rule.when)))].join(' × ');
}

function readMoment(field: DateField | undefined, cell: Cell): Moment | 'empty' | 'invalid' {
	const text = field ? cell(field.from) : '';
	if (!field || text === '') return 'empty';
	return parseDate(text, field.format) ?? 'invalid';
}

/** To the second where both tell it, otherwise by the day. */
function isBefore(a: Moment, b: Moment): boolean {
	if (a.day !== b.day) return a.day < b.day;
	return a.second !== undefined && b.second !== undefined && a.second < b.second;
}
