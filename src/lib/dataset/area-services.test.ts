import { describe, expect, it } from 'vitest';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { dayOf } from '#lib/domain/calendar-steps.ts';
import type { BookTables } from '#lib/domain/tables/book-shape.ts';
import type { BookTable, Cell } from '#lib/domain/tables/column.ts';
import { areaServices } from './area-services.ts';

const { areas } = smallDataset();
const AS_OF = '2021-06-30';
const at = (code: string): number => areas.position.get(code) ?? NaN;

/** A table of rows that all have the same columns. */
function tableOf(rows: readonly Readonly<Record<string, Cell>>[]): BookTable {
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const column = (name: string): Cell[] => rows.map((row) => row[name] ?? null);
	return {
		rows: rows.length,
		columns: Object.fromEntries(names.map((name) => [name, column(name)]))
	};
}

const organisation = (id: string, area: string, more: Readonly<Record<string, Cell>> = {}) => ({
	id,
	kind: 'people_mediation_committee',
	name_zh: `${id}委`,
	name_en: `Committee ${id}`,
	area,
	serves: null,
	opened_on: dayOf('2020-01-01'),
	closed_on: null,
	...more
});
const post = (of: string, name: string, from: string, required: number, filled: number) => ({
	organisation: of,
	post: name,
	from: dayOf(from),
	required,
	filled
});
const duty = (
	id: string,
	area: string,
	status: string,
	more: Readonly<Record<string, Cell>> = {}
) => ({
	id,
	area,
	status,
	assigned_on: dayOf('2021-03-01'),
	due_on: null,
	...more
});

const services = (books: BookTables, code: string) => areaServices(areas, books, at(code), AS_OF);
const servingOf = (books: BookTables, code: string): string[] | undefined =>
	services(books, code).serving?.map(({ id }) => id);

describe('who serves an area', () => {
	it('is not known without a table of organisations', () => {
		expect(services({}, '10')).toEqual({ serving: undefined, inside: {}, duties: undefined });
	});

	it.each<[string, readonly Readonly<Record<string, Cell>>[], string[]]>([
		['one of its own', [organisation('A', '10')], ['A']],
		['one of the area around it', [organisation('A', '00')], ['A']],
		['the nearest first', [organisation('far', '00'), organisation('near', '10')], ['near', 'far']],
		['none of another area', [organisation('A', '20')], []],
		['none that serves only a part of it', [organisation('A', '11')], []],
		[
			'one elsewhere that is named for it',
			[organisation('A', '20', { serves: ['10', '40'] })],
			['A']
		],
		['none of its own that is named for others', [organisation('A', '10', { serves: ['20'] })], []],
		['one that opened on the day', [organisation('A', '10', { opened_on: dayOf(AS_OF) })], ['A']],
		[
			'none that opens the day after',
			[organisation('A', '10', { opened_on: dayOf('2021-07-01') })],
			[]
		],
		['none that closed on the day', [organisation('A', '10', { closed_on: dayOf(AS_OF) })], []]
	])('is %s', (_, rows, expected) => {
		expect(servingOf({ organisations: tableOf(rows) }, '10')).toEqual(expected);
	});

	it('is said by its names, its kind, and the area that it serves', () => {
		const organisations = tableOf([organisation('A', '00', { serves: ['00', '10'] })]);
		expect(services({ organisations }, '11').serving).toEqual([
			{
				id: 'A',
				kind: 'people_mediation_committee',
				name: { zh: 'A委', en: 'Committee A' },
				// The finest of those that lie around it.
				serves: at('10'),
				required: undefined,
				filled: undefined
			}
		]);
	});

	it('leaves those that serve a part of it to be counted by kind', () => {
		const organisations = tableOf([
			organisation('A', '11'),
			organisation('B', '12'),
			organisation('C', '12', { kind: 'medical_committee' }),
			organisation('D', '21'),
			organisation('E', '10')
		]);
		expect(services({ organisations }, '10').inside).toEqual({
			people_mediation_committee: 2,
			medical_committee: 1
		});
	});

	it('has the posts of the day: the last of each kind, added up', () => {
		const organisations = tableOf([organisation('A', '10'), organisation('B', '10')]);
		const posts = tableOf([
			post('A', 'director', '2020-01-01', 1, 0),
			post('A', 'director', '2021-01-01', 1, 1),
			post('A', 'mediator', '2020-01-01', 4, 3),
			post('A', 'mediator', '2021-07-01', 9, 9)
		]);
		const found = services({ organisations, posts }, '10').serving ?? [];
		expect(found.map(({ required, filled }) => [required, filled])).toEqual([
			[5, 4],
			[undefined, undefined]
		]);
	});
});

describe('the duties in an area', () => {
	const countsOf = (rows: readonly Readonly<Record<string, Cell>>[], code = '10') =>
		services({ duties: tableOf(rows) }, code).duties;

	it('are none where the table has none of it', () => {
		expect(countsOf([duty('1', '20', 'working')])).toEqual({
			all: 0,
			open: 0,
			overdue: 0,
			steps: []
		});
	});

	it('are its own and those of all that lies in it', () => {
		const rows = ['10', '11', '12', '20', '00'].map((area, i) => duty(String(i), area, 'working'));
		expect(countsOf(rows)?.all).toBe(3);
		expect(countsOf(rows, '00')?.all).toBe(5);
		expect(countsOf(rows, '12')?.all).toBe(1);
	});

	it('are those assigned until the day', () => {
		const rows = [AS_OF, '2021-07-01'].map((day, i) =>
			duty(String(i), '10', 'assigned', { assigned_on: dayOf(day) })
		);
		expect(countsOf(rows)?.all).toBe(1);
	});

	it('are divided by their last step, in the order of the steps', () => {
		const rows = ['closed', 'working', 'assigned', 'working', 'revisited'].map((step, i) =>
			duty(String(i), '10', step)
		);
		expect(countsOf(rows)).toEqual({
			all: 5,
			open: 3,
			overdue: 0,
			steps: [
				{ step: 'assigned', n: 1 },
				{ step: 'working', n: 2 },
				{ step: 'closed', n: 1 },
				{ step: 'revisited', n: 1 }
			]
		});
	});

	it.each<[string, string, string | null, number]>([
		['is not overdue on its last day', 'working', AS_OF, 0],
		['is overdue on the day after', 'working', '2021-06-29', 1],
		['is not overdue without a last day', 'working', null, 0],
		['is not overdue when it is closed', 'closed', '2021-06-29', 0],
		['is not overdue when it was visited again', 'revisited', '2021-06-29', 0]
	])('a duty %s', (_, status, due, overdue) => {
		const rows = [duty('1', '10', status, { due_on: due === null ? null : dayOf(due) })];
		expect(countsOf(rows)?.overdue).toBe(overdue);
	});
});
