/**
 * Months as text ("2018-08") in data and links, as a running number (year × 12 + month − 1) in arithmetic.
 * Days as a running number of days since 1970-01-01: no time zone and no clock is ever asked.
 */
export type Month = string;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The running number of a month, or undefined where the text is not a month. */
export function monthNumber(month: Month): number | undefined {
	const parts = MONTH.exec(month);
	return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : undefined;
}

export function monthOf(number: number): Month {
	const year = Math.floor(number / 12);
	return `${String(year).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** First and last month that a span of days touches. */
export interface MonthSpan {
	readonly first: number;
	readonly count: number;
}

export function monthSpan(fromDay: string, toDay: string): MonthSpan | undefined {
	const first = monthNumber(fromDay.slice(0, 7));
	const last = monthNumber(toDay.slice(0, 7));
	if (first === undefined || last === undefined || last < first) return undefined;
	return { first, count: last - first + 1 };
}

/** Days since 1970-01-01 of a date that exists in the calendar; 31 February is undefined. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
	const time = Date.UTC(year, month - 1, day);
	const date = new Date(time);
	const exists =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? Math.round(time / 86_400_000) : undefined;
}

export function isoDay(day: number): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
