import { describe, expect, it } from 'vitest';
import {
	asOf,
	daysBetween,
	mondayOf,
	monthsBetween,
	nextMonth,
	plusDays,
	weekdayOf,
	weekOf,
	weeksBetween,
	workdayUntil
} from './dates.ts';

describe('dates', () => {
	it.each([
		['2018-02-28', 1, '2018-03-01'],
		['2016-02-28', 1, '2016-02-29'],
		['2018-01-01', -1, '2017-12-31'],
		['2014-01-01', 1703, asOf]
	])('%s and %i days are %s', (date, days, result) => {
		expect(plusDays(date, days)).toBe(result);
		expect(daysBetween(date, result)).toBe(days);
	});

	it.each([
		['2018-08-31', 5],
		['2018-09-02', 7],
		['2018-01-01', 1],
		['2014-01-01', 3]
	])('%s is day %i of the week', (date, weekday) => {
		expect(weekdayOf(date)).toBe(weekday);
	});

	it.each([
		['2018-08-31', '2018-08-31'],
		['2018-09-01', '2018-08-31'],
		['2018-09-02', '2018-08-31'],
		['2018-09-03', '2018-09-03']
	])('offices work until %s: %s', (date, workday) => {
		expect(workdayUntil(date)).toBe(workday);
	});
});

describe('ISO weeks', () => {
	it.each([
		['2018-01-01', '2018-W01', '2018-01-01'],
		['2018-08-31', '2018-W35', '2018-08-27'],
		['2017-01-01', '2016-W52', '2016-12-26'],
		['2016-01-03', '2015-W53', '2015-12-28'],
		['2014-12-29', '2015-W01', '2014-12-29']
	])('%s lies in %s, which begins on %s', (date, week, monday) => {
		expect(weekOf(date)).toBe(week);
		expect(mondayOf(week)).toBe(monday);
	});

	it('follow each other over a new year', () => {
		expect(weeksBetween('2015-W52', '2016-W02')).toEqual([
			'2015-W52',
			'2015-W53',
			'2016-W01',
			'2016-W02'
		]);
	});
});

describe('months', () => {
	it('follow each other over a new year', () => {
		expect(nextMonth('2017-12')).toBe('2018-01');
		expect(monthsBetween('2017-11', '2018-02')).toEqual([
			'2017-11',
			'2017-12',
			'2018-01',
			'2018-02'
		]);
		expect(monthsBetween('2014-01', '2018-08')).toHaveLength(56);
	});
});
