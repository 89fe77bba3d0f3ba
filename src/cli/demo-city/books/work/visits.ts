import type { BookCity } from '#cli/demo-city/books/book-city.ts';
import { plusDays } from '#cli/demo-city/books/dates.ts';
import { placesOf } from '#cli/demo-city/books/places.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import { Random } from '#cli/demo-city/random.ts';
import { officeDayUntil } from './office-days.ts';

export const visitColumns = ['id', 'on', 'area', 'kind'] as const;

export type VisitRow = Record<(typeof visitColumns)[number], string>;

const visitCount = 12;
const daysBetweenVisits = 17;

/** Supervision visits of 2018: each time another township, the county-level areas in turn. */
export function visitsOf(seed: number, city: BookCity): VisitRow[] {
	const random = new Random(seed, 'visits');
	const { counties, townships } = placesOf(city);
	const waiting = random.shuffled(townships);
	return Array.from({ length: visitCount }, (_, index) => {
		const county = elementAt(counties, index % counties.length);
		const own = waiting.filter(({ parent }) => parent === county.code);
		const township = elementAt(own, Math.floor(index / counties.length));
		const days = daysBetweenVisits * index + random.integer(10);
		return {
			id: `VS-2018-${String(index + 1).padStart(2, '0')}`,
			on: officeDayUntil(plusDays('2018-02-05', days)),
			area: township.code,
			kind: 'supervision'
		};
	});
}
