import { describe, expect, it } from 'vitest';
import type { CaseMapping } from '#lib/domain/mapping.ts';
import { dayNumber } from '#lib/domain/period.ts';
import { emptyCaseTable, MISSING } from './case-table.ts';
import { makeFurtherColumns } from './further-columns.ts';

const mapping: CaseMapping = {
	files: [],
	id: { from: 'id' },
	area: { from: 'area', clean: [], otherwise: 'reject' },
	opened_on: { from: 'opened', format: 'YYYY-MM-DD' },
	codes: {},
	derivedColumns: {},
	refused: [],
	dates: {
		paid_on: { from: 'Paid', format: 'YYYY-MM-DD' },
		accepted_on: { from: 'Accepted', format: 'MM/DD/YYYY hh:mm:ss A' }
	},
	numbers: { amount: { from: 'Yuan' }, distance: { from: 'Km' } }
};

type Row = Partial<Record<'Paid' | 'Accepted' | 'Yuan' | 'Km', string>>;

function read(row: Row): { fault: unknown; values: Record<string, number | undefined> } {
	const table = emptyCaseTable(1, [], ['paid_on', 'accepted_on'], ['amount', 'distance']);
	const cells: Record<string, string | undefined> = row;
	const fault = makeFurtherColumns(mapping, table)((column) => cells[column] ?? '', 0);
	const columns = Object.entries({ ...table.dates, ...table.numbers });
	return { fault, values: Object.fromEntries(columns.map(([name, [value]]) => [name, value])) };
}

describe('the further columns of a case', () => {
	it('are read as days and numbers', () => {
		const row = { Paid: '2020-05-06', Accepted: '03/05/2020 09:30:00 AM', Yuan: '300', Km: '-1.5' };
		expect(read(row)).toEqual({
			fault: undefined,
			values: {
				paid_on: dayNumber(2020, 5, 6),
				accepted_on: dayNumber(2020, 3, 5),
				amount: 300,
				distance: -1.5
			}
		});
	});

	it('stay missing where a cell is empty', () => {
		expect(read({})).toEqual({
			fault: undefined,
			values: { paid_on: MISSING, accepted_on: MISSING, amount: NaN, distance: NaN }
		});
	});

	it.each<[string, Row, object]>([
		[
			'a day that is none',
			{ Paid: '2020-02-30' },
			{ column: 'Paid', reason: 'date-invalid', expected: 'YYYY-MM-DD' }
		],
		[
			'a day written otherwise',
			{ Accepted: '2020-03-05' },
			{ column: 'Accepted', reason: 'date-format', expected: 'MM/DD/YYYY hh:mm:ss A' }
		],
		['a number with its unit', { Yuan: '300元' }, { column: 'Yuan', reason: 'number-invalid' }],
		['the first of two faults', { Paid: 'x', Yuan: 'x' }, { column: 'Paid', reason: 'date-format' }]
	])('have a fault: %s', (_, row, fault) => {
		expect(read(row).fault).toMatchObject(fault);
	});

	it('are none unless the mapping names them', () => {
		const { dates, numbers, ...without } = mapping;
		expect([dates, numbers]).not.toContain(undefined);
		const asked: string[] = [];
		const fault = makeFurtherColumns(without, emptyCaseTable(1, []))((column) => {
			asked.push(column);
			return '';
		}, 0);
		expect({ fault, asked }).toEqual({ fault: undefined, asked: [] });
	});
});
