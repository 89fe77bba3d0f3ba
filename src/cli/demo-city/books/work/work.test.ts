import { describe, expect, it } from 'vitest';
import { asOf, weekdayOf } from '#cli/demo-city/books/dates.ts';
import { sampleCases, sampleCity } from '#cli/demo-city/books/sample-city.ts';
import { budgetOf } from './budget.ts';
import { eventsOf } from './events.ts';
import { filedFiguresOf } from './filed-figures.ts';
import { meetingsOf } from './meetings.ts';
import { officeDayUntil } from './office-days.ts';
import { surveysOf } from './surveys.ts';
import { visitsOf } from './visits.ts';

const city = sampleCity();

describe('the budget', () => {
	it('is at least 3 million yuan, of which at least 1.6 million are paid', () => {
		const amounts = budgetOf(city).map(({ kind, amount, at_least }) => [kind, amount, at_least]);
		expect(amounts).toEqual([
			['budgeted', 3_000_000, 'yes'],
			['paid', 1_600_000, 'yes']
		]);
	});
});

describe('meetings', () => {
	it('are 7 from January to August 2018, one on 18 July, none on a weekend', () => {
		const days = meetingsOf().map(({ on }) => on);
		expect(new Set(days).size).toBe(7);
		expect(days).toContain('2018-07-18');
		expect(days).toEqual([...days].sort());
		expect(days.filter((on) => on < '2018-01-01' || on > asOf || weekdayOf(on) > 5)).toEqual([]);
	});
});

describe('visits', () => {
	it('are 12, each in another township, in every county, on days on which offices are open', () => {
		const visits = visitsOf(6, city);
		expect(new Set(visits.map(({ area }) => area)).size).toBe(12);
		expect(new Set(visits.map(({ area }) => area.slice(0, 6))).size).toBe(5);
		const days = visits.map(({ on }) => on);
		expect(days).toEqual([...days].sort());
		expect(days.filter((on) => officeDayUntil(on) !== on || on > asOf)).toEqual([]);
	});
});

describe('events', () => {
	const events = eventsOf();

	it('follow each other from 2014 to 2018, each from a day to a later one or the same', () => {
		expect(events).toHaveLength(12 * 5 + 1);
		expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
		expect(events.filter(({ from, to }) => to < from)).toEqual([]);
		const days = events.map(({ from }) => from);
		expect(days).toEqual([...days].sort());
		expect(new Set(days.map((day) => day.slice(0, 4))).size).toBe(5);
	});

	it.each([
		['the Spring Festival of 2018', '2018-02-19', '2018-02-14'],
		['a weekend before a holiday', '2018-04-06', '2018-04-04'],
		['an ordinary day', '2018-05-09', '2018-05-09']
	])('close the offices: %s', (_what, date, open) => {
		expect(officeDayUntil(date)).toBe(open);
	});
});

describe('the survey', () => {
	it('asked the city and its counties, and the city is all of them', () => {
		const [whole, ...counties] = surveysOf(6, city);
		expect(counties).toHaveLength(5);
		const sum = (of: (row: (typeof counties)[number]) => number) =>
			counties.reduce((total, row) => total + of(row), 0);
		expect(whole?.n).toBe(sum(({ n }) => n));
		const satisfied = sum(({ n, value }) => Math.round(n * value));
		expect(whole?.value).toBe(Number((satisfied / (whole?.n ?? 0)).toFixed(4)));
		expect(counties.every(({ value }) => value > 0.85 && value < 1)).toBe(true);
	});
});

describe('filed figures', () => {
	const cases = sampleCases(city);
	const figures = filedFiguresOf(6, cases);
	const value = (period: string, figure: string) =>
		figures.find((row) => row.period === period && row.figure === figure)?.value ?? NaN;

	it('are those of seven months and of the half year, filed after their period', () => {
		expect(figures).toHaveLength(16);
		expect(figures.find(({ period }) => period === '2018-H1')?.filed_on).toBe('2018-07-04');
		expect(figures.filter(({ filed_on }) => filed_on > asOf || weekdayOf(filed_on) > 5)).toEqual(
			[]
		);
	});

	it('know less than the books know now: what came late is missing, what was open is not resolved', () => {
		const now = cases.filter(
			({ opened_on }) => opened_on >= '2018-01-01' && opened_on < '2018-07-01'
		);
		const resolved = now.filter(({ outcome }) => outcome === 'resolved');
		expect(value('2018-H1', 'handled')).toBeLessThan(now.length);
		expect(value('2018-H1', 'handled')).toBeGreaterThan(now.length * 0.97);
		expect(value('2018-H1', 'resolved')).toBeLessThan(resolved.length);
		expect(value('2018-H1', 'resolved')).toBeGreaterThan(resolved.length * 0.8);
	});

	it('never say that more was resolved than handled', () => {
		for (const { period } of figures) {
			expect(value(period, 'resolved')).toBeLessThanOrEqual(value(period, 'handled'));
		}
	});
});
