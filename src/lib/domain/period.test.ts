import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay, monthNumber, monthOf, monthSpan } from './period.ts';

const fixed = { seed: 42 };

/** The Gregorian calendar, written down without any date library. */
function daysIn(year: number, month: number): number {
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	if (month === 2) return isLeap ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');

describe('a month as text and as a number', () => {
	it.each([
		['2018-08', 2018 * 12 + 7],
		['1970-01', 1970 * 12],
		['1999-12', 1999 * 12 + 11],
		['0000-01', 0],
		['9999-12', 9999 * 12 + 11]
	])('%s has the running number %d, and back', (month, number) => {
		expect(monthNumber(month)).toBe(number);
		expect(monthOf(number)).toBe(month);
	});

	it.each([
		['', 'nothing'],
		['2018', 'a year'],
		['2018-00', 'month 0'],
		['2018-13', 'month 13'],
		['2018-8', 'one digit'],
		['18-08', 'a short year'],
		['2018-08-01', 'a day'],
		['2018/08', 'a slash'],
		[' 2018-08', 'a space before'],
		['2018-08 ', 'a space after'],
		['2018-08\n', 'a line feed after'],
		['-018-08', 'a negative year'],
		['２０１８-08', 'full-width digits'],
		['__proto__', 'a name of JavaScript']
	])('%j is not a month: %s', (text) => {
		expect(monthNumber(text)).toBeUndefined();
	});

	it('goes there and back for every month from 1900 to 2100, one number after the other', () => {
		const wrong: string[] = [];
		let expected = 1900 * 12;
		for (let year = 1900; year <= 2100; year++) {
			for (let month = 1; month <= 12; month++) {
				const text = `${padded(year, 4)}-${padded(month, 2)}`;
				if (monthNumber(text) !== expected || monthOf(expected) !== text) wrong.push(text);
				expected++;
			}
		}
		expect(wrong).toEqual([]);
		expect(expected).toBe(2101 * 12);
	});

	it('goes there and back for every four-digit year', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 9999 * 12 + 11 }), (number) => {
				expect(monthNumber(monthOf(number))).toBe(number);
			}),
			fixed
		);
	});

	it('sorts as text as it sorts as a number', () => {
		const number = fc.integer({ min: 0, max: 9999 * 12 + 11 });
		fc.assert(
			fc.property(number, number, (a, b) => {
				expect(monthOf(a) < monthOf(b)).toBe(a < b);
			}),
			fixed
		);
	});
});

describe('the months that a span of days touches', () => {
	it.each([
		['2018-01-01', '2018-08-31', 2018 * 12, 8],
		['2018-01-31', '2018-02-01', 2018 * 12, 2],
		['2018-05-07', '2018-05-07', 2018 * 12 + 4, 1],
		['2017-12-25', '2018-01-24', 2017 * 12 + 11, 2],
		['2000-01-01', '2099-12-31', 2000 * 12, 1200]
	])('from %s to %s begin at number %d and are %d', (from, to, first, count) => {
		expect(monthSpan(from, to)).toEqual({ first, count });
	});

	it.each([
		['2018-02-01', '2018-01-31', 'ends in a month before it begins'],
		['2018-13-01', '2018-12-31', 'begins in no month'],
		['2018-01-01', '', 'has no end'],
		['yesterday', 'today', 'is not written as days']
	])('from %s to %s are undefined, for the span %s', (from, to) => {
		expect(monthSpan(from, to)).toBeUndefined();
	});
});

describe('a day as a number', () => {
	it('counts every day from 1900 to 2100 one after the other, and writes it as ISO text', () => {
		const wrong: string[] = [];
		let expected = -25_567; // 1900-01-01: 70 years of 365 days and 17 leap days before 1970.
		for (let year = 1900; year <= 2100; year++) {
			for (let month = 1; month <= 12; month++) {
				for (let day = 1; day <= daysIn(year, month); day++) {
					const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
					if (dayNumber(year, month, day) !== expected || isoDay(expected) !== text) {
						wrong.push(text);
					}
					expected++;
				}
			}
		}
		expect(wrong).toEqual([]);
		expect(expected + 25_567).toBe(201 * 365 + 49); // 49 leap days: 1900 and 2100 are none.
	});

	it.each([
		[1970, 1, 1, 0],
		[1970, 1, 2, 1],
		[1969, 12, 31, -1],
		[2000, 2, 29, 11_016],
		[2018, 8, 31, 17_774]
	])('%d-%d-%d is day %d since 1970', (year, month, day, number) => {
		expect(dayNumber(year, month, day)).toBe(number);
	});

	it.each([
		[2019, 2, 29],
		[1900, 2, 29],
		[2100, 2, 29],
		[2018, 2, 31],
		[2018, 4, 31],
		[2018, 0, 1],
		[2018, 13, 1],
		[2018, 1, 0],
		[2018, 1, 32],
		[2018, 1, -1],
		[2018, 1.5, 1],
		[2018, 1, 1.5],
		[NaN, 1, 1],
		[2018, NaN, 1],
		[2018, 1, NaN],
		[Infinity, 1, 1]
	])('%d-%d-%d is no day of the calendar', (year, month, day) => {
		expect(dayNumber(year, month, day)).toBeUndefined();
	});

	it('exists exactly where the calendar has the day', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1900, max: 2100 }),
				fc.integer({ min: -3, max: 16 }),
				fc.integer({ min: -3, max: 36 }),
				(year, month, day) => {
					const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
					expect(dayNumber(year, month, day) !== undefined).toBe(exists);
				}
			),
			{ ...fixed, numRuns: 500 }
		);
	});
});
