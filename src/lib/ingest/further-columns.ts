import type { Rejection } from '#lib/domain/errors.ts';
import type { CaseMapping } from '#lib/domain/mapping.ts';
import type { CaseTable } from './case-table.ts';
import type { Cell } from './coded-value.ts';
import { dateFault, parseDate } from './date.ts';
import { isNumber } from './number.ts';

type Fault = Pick<Rejection, 'column' | 'reason' | 'expected'>;

/**
 * Reads the further columns of a case file (dates and numbers that a city keeps beside those that every city has)
 * into a table; gives the first fault of a row. Empty cells stay missing.
 */
export function makeFurtherColumns(
	{ dates = {}, numbers = {} }: CaseMapping,
	table: CaseTable
): (cell: Cell, row: number) => Fault | undefined {
	const days = Object.entries(dates).map(([name, field]) => ({ ...field, to: table.dates[name] }));
	const values = Object.entries(numbers).map(([name, { from }]) => ({
		from,
		to: table.numbers[name]
	}));
	return (cell, row) => {
		for (const { from: column, format, to } of days) {
			const text = cell(column);
			if (text === '') continue;
			const day = parseDate(text, format)?.day;
			if (day === undefined) return { column, reason: dateFault(text, format), expected: format };
			if (to) to[row] = day;
		}
		for (const { from: column, to } of values) {
			const text = cell(column);
			if (text === '') continue;
			if (!isNumber(text)) return { column, reason: 'number-invalid' };
			if (to) to[row] = Number(text);
		}
		return undefined;
	};
}
