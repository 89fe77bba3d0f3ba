/** Days since 1970-01-01: plain numbers, so that no clock and no time zone can move a case. */
export type Day = number;

const msPerDay = 86_400_000;

export function dayOf(isoDate: string): Day {
	return Date.parse(`${isoDate}T00:00:00Z`) / msPerDay;
}

/** A case book names the same few thousand days again and again. */
const written = new Map<Day, string>();

export function isoDate(day: Day): string {
	const known = written.get(day);
	if (known !== undefined) return known;
	const text = new Date(day * msPerDay).toISOString().slice(0, 10);
	written.set(day, text);
	return text;
}

/** 1 … 12. */
export function monthOf(day: Day): number {
	return Number(isoDate(day).slice(5, 7));
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
	return (day + 4) % 7;
}

export function isWeekend(day: Day): boolean {
	return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

export function nextMonday(day: Day): Day {
	return day + ((8 - weekdayOf(day)) % 7 || 7);
}

/** The Monday of the day's week; weeks run from Monday to Sunday. */
export function mondayOf(day: Day): Day {
	return day - ((weekdayOf(day) + 6) % 7);
}

export const firstDay = dayOf('2014-01-01');
export const lastDay = dayOf('2018-08-31');

/** The period of the printed report. */
export const reportFrom = dayOf('2018-01-01');
export const reportTo = lastDay;

const springFestivals = [
	'2013-02-10',
	'2014-01-31',
	'2015-02-19',
	'2016-02-08',
	'2017-01-28',
	'2018-02-16',
	'2019-02-05'
].map(dayOf);

/** First days of the other public holidays that move with the moon: 端午 and 中秋, three days each. */
const movingHolidays = [
	...['2014-05-31', '2015-06-20', '2016-06-09', '2017-05-28', '2018-06-16'],
	...['2014-09-06', '2015-09-26', '2016-09-15', '2017-10-04', '2018-09-22']
].map(dayOf);

/** Days until the next Spring Festival. */
export function daysBeforeSpringFestival(day: Day): number {
	return Math.min(...springFestivals.filter((eve) => eve > day).map((eve) => eve - day));
}

/** Days since the last Spring Festival. */
export function daysAfterSpringFestival(day: Day): number {
	return Math.min(...springFestivals.filter((eve) => eve <= day).map((eve) => day - eve));
}

/** How busy the counters are: holidays and weekends are quiet, Mondays are not. */
export function businessOf(day: Day): number {
	if (daysAfterSpringFestival(day) < 6 || daysBeforeSpringFestival(day) <= 1) return 0.2;
	if (isHoliday(day)) return 0.45;
	return [0.52, 1.28, 1.14, 1.08, 1.06, 1.1, 0.62][weekdayOf(day)] ?? 1;
}

function isHoliday(day: Day): boolean {
	if (/-(10-0[1-7]|05-01|04-0[45]|01-01)$/.test(isoDate(day))) return true;
	return movingHolidays.some((first) => day >= first && day < first + 3);
}
