import { PARTS } from '#lib/domain/case-measure.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { facetsOf } from '#lib/domain/facet.ts';
import type { Database } from '#lib/engine/database.ts';
import { ident, joined, sql, whole, type Sql } from '#lib/engine/sql.ts';
import { areaCondition, pickConditions, scopeCondition, spanCondition } from './facet-columns.ts';

/** A number of cases among those that could be asked. */
export interface Part {
	readonly count: number;
	readonly of: number;
}

/** What only the rows can tell, exactly: of the cases that meet every condition of a cut. */
export interface CaseMeasures {
	/** Days from opening to closing, over cases that are closed; undefined where none is, or days are not kept. */
	readonly took: { readonly median: number; readonly p90: number; readonly n: number } | undefined;
	/** People in all cases that state a number of them; undefined where none does. */
	readonly people: { readonly sum: number; readonly n: number } | undefined;
	/** By column of the cases: those of the code that is asked about, among those that state one. */
	readonly parts: Readonly<Record<string, Part>>;
}

/** Quantiles are those of `quantile_cont`: type 7, linear between order statistics. */
export async function caseMeasures(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	signal?: AbortSignal
): Promise<CaseMeasures> {
	const facets = facetsOf(dataset);
	const has = (id: string): boolean => facets.some((facet) => facet.id === id);
	const parts = Object.entries(PARTS).filter(([column]) => has(column));
	const columns: Sql[] = [sql`count(*)::INTEGER AS n`];
	if (has('took')) {
		columns.push(
			sql`(count(*) FILTER (WHERE closed_on >= opened_on))::INTEGER AS took_n`,
			quantile(0.5, 'took_median'),
			quantile(0.9, 'took_p90')
		);
	}
	if (has('people')) {
		columns.push(sql`count(people)::INTEGER AS people_n`, sql`sum(people)::DOUBLE AS people_sum`);
	}
	for (const [column, { codes, among }] of parts) {
		columns.push(
			sql`${countOf(dataset, column, codes)} AS ${ident(`${column} count`)}`,
			sql`${countOf(dataset, column, among)} AS ${ident(`${column} of`)}`
		);
	}
	const answer = await database.query(
		sql`SELECT ${joined(columns, sql`, `, sql`0`)} FROM cases WHERE ${everyCondition(dataset, cut)}`,
		signal
	);
	const number = (name: string): number => answer.numbers(name)[0] ?? NaN;
	const took = { median: 0, p90: 0, n: has('took') ? number('took_n') : 0 };
	const people = { sum: 0, n: has('people') ? number('people_n') : 0 };
	return {
		took:
			took.n > 0 ? { ...took, median: number('took_median'), p90: number('took_p90') } : undefined,
		people: people.n > 0 ? { ...people, sum: number('people_sum') } : undefined,
		parts: Object.fromEntries(
			parts.map(([column]) => [
				column,
				{ count: number(`${column} count`), of: number(`${column} of`) }
			])
		)
	};
}

function quantile(share: number, name: string): Sql {
	return sql`(quantile_cont((closed_on - opened_on)::INTEGER, ${share}) FILTER (WHERE closed_on >= opened_on))::DOUBLE AS ${ident(name)}`;
}

function countOf({ codes: lists }: Dataset, column: string, codes: readonly string[]): Sql {
	const positions = codes.flatMap((code) => {
		const at = lists[column]?.position.get(code);
		return at === undefined ? [] : [whole(at)];
	});
	const list = joined(positions, sql`, `, sql`NULL`);
	return sql`(count(*) FILTER (WHERE ${ident(column)} IN (${list})))::INTEGER`;
}

function everyCondition(dataset: Dataset, cut: Cut): Sql {
	const area = cut.picks['area'];
	const conditions = [
		scopeCondition(dataset, cut),
		spanCondition(cut.span),
		...(area ? [areaCondition(dataset, area)] : []),
		...pickConditions(dataset, cut)
	];
	return joined(conditions, sql` AND `, sql`TRUE`);
}
