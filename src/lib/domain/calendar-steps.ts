import type { Dataset } from './dataset-index.ts';
import { dayNumber } from './period.ts';
import type { Days } from './period-text.ts';

/** How finely time is divided. Weeks begin on Monday. */
export const STEPS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Step = (typeof STEPS)[number];

/** Consecutive stretches of time, numbered from 0: `starts` has their first days, and one past the last day of all. */
export interface Calendar {
	readonly step: Step;
	readonly starts: Int32Array;
	readonly count: number;
}

/**
 * The running number of the stretch that a day lies in, in the arithmetic that SQL can do too: days and weeks since
 * 1970-01-01 (a Thursday, so that its week began three days before), months, quarters and years since the year 0.
 */
export function stretchOf(day: number, step: Step): number {
	if (step === 'day') return day;
	if (step === 'week') return Math.floor((day + 3) / 7);
	const date = new Date(day * 86_400_000);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	if (step === 'year') return year;
	return step === 'month' ? year * 12 + month : year * 4 + Math.floor(month / 3);
}

/** First day of a stretch. */
export function firstDayOf(stretch: number, step: Step): number {
	if (step === 'day') return stretch;
	if (step === 'week') return stretch * 7 - 3;
	if (step === 'year') return dayNumber(stretch, 1, 1) ?? NaN;
	const month = step === 'month' ? stretch : stretch * 3;
	return dayNumber(Math.floor(month / 12), (month % 12) + 1, 1) ?? NaN;
}

/** The days that a dataset covers. */
export function daysOf({ index }: Dataset): Days {
	const { from, to } = index.manifest.period;
	return { first: dayOf(from), last: dayOf(to) };
}

/** Every stretch that the days of a dataset touch; the first and the last may begin before them or end after. */
export function calendarOf(dataset: Dataset, step: Step): Calendar {
	const { first, last } = daysOf(dataset);
	const from = stretchOf(first, step);
	const count = stretchOf(last, step) - from + 1;
	const starts = Int32Array.from({ length: count + 1 }, (_, i) => firstDayOf(from + i, step));
	return { step, starts, count };
}

/** The stretches [first, end) whose days a span touches. */
export function stretchesOf({ starts, count }: Calendar, { first, last }: Days): [number, number] {
	let from = 0;
	while (from + 1 < count && (starts[from + 1] ?? Infinity) <= first) from++;
	let end = from + 1;
	while (end < count && (starts[end] ?? Infinity) <= last) end++;
	return [from, end];
}

export function dayOf(iso: string): number {
	const [year, month, day] = iso.split('-').map(Number);
	return dayNumber(year ?? NaN, month ?? NaN, day ?? NaN) ?? NaN;
}
