import { dayNumber, monthNumber } from './period.ts';

/** How a period of a table may be written: 2018, 2018-H1, 2018-Q3, 2018-07, 2018-W31, 2018-01/2018-08. */
export const PERIOD_FORMS = ['year', 'half', 'quarter', 'month', 'week', 'months'] as const;
export type PeriodForm = (typeof PERIOD_FORMS)[number];

/** For sentences: each form as it is written. */
export const PERIOD_EXAMPLES: Readonly<Record<PeriodForm, string>> = {
	year: '2018',
	half: '2018-H1',
	quarter: '2018-Q3',
	month: '2018-07',
	week: '2018-W31',
	months: '2018-01/2018-08'
};

/** First and last day of a period, as days since 1970-01-01. */
export interface Days {
	readonly first: number;
	readonly last: number;
}

/** The days of a period that is written in one of the forms; undefined for anything else, or a 53rd week that is none. */
export function daysOfPeriod(
	text: string,
	forms: readonly PeriodForm[] = PERIOD_FORMS
): Days | undefined {
	for (const form of forms) {
		const days = READERS[form](text);
		if (days) return days;
	}
	return undefined;
}

const READERS: Readonly<Record<PeriodForm, (text: string) => Days | undefined>> = {
	year: (text) => (/^\d{4}$/.test(text) ? months(`${text}-01`, `${text}-12`) : undefined),
	half: (text) => {
		const [, year = '', half] = /^(\d{4})-H([12])$/.exec(text) ?? [];
		return half === '1' ? months(`${year}-01`, `${year}-06`) : months(`${year}-07`, `${year}-12`);
	},
	quarter: (text) => {
		const [, year = '', quarter = ''] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
		const last = Number(quarter) * 3;
		const month = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
		return months(month(last - 2), month(last));
	},
	month: (text) => months(text, text),
	week,
	months: (text) => {
		const [from = '', to = ''] = text.split('/');
		return text.split('/').length === 2 && from <= to ? months(from, to) : undefined;
	}
};

function months(from: string, to: string): Days | undefined {
	const [first, last] = [monthNumber(from), monthNumber(to)];
	if (first === undefined || last === undefined) return undefined;
	return { first: firstDay(first), last: firstDay(last + 1) - 1 };
}

function firstDay(month: number): number {
	return dayNumber(Math.floor(month / 12), (month % 12) + 1, 1) ?? NaN;
}

/** Weeks of ISO 8601: Monday first, week 1 is the one with 4 January. */
function week(text: string): Days | undefined {
	const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
	const nth = Number(number);
	const first = firstWeek(Number(year)) + (nth - 1) * 7;
	const exists = year !== '' && nth >= 1 && first < firstWeek(Number(year) + 1);
	return exists ? { first, last: first + 6 } : undefined;
}

/** Monday of week 1; 1970-01-01 was a Thursday. */
function firstWeek(year: number): number {
	const fourth = dayNumber(year, 1, 4) ?? NaN;
	return fourth - ((((fourth + 3) % 7) + 7) % 7);
}
