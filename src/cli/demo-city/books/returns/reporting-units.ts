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

export interface Period {
	name: string;
	due: string;
	/** The first day on which a return for it may come in. */
	earliest: string;
}

/** How often a unit reports: villages weekly in 2018, the others monthly all along. */
export interface Rhythm {
	periods: readonly Period[];
	periodOf: (date: string) => string;
}

export interface ReportingUnit {
	code: string;
	rhythm: Rhythm;
}

const weekly: Rhythm = {
	periods: weeksBetween('2018-W01', weekOf(asOf)).map((name) => ({
		name,
		due: plusDays(mondayOf(name), 7),
		earliest: plusDays(mondayOf(name), 4)
	})),
	periodOf: weekOf
};

function monthly(dayDue: number): Rhythm {
	return {
		periods: monthsBetween('2014-01', monthOf(asOf)).map((name) => {
			const earliest = `${nextMonth(name)}-01`;
			return { name, due: plusDays(earliest, dayDue - 1), earliest };
		}),
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
