import type { RejectionReason } from '#lib/domain/errors.ts';
import { dayNumber } from '#lib/domain/period.ts';

/** A moment of a case file: the day that is counted, and the second of the day where the file tells it. */
export interface Moment {
	/** Days since 1970-01-01 in the city's own calendar. */
	readonly day: number;
	/** Seconds since midnight; undefined where the file gives only the day. */
	readonly second: number | undefined;
}

export type DateFormat = 'YYYY-MM-DD' | 'MM/DD/YYYY hh:mm:ss A';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const AMERICAN = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2}) (AM|PM)$/;

/** Years of living memory and plans: 0218 and 9999 are slips of the hand or stand for "no date". */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

interface Parts {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	/** Undefined where the format has no clock, NaN where the clock does not exist. */
	readonly second: number | undefined;
}

/** Reads a date that is really in the calendar, of the years 1900 to 2099; anything else is undefined, never a guess. */
export function parseDate(text: string, format: DateFormat): Moment | undefined {
	const parts = partsOf(text, format);
	if (!parts || Number.isNaN(parts.second) || !isLikelyYear(parts.year)) return undefined;
	const day = dayNumber(parts.year, parts.month, parts.day);
	return day === undefined ? undefined : { day, second: parts.second };
}

/** Why a text is no date: it is written otherwise, the year is a slip, or the calendar has no such day. */
export function dateFault(text: string, format: DateFormat): RejectionReason {
	const parts = partsOf(text, format);
	if (!parts) return 'date-format';
	return isLikelyYear(parts.year) ? 'date-invalid' : 'date-year';
}

function isLikelyYear(year: number): boolean {
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function partsOf(text: string, format: DateFormat): Parts | undefined {
	const found = (format === 'YYYY-MM-DD' ? ISO : AMERICAN).exec(text);
	if (!found) return undefined;
	const [first = NaN, second = NaN, third = NaN, hour = NaN, minute = NaN, seconds = NaN] = found
		.slice(1, 7)
		.map(Number);
	if (format === 'YYYY-MM-DD') return { year: first, month: second, day: third, second: undefined };
	const isOnClock = hour >= 1 && hour <= 12 && minute <= 59 && seconds <= 59;
	const hours = (hour % 12) + (found[7] === 'PM' ? 12 : 0);
	const clock = isOnClock ? hours * 3600 + minute * 60 + seconds : NaN;
	return { year: third, month: first, day: second, second: clock };
}
