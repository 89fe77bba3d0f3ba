import { bookedOn, isTakenUp, type BookCase } from '#cli/demo-city/books/book-case.ts';
import type { BookCity } from '#cli/demo-city/books/book-city.ts';
import { asOf, monthOf, monthsBetween } from '#cli/demo-city/books/dates.ts';
import { isWithin, placesOf } from '#cli/demo-city/books/places.ts';
import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import {
	bandRowOf,
	formLineOfType,
	formRow,
	formRowCount,
	handledRowOf,
	rates,
	screenedRowOf
} from './form-lines.ts';

export const declaredColumns = ['area', 'period', 'row', 'level', 'value'] as const;

export interface DeclaredRow {
	area: string;
	period: string;
	/** 1 … 52 of the form. */
	row: number;
	level: HandledLevel | 'subtotal' | 'year_to_date';
	/** Rates are shares of 1, to 0.01 %; empty where there is nothing to divide by. */
	value: number | '';
}

const handledLevels = ['county', 'township', 'village'] as const;
type HandledLevel = (typeof handledLevels)[number];

/** Counts by row, 1 … 52; the rows of rates stay 0. */
type Counts = number[];

/**
 * Where the form that was sent differs from the cases: a family dispute counted twice in three villages, and successes
 * that came after the form had left. Every other month agrees to the last case.
 */
export const declaredDifferences: readonly {
	period: string;
	level: HandledLevel;
	rows: readonly number[];
	by: number;
}[] = [
	{
		period: '2018-03',
		level: 'village',
		rows: [
			formRow.screened,
			formRow.handled,
			formRow.resolved,
			screenedRowOf(17),
			handledRowOf(17),
			bandRowOf(2)
		],
		by: 3
	},
	{ period: '2018-06', level: 'township', rows: [formRow.resolved], by: -2 }
];

/** The forms of 2018 of the one county that sends nothing else. */
export function declaredOf(city: BookCity, cases: readonly BookCase[]): DeclaredRow[] {
	const { counties } = placesOf(city);
	const county = elementAt(counties, counties.length - 1).code;
	const own = cases.filter(({ area }) => isWithin(area, county));
	const toDate = noCounts();
	return monthsBetween('2018-01', monthOf(asOf)).flatMap((period) => {
		const inPeriod = own.filter((each) => monthOf(bookedOn(each)) === period);
		const columns = new Map<DeclaredRow['level'], Counts>();
		const subtotal = noCounts();
		for (const level of handledLevels) {
			const counts = countsOf(inPeriod, level);
			differ(counts, period, level);
			columns.set(level, counts);
			add(subtotal, counts);
		}
		add(toDate, subtotal);
		columns.set('subtotal', subtotal).set('year_to_date', toDate);
		return [...columns].flatMap(([level, counts]) =>
			withRates(counts).map((value, index): DeclaredRow => ({
				area: county,
				period,
				row: index + 1,
				level,
				value
			}))
		);
	});
}

function noCounts(): Counts {
	return Array.from({ length: formRowCount }, () => 0);
}

function increase(counts: Counts, row: number, by = 1): void {
	counts[row - 1] = elementAt(counts, row - 1) + by;
}

function add(sum: Counts, counts: Counts): void {
	counts.forEach((count, index) => increase(sum, index + 1, count));
}

function countsOf(cases: readonly BookCase[], level: HandledLevel): Counts {
	const counts = noCounts();
	const screenings = new Set<string>();
	for (const each of cases) {
		if (each.handled_level !== level) continue;
		const line = valueOf(formLines, each.type);
		const isMajor = each.major === 'yes';
		increase(counts, formRow.screened);
		increase(counts, screenedRowOf(line));
		increase(counts, bandRowOf(each.people));
		if (isMajor) increase(counts, formRow.majorScreened);
		if (each.source === 'screening_concentrated') screenings.add(screeningOf(each, level));
		if (!isTakenUp(each)) continue;
		increase(counts, formRow.handled);
		increase(counts, handledRowOf(line));
		if (isMajor) increase(counts, formRow.majorHandled);
		if (each.outcome !== 'resolved') continue;
		increase(counts, formRow.resolved);
		if (isMajor) increase(counts, formRow.majorResolved);
	}
	increase(counts, formRow.concentratedScreenings, screenings.size);
	return counts;
}

const formLines = new Map(Object.entries(formLineOfType));

/** A place that found something in the month's concentrated screening has held one: villages, townships, the county. */
function screeningOf({ area }: BookCase, level: HandledLevel): string {
	return area.slice(0, { village: 12, township: 9, county: 6 }[level]);
}

function differ(counts: Counts, period: string, level: HandledLevel): void {
	for (const difference of declaredDifferences) {
		if (difference.period !== period || difference.level !== level) continue;
		for (const row of difference.rows) increase(counts, row, difference.by);
	}
}

function withRates(counts: Counts): (number | '')[] {
	return counts.map((count, index) => {
		const parts = rates.get(index + 1);
		if (parts === undefined) return count;
		const [numerator, denominator] = parts.map((row) => elementAt(counts, row - 1));
		if (numerator === undefined || !denominator) return '';
		return Number((numerator / denominator).toFixed(4));
	});
}
