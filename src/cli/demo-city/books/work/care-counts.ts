import type { BookCity } from '#cli/demo-city/books/book-city.ts';
import { asOf, monthOf, monthsBetween } from '#cli/demo-city/books/dates.ts';
import { placesOf } from '#cli/demo-city/books/places.ts';
import { zone } from '#cli/demo-city/books/zone.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import { Random } from '#cli/demo-city/random.ts';

export const careCountColumns = ['unit', 'month', 'status', 'n'] as const;

export interface CareCountRow {
	unit: string;
	month: string;
	status: 'resolving' | 'stable';
	n: number;
}

/** On the list in the last month. Counts by unit and month are all that exists: no row stands for a person. */
export const listedInTheEnd = 242;
const zoneShare = 0.04;

export function careCountsOf(seed: number, city: BookCity): CareCountRow[] {
	const random = new Random(seed, 'care-counts');
	const months = monthsBetween('2017-09', monthOf(asOf));
	const { counties, city: whole } = placesOf(city);
	const units = [
		...counties.map(({ code, population }) => ({ code, weight: population / whole.population })),
		{ code: zone.code, weight: zoneShare }
	].map((unit) => ({ ...unit, weight: unit.weight * random.between(0.8, 1.25) }));
	const weights = units.map(({ weight }) => weight);
	// A year ago there were some more; the share that is being resolved has grown.
	const totals = months.map((_, index) => {
		const monthsAgo = months.length - 1 - index;
		return listedInTheEnd + 2 * monthsAgo + (monthsAgo === 0 ? 0 : random.integer(4));
	});
	return months.flatMap((month, index) => {
		const parts = apportioned(elementAt(totals, index), weights);
		return units.flatMap(({ code }, place): CareCountRow[] => {
			const n = elementAt(parts, place);
			const resolving = Math.round(n * random.between(0.3, 0.36 + 0.01 * index));
			return [
				{ unit: code, month, status: 'resolving', n: resolving },
				{ unit: code, month, status: 'stable', n: n - resolving }
			];
		});
	});
}

/** Whole parts that add up to the total (largest remainders; of equals the first). */
export function apportioned(total: number, weights: readonly number[]): number[] {
	const sum = weights.reduce((all, weight) => all + weight, 0);
	const exact = weights.map((weight) => (total * weight) / sum);
	const parts = exact.map(Math.floor);
	const left = total - parts.reduce((all, part) => all + part, 0);
	const byRemainder = exact
		.map((value, index) => ({ index, remainder: value - Math.floor(value) }))
		.sort((one, other) => other.remainder - one.remainder || one.index - other.index);
	for (const { index } of byRemainder.slice(0, left)) parts[index] = elementAt(parts, index) + 1;
	return parts;
}
