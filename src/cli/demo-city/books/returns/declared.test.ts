import { describe, expect, it } from 'vitest';
import { caseTypes } from '#cli/demo-city/case-types.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import { sampleCases, sampleCity } from '#cli/demo-city/books/sample-city.ts';
import { declaredDifferences, declaredOf, type DeclaredRow } from './declared.ts';
import { bandRowOf, formLineOfType, handledRowOf, screenedRowOf } from './form-lines.ts';

const city = sampleCity();
const county = '990105000000';
const cases = sampleCases(city);
const declared = declaredOf(city, cases);
const periods = [1, 2, 3, 4, 5, 6, 7, 8].map((month) => `2018-0${month}`);
const levels = ['county', 'township', 'village', 'subtotal', 'year_to_date'] as const;

/** The 52 values of one column of one form. */
function column(period: string, level: DeclaredRow['level'], of = declared): (number | '')[] {
	return of.filter((row) => row.period === period && row.level === level).map(({ value }) => value);
}

function value(period: string, level: DeclaredRow['level'], row: number): number {
	return Number(elementAt(column(period, level), row - 1));
}

const isRate = (row: number) => [3, 5, 51].includes(row);

describe('the provincial form', () => {
	it('has a line for every kind of dispute, and every line a kind', () => {
		expect(Object.keys(formLineOfType).sort()).toEqual(caseTypes.map(({ code }) => code).sort());
		expect([...new Set(Object.values(formLineOfType))].sort((a, b) => a - b)).toEqual(
			Array.from({ length: 19 }, (_, index) => index + 1)
		);
		expect([screenedRowOf(1), handledRowOf(19)]).toEqual([6, 43]);
	});

	it.each([
		[2, 44],
		[49, 44],
		[50, 45],
		[99, 45],
		[100, 46],
		[500, 46],
		[501, 47]
	])('puts %i people into row %i', (people, row) => {
		expect(bandRowOf(people)).toBe(row);
	});

	it('comes from one county, eight times, 52 rows and 5 columns each', () => {
		expect(new Set(declared.map(({ area }) => area))).toEqual(new Set([county]));
		expect(declared).toHaveLength(8 * 52 * 5);
		const keys = declared.map(({ period, row, level }) => `${period} ${row} ${level}`);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it.each(periods)('adds up in %s: lines, size bands, levels, year to date', (period) => {
		for (const level of levels) {
			const rows = (numbers: readonly number[]) =>
				numbers.reduce((sum, row) => sum + value(period, level, row), 0);
			const lines = Array.from({ length: 19 }, (_, index) => index + 1);
			expect(rows([44, 45, 46, 47])).toBe(value(period, level, 1));
			expect(rows(lines.map(screenedRowOf))).toBe(value(period, level, 1));
			expect(rows(lines.map(handledRowOf))).toBe(value(period, level, 2));
			expect(value(period, level, 2)).toBeLessThanOrEqual(value(period, level, 1));
			expect(value(period, level, 4)).toBeLessThanOrEqual(value(period, level, 2));
			if (value(period, level, 2) > 0) {
				const rate = value(period, level, 4) / value(period, level, 2);
				expect(value(period, level, 5)).toBe(Number(rate.toFixed(4)));
			}
		}
		for (let row = 1; row <= 52; row += 1) {
			if (isRate(row)) continue;
			const parts = ['county', 'township', 'village'] as const;
			const sum = parts.reduce((all, level) => all + value(period, level, row), 0);
			expect(value(period, 'subtotal', row)).toBe(sum);
			const toDate = periods
				.filter((other) => other <= period)
				.reduce((all, other) => all + value(other, 'subtotal', row), 0);
			expect(value(period, 'year_to_date', row)).toBe(toDate);
		}
	});

	it('agrees with the cases, but for the two months that are known to differ', () => {
		const differing = periods.filter((period) => {
			const own = cases.filter(
				(each) => each.area.startsWith('990105') && each.opened_on.startsWith(period)
			);
			const resolved = own.filter(({ outcome }) => outcome === 'resolved').length;
			const found = [value(period, 'subtotal', 2), value(period, 'subtotal', 4)];
			return found.join() !== [own.length, resolved].join();
		});
		expect(differing).toEqual(['2018-03', '2018-06']);
		expect(declaredDifferences.map(({ period }) => period)).toEqual(differing);
	});

	it('counts what was screened and not taken up as screened only', () => {
		const waiting = cases.filter(
			(each) =>
				each.area.startsWith('990105') &&
				each.opened_on === '' &&
				each.screened_on.startsWith('2018')
		);
		expect(waiting.length).toBeGreaterThan(0);
		const screened = value('2018-08', 'year_to_date', 1);
		expect(screened - value('2018-08', 'year_to_date', 2)).toBe(waiting.length);
	});

	it('leaves a rate empty where nothing was handled', () => {
		const one = cases.filter(({ area }) => area === county).slice(0, 1);
		const form = declaredOf(city, one);
		expect(column('2018-01', 'township', form).slice(0, 5)).toEqual([0, 0, '', 0, '']);
	});
});
