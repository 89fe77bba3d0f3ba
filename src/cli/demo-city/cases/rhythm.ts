import {
	businessOf,
	firstDay,
	isoDate,
	lastDay,
	mondayOf,
	reportFrom,
	type Day
} from '#cli/demo-city/calendar.ts';
import { caseTypes, type CaseType } from '#cli/demo-city/case-types.ts';
import { valueOf } from '#cli/demo-city/element-at.ts';
import { seasonalLevel } from './seasons.ts';

const growthPerMonth = 0.0078;

/** Mondays of all weeks of the books; the first and the last week are not whole. */
export const mondays: readonly Day[] = Array.from(
	{ length: (mondayOf(lastDay) - mondayOf(firstDay)) / 7 + 1 },
	(_, week) => mondayOf(firstDay) + 7 * week
);

/** Days of a week that lie in the books. */
export function daysOf(monday: Day): Day[] {
	return Array.from({ length: 7 }, (_, i) => monday + i).filter(
		(day) => day >= firstDay && day <= lastDay
	);
}

/** How much a type brings on a day against an even flow: business, season, growth, lists of the time. */
export function levelOn(type: CaseType, day: Day): number {
	return valueOf(levels, type)[day - firstDay] ?? 0;
}

const levels: ReadonlyMap<CaseType, Float64Array> = levelsOfAllDays();

function levelsOfAllDays(): Map<CaseType, Float64Array> {
	const count = lastDay - firstDay + 1;
	const business = Float64Array.from({ length: count }, (_, i) => businessOf(firstDay + i));
	return new Map(
		caseTypes.map((type) => [
			type,
			business.map((busy, i) => {
				const day = firstDay + i;
				if (type.until !== undefined && Number(isoDate(day).slice(0, 4)) > type.until) return 0;
				const years = (day - reportFrom) / 365.25;
				const growth = Math.exp(growthPerMonth * 12 * years) * Math.pow(type.growth, years);
				return busy * seasonalLevel(type.season, day) * growth;
			})
		])
	);
}
