import type { AreaTree } from '#lib/domain/area.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import { daysOfPeriod, PERIOD_EXAMPLES } from '#lib/domain/period-text.ts';
import type { Cell, Column } from '#lib/domain/tables/column.ts';
import type { CodeList } from './code-list.ts';
import { dateFault, parseDate } from './date.ts';
import { isNumber, isWholeNumber } from './number.ts';

/** What the values of a table may speak of. */
export interface BookContext {
	readonly manifest: Manifest;
	readonly areas: AreaTree;
	readonly lists: Readonly<Record<string, CodeList>>;
	/** The names of the accepted rows of the tables that were read before. */
	readonly named: ReadonlyMap<string, ReadonlySet<string>>;
}

export type CellFault = Pick<Rejection, 'reason'> & Partial<Pick<Rejection, 'value' | 'expected'>>;

/** A value, or what is wrong with its text. */
export type ReadCell = { value: Cell } | CellFault;

/** Reads the texts of a column; empty ones, which every kind of column may have, never come here. */
export function makeBookCell(column: Column, context: BookContext): (text: string) => ReadCell {
	const { manifest, areas, lists, named } = context;
	switch (column.kind) {
		case 'text':
			return (value) => ({ value });
		case 'date':
			return (text) => {
				const day = parseDate(text, FORMAT)?.day;
				return day === undefined
					? { reason: dateFault(text, FORMAT), expected: FORMAT }
					: { value: day };
			};
		case 'flag':
			return (text) =>
				FLAGS.has(text) ? { value: FLAGS.get(text) ?? null } : choiceUnknown([...FLAGS.keys()]);
		case 'choice':
			return (value) => (column.of.includes(value) ? { value } : choiceUnknown(column.of));
		case 'period': {
			const expected = column.of.map((form) => PERIOD_EXAMPLES[form]).join(', ');
			return (value) =>
				daysOfPeriod(value, column.of) ? { value } : { reason: 'period-invalid', expected };
		}
		case 'integer':
		case 'number':
			return (text) => numberOf(text, column);
		case 'area':
			return (value) => {
				const at = areas.position.get(value);
				if (at === undefined) return { reason: 'area-unknown' };
				if (column.level === undefined || areas.level[at] === column.level) return { value };
				return { reason: 'area-level', expected: manifest.levels[column.level]?.id ?? '' };
			};
		case 'areas':
			return (text) => codesOf(text, areas.position, 'area-unknown');
		case 'codes': {
			const position = lists[column.list]?.tree.position ?? new Map<string, number>();
			return (text) => codesOf(text, position, 'code-unknown');
		}
		case 'reporting_unit':
			return (value) =>
				areas.position.has(value) || named.get('zones')?.has(value)
					? { value }
					: { reason: 'area-unknown' };
		case 'reference':
			return (value) =>
				named.get(column.table)?.has(value)
					? { value }
					: { reason: 'reference-unknown', expected: column.table };
	}
}

const FORMAT = 'YYYY-MM-DD';
const FLAGS = new Map([
	['yes', true],
	['no', false]
]);

function choiceUnknown(choices: readonly string[]): CellFault {
	return { reason: 'choice-unknown', expected: choices.join(', ') };
}

function numberOf(
	text: string,
	{ kind, from = -Infinity, to = Infinity }: Extract<Column, { from?: number }>
): ReadCell {
	if (!(kind === 'integer' ? isWholeNumber : isNumber)(text)) return { reason: 'number-invalid' };
	const value = Number(text);
	if (value >= from && value <= to) return { value };
	return { reason: 'number-outside', expected: rangeText(from, to) };
}

/** "1–52", "≥ 0": what a number may be. */
export function rangeText(from: number, to: number): string {
	return Number.isFinite(to) ? `${String(from)}–${String(to)}` : `≥ ${String(from)}`;
}

function codesOf(
	text: string,
	known: ReadonlyMap<string, number>,
	reason: 'area-unknown' | 'code-unknown'
): ReadCell {
	const codes = text.split(/ +/);
	const unknown = codes.find((code) => !known.has(code));
	return unknown === undefined ? { value: codes } : { reason, value: unknown };
}
