import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from '#lib/domain/period.ts';
import { dateFault, parseDate, type DateFormat } from './date.ts';

const fixed = { seed: 42 };
const iso: DateFormat = 'YYYY-MM-DD';
const american: DateFormat = 'MM/DD/YYYY hh:mm:ss A';

const pad = (number: number, digits = 2): string => String(number).padStart(digits, '0');

/** Thirty days hath September: the calendar as one learns it, without any Date. */
function isInCalendar(year: number, month: number, day: number): boolean {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
	return days !== undefined && day >= 1 && day <= days;
}

const isLikely = (year: number): boolean => year >= 1900 && year <= 2099;

describe('a date', () => {
	it.each<[string, DateFormat, string]>([
		['2018-08-31', iso, '2018-08-31'],
		['2020-02-29', iso, '2020-02-29'],
		['2000-02-29', iso, '2000-02-29'],
		['1969-12-31', iso, '1969-12-31'],
		['1900-01-01', iso, '1900-01-01'],
		['2099-12-31', iso, '2099-12-31'],
		['03/05/2020 09:30:00 AM', american, '2020-03-05'],
		['12/31/2015 11:59:59 PM', american, '2015-12-31'],
		['02/29/2016 12:00:00 AM', american, '2016-02-29']
	])('is read: %j in %s', (text, format, day) => {
		const moment = parseDate(text, format);
		expect(isoDay(moment?.day ?? NaN)).toBe(day);
	});

	it.each<[string, DateFormat]>([
		['2018-02-31', iso],
		['31/02/2018', iso],
		['0218-03-05', iso],
		['20188-03-05', iso],
		['1899-12-31', iso],
		['2100-01-01', iso],
		['9999-12-31', iso],
		['2019-02-29', iso],
		['1900-02-29', iso],
		['2018-04-31', iso],
		['2018-13-01', iso],
		['2018-00-10', iso],
		['2018-01-00', iso],
		['2018-1-05', iso],
		['2018-01-5', iso],
		['18-01-05', iso],
		['2018/01/05', iso],
		['20180105', iso],
		['2018-01-05 ', iso],
		[' 2018-01-05', iso],
		['2018-01-05T00:00:00', iso],
		['2018-01-05\n', iso],
		['２０１８-01-05', iso],
		['0000-00-00', iso],
		['43105', iso],
		['', iso],
		['02/29/2015 10:00:00 AM', american],
		['02/31/2015 10:00:00 AM', american],
		['31/01/2015 10:00:00 AM', american],
		['01/05/2015 13:00:00 PM', american],
		['01/05/2015 00:30:00 AM', american],
		['01/05/2015 10:60:00 AM', american],
		['01/05/2015 10:00:60 AM', american],
		['1/05/2015 10:00:00 AM', american],
		['01/5/2015 10:00:00 AM', american],
		['01/05/2015 9:00:00 AM', american],
		['01/05/15 10:00:00 AM', american],
		['01/05/2015 10:00:00', american],
		['01/05/2015 10:00:00 am', american],
		['01/05/2015 10:00:00 AM ', american],
		['01/05/2015', american],
		['2015-01-05', american],
		['01/05/2015 10:00:00 AM', iso],
		['', american]
	])('is undefined, never a guess: %j in %s', (text, format) => {
		expect(parseDate(text, format)).toBeUndefined();
	});

	it.each([
		['12:00:00 AM', 0],
		['12:59:59 AM', 3_599],
		['01:00:00 AM', 3_600],
		['11:59:59 AM', 43_199],
		['12:00:00 PM', 43_200],
		['12:00:01 PM', 43_201],
		['01:00:00 PM', 46_800],
		['11:59:59 PM', 86_399]
	])('has its second of the day: %s', (clock, second) => {
		expect(parseDate(`01/05/2015 ${clock}`, american)?.second).toBe(second);
	});

	it('without a clock has no second', () => {
		expect(parseDate('2015-01-05', iso)).toEqual({ day: 16_440, second: undefined });
	});
});

describe('what is no date', () => {
	it.each<[string, DateFormat, string]>([
		['2018-02-31', iso, 'date-invalid'],
		['2018-13-01', iso, 'date-invalid'],
		['2018-00-00', iso, 'date-invalid'],
		['31/02/2018', iso, 'date-format'],
		['2018-2-1', iso, 'date-format'],
		['20188-02-01', iso, 'date-format'],
		['0218-02-01', iso, 'date-year'],
		['9999-12-31', iso, 'date-year'],
		['02/31/2018 10:00:00 AM', american, 'date-invalid'],
		['02/03/2018 13:00:00 PM', american, 'date-invalid'],
		['02/03/0218 10:00:00 AM', american, 'date-year'],
		['2018-02-03', american, 'date-format']
	])('is told why: %j in %s', (text, format, reason) => {
		expect(dateFault(text, format)).toBe(reason);
	});
});

describe('any date', () => {
	const numbers = fc.tuple(
		fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1890, max: 2110 })),
		fc.integer({ min: 0, max: 14 }),
		fc.integer({ min: 0, max: 33 })
	);

	it('is read exactly when the calendar has it, and as that day', () => {
		fc.assert(
			fc.property(numbers, ([year, month, day]) => {
				const text = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
				const moment = parseDate(text, iso);
				if (isLikely(year) && isInCalendar(year, month, day))
					expect(isoDay(moment?.day ?? NaN)).toBe(text);
				else expect(moment).toBeUndefined();
			}),
			{ ...fixed, numRuns: 2_000 }
		);
	});

	it('is one day more than the date before it', () => {
		fc.assert(
			fc.property(fc.integer({ min: -25_567, max: 47_480 }), (day) => {
				expect(parseDate(isoDay(day), iso)?.day).toBe(day);
				expect(parseDate(isoDay(day + 1), iso)?.day).toBe(day + 1);
			}),
			fixed
		);
	});

	it('with a clock is read exactly when calendar and clock have it', () => {
		const clocks = fc.tuple(
			fc.integer({ min: 0, max: 25 }),
			fc.integer({ min: 0, max: 61 }),
			fc.integer({ min: 0, max: 61 }),
			fc.constantFrom('AM', 'PM')
		);
		fc.assert(
			fc.property(numbers, clocks, ([year, month, day], [hour, minute, second, half]) => {
				const date = `${pad(month)}/${pad(day)}/${pad(year, 4)}`;
				const text = `${date} ${pad(hour)}:${pad(minute)}:${pad(second)} ${half}`;
				const exists =
					isLikely(year) &&
					isInCalendar(year, month, day) &&
					hour >= 1 &&
					hour <= 12 &&
					minute < 60 &&
					second < 60;
				const moment = parseDate(text, american);
				expect(moment !== undefined).toBe(exists);
				if (!moment) return;
				expect(isoDay(moment.day)).toBe(`${pad(year, 4)}-${pad(month)}-${pad(day)}`);
				const hours = (hour === 12 ? 0 : hour) + (half === 'PM' ? 12 : 0);
				expect(moment.second).toBe(hours * 3_600 + minute * 60 + second);
			}),
			{ ...fixed, numRuns: 2_000 }
		);
	});

	it('is undefined for any other text', () => {
		const almost = fc.stringMatching(/^[ 0-9:/AMP-]{0,24}$/);
		fc.assert(
			fc.property(fc.oneof(fc.string(), almost), (text) => {
				const moment = parseDate(text, iso);
				expect(moment === undefined ? text : isoDay(moment.day)).toBe(text);
			}),
			{ ...fixed, numRuns: 1_000 }
		);
	});
});
