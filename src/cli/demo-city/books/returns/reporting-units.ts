import type { BookCity } from '#cli/demo-city/books/book-city.ts';
import {
	asOf,
	mondayOf,
	monthOf,
	monthsBetween,
	nextMonth,
	plusDays,
	weekOf,
	weeksBetween
} from '#cli/demo-city/books/dates.ts';
import { placesOf } from '#cli/demo-city/books/places.ts';
import { zone } from '#cli/demo-city/books/zone.ts';

/** How often a unit reports: villages weekly in 2018, the others monthly all along. */
export interface Rhythm {
	periods: readonly string[];
	dueOn: (period: string) => string;
	/** The first day on which a return of the period may come in. */
	earliestOn: (period: string) => string;
	periodOf: (date: string) => string;
}

export interface ReportingUnit {
	code: string;
	rhythm: Rhythm;
}

const weekly: Rhythm = {
	periods: weeksBetween('2018-W01', weekOf(asOf)),
	dueOn: (week) => plusDays(mondayOf(week), 7),
	earliestOn: (week) => plusDays(mondayOf(week), 4),
	periodOf: weekOf
};

function monthly(dayDue: number): Rhythm {
	return {
		periods: monthsBetween('2014-01', monthOf(asOf)),
		dueOn: (month) => plusDays(`${nextMonth(month)}-01`, dayDue - 1),
		earliestOn: (month) => `${nextMonth(month)}-01`,
		periodOf: monthOf
	};
}

export function reportingUnitsOf(city: BookCity): ReportingUnit[] {
	const { counties, townships, villages } = placesOf(city);
	const [early, late] = [monthly(2), monthly(5)];
	return [
		...[...counties, zone].map(({ code }) => ({ code, rhythm: late })),
		...townships.map(({ code }) => ({ code, rhythm: early })),
		...villages.map(({ code }) => ({ code, rhythm: weekly }))
	];
}

/** The units that a case in an area belongs to: the areas around it, and the zone where the village is in it. */
export function unitsAround(city: BookCity): (lineage: readonly string[]) => string[] {
	const inZone = new Set(city.homes.filter((home) => home.inZone).map((home) => home.code));
	return (lineage) =>
		lineage.some((code) => inZone.has(code)) ? [...lineage, zone.code] : [...lineage];
}
