import {
	daysAfterSpringFestival,
	daysBeforeSpringFestival,
	monthOf,
	type Day
} from '#cli/demo-city/calendar.ts';

export type Season =
	| 'even'
	| 'summer'
	| 'farming'
	| 'year_end'
	| 'term'
	| 'spring_festival_before'
	| 'spring_festival_after';

/** Relative level of each month, January to December. */
const monthly: Record<Season, readonly number[]> = {
	even: [0.95, 0.9, 1, 1, 1.02, 1.03, 1.02, 1.02, 1.03, 1, 1, 1.03],
	summer: [0.82, 0.78, 0.88, 0.95, 1.05, 1.2, 1.32, 1.3, 1.08, 0.94, 0.86, 0.82],
	farming: [0.65, 0.68, 1.02, 1.5, 1.72, 1.5, 1, 0.82, 0.95, 0.9, 0.72, 0.6],
	year_end: [1.25, 0.95, 0.9, 0.92, 0.95, 0.95, 0.96, 0.96, 0.98, 0.98, 1.05, 1.25],
	term: [0.7, 0.3, 1.35, 1.35, 1.35, 1.3, 0.35, 0.35, 1.45, 1.3, 1.3, 1.2],
	spring_festival_before: [1, 0.8, 0.75, 0.8, 0.85, 0.85, 0.9, 0.9, 0.9, 0.95, 1.1, 1.5],
	spring_festival_after: [0.95, 1, 1, 0.98, 0.98, 1, 1.03, 1.05, 1, 1, 0.98, 1]
};

export function seasonalLevel(season: Season, day: Day): number {
	const level = monthly[season][monthOf(day) - 1] ?? 1;
	// Wages are claimed before people travel home; families quarrel when everybody is there.
	if (season === 'spring_festival_before' && daysBeforeSpringFestival(day) <= 40) return 2.7;
	if (season === 'spring_festival_after' && daysAfterSpringFestival(day) <= 25) return 1.4;
	return level;
}
