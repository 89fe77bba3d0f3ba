import type { BookCity } from '#cli/demo-city/books/book-city.ts';
import { placesOf } from '#cli/demo-city/books/places.ts';

export const budgetColumns = [
	'level',
	'area',
	'fund',
	'period',
	'kind',
	'amount',
	'at_least'
] as const;

export interface BudgetRow {
	level: 'city';
	area: string;
	fund: string;
	period: string;
	kind: 'budgeted' | 'paid';
	amount: number;
	/** The report says "over" (余): the amount is a lower bound. */
	at_least: 'yes' | 'no';
}

/** Yuan for subsidies by the case (个案补助). */
export function budgetOf(city: BookCity): BudgetRow[] {
	const fund = {
		level: 'city',
		area: placesOf(city).city.code,
		fund: 'case_subsidy',
		period: '2018',
		at_least: 'yes'
	} as const;
	return [
		{ ...fund, kind: 'budgeted', amount: 3_000_000 },
		{ ...fund, kind: 'paid', amount: 1_600_000 }
	];
}
