import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, dayOf, firstDayOf, STEPS, stretchesOf, stretchOf } from './calendar-steps.ts';
import { isoDay } from './period.ts';
import { smallDataset } from './small-dataset.ts';

const dataset = smallDataset();

describe('stretches of time', () => {
	it.each<[string, (typeof STEPS)[number], string]>([
		['2020-03-09', 'day', '2020-03-09'],
		['2020-03-09', 'week', '2020-03-09'],
		['2020-03-15', 'week', '2020-03-09'],
		['2020-03-16', 'week', '2020-03-16'],
		['2020-03-09', 'month', '2020-03-01'],
		['2020-05-31', 'quarter', '2020-04-01'],
		['2020-12-31', 'year', '2020-01-01'],
		['1969-12-31', 'week', '1969-12-29']
	])('%s is of the %s that begins on %s', (day, step, first) => {
		expect(isoDay(firstDayOf(stretchOf(dayOf(day), step), step))).toBe(first);
	});

	it('follow each other without a gap: the last day of one is before the first of the next', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -20_000, max: 40_000 }),
				fc.constantFrom(...STEPS),
				(day, step) => {
					const stretch = stretchOf(day, step);
					expect(firstDayOf(stretch, step)).toBeLessThanOrEqual(day);
					expect(firstDayOf(stretch + 1, step)).toBeGreaterThan(day);
				}
			),
			{ seed: 42 }
		);
	});

	it.each(STEPS)('cover every day of the data, by %s', (step) => {
		const { starts, count } = calendarOf(dataset, step);
		expect(starts).toHaveLength(count + 1);
		expect(starts[0]).toBeLessThanOrEqual(dayOf('2020-03-09'));
		expect(starts[count]).toBeGreaterThan(dayOf('2021-06-30'));
	});

	it('are found by the days that touch them', () => {
		const calendar = calendarOf(dataset, 'month');
		const touched = (first: string, last: string): [number, number] =>
			stretchesOf(calendar, { first: dayOf(first), last: dayOf(last) });
		expect(touched('2020-03-09', '2020-03-31')).toEqual([0, 1]);
		expect(touched('2020-03-31', '2020-04-01')).toEqual([0, 2]);
		expect(touched('2021-06-01', '2021-06-30')).toEqual([15, 16]);
	});
});
