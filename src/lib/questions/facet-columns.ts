import { binsOf, facetsOf, NOT_STATED, type Facet } from '#lib/domain/facet.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Cut, FacetPick } from '#lib/domain/cut.ts';
import { runsOf } from '#lib/domain/hierarchy.ts';
import type { Days } from '#lib/domain/period-text.ts';
import type { Step } from '#lib/domain/calendar-steps.ts';
import { ident, joined, sql, whole, type Sql } from '#lib/engine/sql.ts';

/** The day a case was opened, as days since 1970-01-01. */
export const openedDay = sql`(opened_on - DATE '1970-01-01')::INTEGER`;

/** What a facet divides by, a column as it lies: a code's or a bin's position, NULL where a case does not state it. */
export function facetKey({ id, kind }: Facet): Sql {
	return kind === 'codes' ? ident(id) : ident(`${kind}_bin`);
}

/** The position of a key among the facet's codes; cases that state none stand last. */
export function facetPosition(facet: Facet): Sql {
	return sql`coalesce(${facetKey(facet)}::INTEGER, ${whole(facet.codes.length - 1)})`;
}

/** Whether a case has one of the picked values, or none of them; NULL or false where not. */
export function facetCondition(dataset: Dataset, facet: Facet, pick: FacetPick): Sql {
	const value = facetKey(facet);
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
	return sql`opened_on BETWEEN DATE '1970-01-01' + ${whole(first)} AND DATE '1970-01-01' + ${whole(last)}`;
}

/** What cases are grouped by for stretches of time: a column as it lies, where there is one. */
export function stretchKey(step: Step): Sql {
	if (step === 'day') return sql`opened_on`;
	return step === 'week' ? week : sql`opened_month`;
}

/** The number of the stretch of time that a key lies in, from the first one; see `stretchOf`. */
export function stretchPosition(step: Step, first: number): Sql {
	const stretches: Record<Step, Sql> = {
		day: openedDay,
		week,
		month: sql`opened_month`,
		quarter: sql`(opened_month // 3)`,
		year: sql`(opened_month // 12)`
	};
	return sql`(${stretches[step]}::INTEGER - ${whole(first)})`;
}

const week = sql`((${openedDay} + 3) // 7)`;

/** Codes of either level become runs of positions, and runs comparisons of small integers. */
function codeConditions(dataset: Dataset, { id }: Facet, codes: readonly string[]): Sql[] {
	const tree = dataset.codes[id];
	return tree ? runsOf(tree, codes).map(([first, end]) => between(ident(id), first, end - 1)) : [];
}

function binConditions(facet: Facet, codes: readonly string[]): Sql[] {
	const bins = binsOf(facet)?.codes ?? [];
	return codes.flatMap((code) => {
		const at = bins.indexOf(code);
		return at < 0 ? [] : [sql`${facetKey(facet)} = ${whole(at)}`];
	});
}

/** Whether a small integer lies in a run of positions. */
export function between(value: Sql, first: number, last: number): Sql {
	if (first === last) return sql`${value} = ${whole(first)}`;
	return sql`${value} BETWEEN ${whole(first)} AND ${whole(last)}`;
}

/** Whether one of the conditions holds, or none of them does. */
export function either(conditions: readonly Sql[], isExcluded: boolean): Sql {
	const any = joined(conditions, sql` OR `, sql`FALSE`);
	// What is NULL is not picked: it stays out by itself, and has to be let in where the pick is left out.
	return isExcluded ? sql`(NOT coalesce(${any}, FALSE))` : sql`(${any})`;
}
