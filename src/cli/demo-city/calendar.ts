/** Days since 1970-01-01: plain numbers, so that no clock and no time zone can move a case. */
export type Day = number;

const msPerDay = 86_400_000;

export function dayOf(isoDate: string): Day {
	return Date.parse(`${isoDate}T00:00:00Z`) / msPerDay;
}

export function isoDate(day: Day): string {
	return new Date(day * msPerDay).toISOString().slice(0, 10);
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

export const firstDay = dayOf('2017-01-01');
export const lastDay = dayOf('2018-08-31');

const springFestivals = ['2016-02-08', '2017-01-28', '2018-02-16', '2019-02-05'].map(dayOf);

/** Days until the next Spring Festival. */
export function daysBeforeSpringFestival(day: Day): number {
	return Math.min(...springFestivals.filter((eve) => eve > day).map((eve) => eve - day));
}

/** Days since the last Spring Festival. */
export function daysAfterSpringFestival(day: Day): number {
	return Math.min(...springFestivals.filter((eve) => eve <= day).map((eve) => day - eve));
}

/** How busy the counters are: long holidays and weekends are quiet, Mondays are not. */
export function businessOf(day: Day): number {
	const weekday = [0.52, 1.28, 1.14, 1.08, 1.06, 1.1, 0.62][weekdayOf(day)] ?? 1;
	if (daysAfterSpringFestival(day) < 6 || daysBeforeSpringFestival(day) <= 1) return 0.2;
	if (/-10-0[1-7]$/.test(isoDate(day))) return 0.45;
	return weekday;
}
