import { describe, expect, it } from 'vitest';
import { isoDay } from './period.ts';
import { daysOfPeriod, PERIOD_EXAMPLES, PERIOD_FORMS, type PeriodForm } from './period-text.ts';

function span(text: string, forms?: readonly PeriodForm[]): string | undefined {
	const days = daysOfPeriod(text, forms);
	return days && `${isoDay(days.first)} ${isoDay(days.last)}`;
}

describe('the days of a period', () => {
	it.each([
		['2018', '2018-01-01 2018-12-31'],
		['2018-H1', '2018-01-01 2018-06-30'],
		['2018-H2', '2018-07-01 2018-12-31'],
		['2018-Q1', '2018-01-01 2018-03-31'],
		['2018-Q4', '2018-10-01 2018-12-31'],
		['2018-02', '2018-02-01 2018-02-28'],
		['2016-02', '2016-02-01 2016-02-29'],
		['2018-12', '2018-12-01 2018-12-31'],
		['2018-01/2018-08', '2018-01-01 2018-08-31'],
		['2017-12/2018-01', '2017-12-01 2018-01-31'],
		// Weeks as any calendar with ISO numbers shows them.
		['2018-W01', '2018-01-01 2018-01-07'],
		['2018-W31', '2018-07-30 2018-08-05'],
		['2018-W35', '2018-08-27 2018-09-02'],
		['2018-W52', '2018-12-24 2018-12-30'],
		['2015-W01', '2014-12-29 2015-01-04'],
		['2015-W53', '2015-12-28 2016-01-03'],
		['2016-W01', '2016-01-04 2016-01-10'],
		['2020-W53', '2020-12-28 2021-01-03'],
		['1969-W01', '1968-12-30 1969-01-05']
	])('%s are %s', (text, expected) => {
		expect(span(text)).toBe(expected);
	});

	it.each([
		'',
		'18',
		'2018-H3',
		'2018-Q5',
		'2018-Q0',
		'2018-13',
		'2018-00',
		'2018-7',
		'2018-W00',
		'2018-W53',
		'2018-W54',
		'2018-W1',
		'2018-08/2018-01',
		'2018-01/',
		'2018-01/2018-02/2018-03',
		'2018-08-31',
		'2018年8月',
		' 2018'
	])('are not those of %j', (text) => {
		expect(span(text)).toBeUndefined();
	});

	it('are asked for in the forms that are allowed', () => {
		expect(span('2018', ['month', 'week'])).toBeUndefined();
		expect(span('2018-07', ['month', 'week'])).toBe('2018-07-01 2018-07-31');
		expect(span('2018-07', [])).toBeUndefined();
	});

	it.each(PERIOD_FORMS)('are those of the example of the form: %s', (form) => {
		expect(span(PERIOD_EXAMPLES[form], [form])).toBeDefined();
		for (const other of PERIOD_FORMS) {
			if (other !== form) expect(span(PERIOD_EXAMPLES[form], [other])).toBeUndefined();
		}
	});
});
