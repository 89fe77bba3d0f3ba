import { binsOf, facetsOf, NOT_STATED, type Facet } from '#lib/domain/facet.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Cut, FacetPick } from '#lib/domain/cut.ts';
import { runsOf } from '#lib/domain/hierarchy.ts';
import { isoDay } from '#lib/domain/period.ts';
import type { Days } from '#lib/domain/period-text.ts';
import type { Step } from '#lib/domain/calendar-steps.ts';
import { ident, joined, sql, type Sql } from '#lib/engine/sql.ts';

/** The day a case was opened, as days since 1970-01-01. */
export const openedDay = sql`(opened_on - DATE '1970-01-01')::INTEGER`;

/** What a facet divides by, NULL where a case does not state it: a code's position, days, people. */
function valueOf({ id, kind }: Facet): Sql {
	if (kind === 'codes') return ident(id);
	if (kind === 'people') return sql`people`;
	// Closed before it was opened: one of the two days is wrong, and nobody knows how long it took.
	return sql`(CASE WHEN closed_on >= opened_on THEN (closed_on - opened_on)::INTEGER END)`;
}

/** The position of a case's value among the facet's codes; those that state none stand last. */
export function facetColumn(facet: Facet): Sql {
	const value = valueOf(facet);
	const last = facet.codes.length - 1;
	const bins = binsOf(facet);
	if (!bins) return sql`coalesce(${value}::INTEGER, ${last})`;
	// From the last edge down, so that the first one reached is the bin.
	const steps = bins.edges.map((edge, i) => sql`WHEN ${value} >= ${edge} THEN ${i}`).reverse();
	return sql`(CASE ${joined(steps, sql` `, sql`WHEN FALSE THEN 0`)} ELSE ${last} END)::INTEGER`;
}

/** Whether a case has one of the picked values, or none of them; NULL or false where not. */
export function facetCondition(dataset: Dataset, facet: Facet, pick: FacetPick): Sql {
	const value = valueOf(facet);
	const stated = pick.codes.filter((code) => code !== NOT_STATED);
	const conditions =
		facet.kind === 'codes' ? codeConditions(dataset, facet, stated) : binConditions(facet, stated);
	if (stated.length < pick.codes.length) conditions.push(sql`${value} IS NULL`);
	return either(conditions, pick.isExcluded);
}

/** What was picked on each facet but the one that is left out; areas are none of them. */
export function pickConditions(dataset: Dataset, { picks }: Cut, leftOut?: string): Sql[] {
	return facetsOf(dataset).flatMap((facet) => {
		const pick = picks[facet.id];
		return pick && facet.id !== leftOut ? [facetCondition(dataset, facet, pick)] : [];
	});
}

/** Whether a case is known to lie in one of the picked areas, or in none of them. */
export function areaCondition({ areas }: Dataset, pick: FacetPick): Sql {
	const runs = runsOf(areas, pick.codes).map(([first, end]) => between(sql`area`, first, end - 1));
	return either(runs, pick.isExcluded);
}

/** Whether a case lies in the area that is open, or is known only to it. */
export function scopeCondition({ areas }: Dataset, { area }: Cut): Sql {
	const at = areas.position.get(area) ?? 0;
	return at === 0 ? sql`TRUE` : between(sql`area`, at, (areas.end[at] ?? at + 1) - 1);
}

export function spanCondition({ first, last }: Days): Sql {
	// The bare column, so that stretches of rows outside are passed over unread.
	return sql`opened_on BETWEEN ${isoDay(first)}::DATE AND ${isoDay(last)}::DATE`;
}

/** The number of the stretch of time that a case was opened in, from the first one; see `stretchOf`. */
export function stretchColumn(step: Step, first: number): Sql {
	const stretches: Record<Step, Sql> = {
		day: openedDay,
		week: sql`((${openedDay} + 3) // 7)`,
		month: sql`opened_month`,
		quarter: sql`(opened_month // 3)`,
		year: sql`(opened_month // 12)`
	};
	return sql`(${stretches[step]} - ${first})::INTEGER`;
}

/** Codes of either level become runs of positions, and runs comparisons of small integers. */
function codeConditions(dataset: Dataset, { id }: Facet, codes: readonly string[]): Sql[] {
	const tree = dataset.codes[id];
	return tree ? runsOf(tree, codes).map(([first, end]) => between(ident(id), first, end - 1)) : [];
}

function binConditions(facet: Facet, codes: readonly string[]): Sql[] {
	const bins = binsOf(facet);
	const value = valueOf(facet);
	return codes.flatMap((code) => {
		const at = bins?.codes.indexOf(code) ?? -1;
		const from = bins?.edges[at];
		if (from === undefined) return [];
		const next = bins?.edges[at + 1];
		return [next === undefined ? sql`${value} >= ${from}` : between(value, from, next - 1)];
	});
}

function between(value: Sql, first: number, last: number): Sql {
	return first === last ? sql`${value} = ${first}` : sql`${value} BETWEEN ${first} AND ${last}`;
}

function either(conditions: readonly Sql[], isExcluded: boolean): Sql {
	const any = joined(conditions, sql` OR `, sql`FALSE`);
	// What is NULL is not picked: it stays out by itself, and has to be let in where the pick is left out.
	return isExcluded ? sql`(NOT coalesce(${any}, FALSE))` : sql`(${any})`;
}
