/** Dates are texts, YYYY-MM-DD, here: they sort as they stand, and no clock or time zone can move them. */
const msPerDay = 86_400_000;

/** The day on which the books were closed, a Friday. */
export const asOf = '2018-08-31';

export function plusDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
	return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
	// 1 January 2018 was a Monday.
	return (((daysBetween('2018-01-01', date) % 7) + 7) % 7) + 1;
}

/** The date itself, or the Friday before it: offices do nothing on weekends. */
export function workdayUntil(date: string): string {
	return plusDays(date, Math.min(0, 5 - weekdayOf(date)));
}

/** '2018-W31'. ISO weeks begin on Monday and belong to the year of their Thursday. */
export function weekOf(date: string): string {
	const thursday = plusDays(date, 4 - weekdayOf(date));
	const year = thursday.slice(0, 4);
	return weekName(year, Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1);
}

function weekName(year: string, number: number): string {
	return `${year}-W${String(number).padStart(2, '0')}`;
}

export function mondayOf(week: string): string {
	// 4 January always lies in the first week.
	const inFirstWeek = `${week.slice(0, 4)}-01-04`;
	const firstMonday = plusDays(inFirstWeek, 1 - weekdayOf(inFirstWeek));
	return plusDays(firstMonday, 7 * (Number(week.slice(6)) - 1));
}

export function weeksBetween(from: string, to: string): string[] {
	const weeks: string[] = [];
	for (let week = from; week <= to; week = weekOf(plusDays(mondayOf(week), 7))) weeks.push(week);
	return weeks;
}

export function monthOf(date: string): string {
	return date.slice(0, 7);
}

export function nextMonth(month: string): string {
	return monthOf(plusDays(`${month}-01`, 31));
}

export function monthsBetween(from: string, to: string): string[] {
	const months: string[] = [];
	for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
	return months;
}
