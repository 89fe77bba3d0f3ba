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

/** Reads a date that is really in the calendar; anything else is undefined, never a guess. */
export function parseDate(text: string, format: DateFormat): Moment | undefined {
	if (format === 'YYYY-MM-DD') {
		const parts = ISO.exec(text);
		if (!parts) return undefined;
		const day = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
		return day === undefined ? undefined : { day, second: undefined };
	}
	const parts = AMERICAN.exec(text);
	if (!parts) return undefined;
	const day = dayNumber(Number(parts[3]), Number(parts[1]), Number(parts[2]));
	const hour = Number(parts[4]);
	const minute = Number(parts[5]);
	const second = Number(parts[6]);
	if (day === undefined || hour < 1 || hour > 12 || minute > 59 || second > 59) return undefined;
	const hours = (hour % 12) + (parts[7] === 'PM' ? 12 : 0);
	return { day, second: hours * 3600 + minute * 60 + second };
}
