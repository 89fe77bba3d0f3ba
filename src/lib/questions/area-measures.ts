import type { AreaMeasure, AreaMeasures } from '#lib/cube/area-measure.ts';
import { areasAt } from '#lib/domain/area.ts';
import { caseMeasureOf } from '#lib/domain/case-measure.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Database } from '#lib/engine/database.ts';
import { joined, sql, type Sql } from '#lib/engine/sql.ts';
import { pickConditions, scopeCondition, spanCondition } from './facet-columns.ts';

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959964;

/**
 * What only the rows tell of each area that a cut draws, under every condition but that of the areas: a quantile of the days
 * (`quantile_cont`, type 7) with its order-statistic interval, or the interval of the mean of people. Nothing is asked,
 * and undefined given, where counts tell all of the measure that is shown.
 */
export async function areaMeasures(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	signal?: AbortSignal
): Promise<AreaMeasures | undefined> {
	const measure = caseMeasureOf(dataset, cut.indicator);
	const isDays = measure === 'median_days' || measure === 'p90_days';
	if (!isDays && measure !== 'people_per_case') return undefined;
	const { areas, index } = dataset;
	const level = index.manifest.levels.findIndex(({ id }) => id === cut.level);
	const placeOf = new Array<number>(areas.codes.length).fill(-1);
	for (const at of areasAt(areas, level, areas.position.get(cut.area) ?? 0)) {
		placeOf.fill(at, at, areas.end[at] ?? at + 1);
	}
	const number = isDays
		? sql`CASE WHEN closed_on >= opened_on THEN (closed_on - opened_on)::INTEGER END`
		: sql`people`;
	const conditions = [
		scopeCondition(dataset, cut),
		spanCondition(cut.span),
		...pickConditions(dataset, cut)
	];
	const placed = sql`SELECT
		list_extract(string_split(${placeOf.join()}, ',')::INTEGER[], area::INTEGER + 1) AS place,
		${number} AS number FROM cases WHERE ${joined(conditions, sql` AND `, sql`TRUE`)}`;
	const answer = await database.query(
		isDays ? quantiles(placed, measure === 'p90_days' ? 0.9 : 0.5) : means(placed),
		signal
	);
	const [places, values, lows, highs] = ['place', 'middle', 'low', 'high'].map((name) =>
		answer.numbers(name)
	);
	const known = (column: ArrayLike<number> | undefined, row: number): number | undefined => {
		const value = column?.[row] ?? NaN;
		return Number.isNaN(value) ? undefined : value;
	};
	return new Map(
		Array.from({ length: answer.rows }, (_, row): [number, AreaMeasure] => [
			places?.[row] ?? -1,
			{ value: known(values, row), low: known(lows, row), high: known(highs, row) }
		])
	);
}

/** The interval's ranks are those of the binomial's normal approximation: n p ± z √(n p (1 − p)), rounded outwards. */
function quantiles(placed: Sql, p: number): Sql {
	const half = Z * Math.sqrt(p * (1 - p));
	return sql`WITH placed AS (${placed}), counted AS (
			SELECT place, count(*)::INTEGER AS n, quantile_cont(number, ${p})::DOUBLE AS middle,
				list_sort(list(number)) AS sorted
			FROM placed WHERE place >= 0 AND number IS NOT NULL GROUP BY place
		), ranked AS (
			SELECT *, floor(n * ${p} - ${half} * sqrt(n))::INTEGER AS low_rank,
				(ceil(n * ${p} + ${half} * sqrt(n)) + 1)::INTEGER AS high_rank
			FROM counted
		)
		SELECT place, middle,
			(CASE WHEN low_rank >= 1 THEN list_extract(sorted, low_rank) END)::DOUBLE AS low,
			(CASE WHEN high_rank <= n THEN list_extract(sorted, high_rank) END)::DOUBLE AS high
		FROM ranked`;
}

function means(placed: Sql): Sql {
	return sql`WITH placed AS (${placed}), counted AS (
			SELECT place, avg(number)::DOUBLE AS middle,
				(${Z} * stddev_samp(number) / sqrt(count(*)))::DOUBLE AS half
			FROM placed WHERE place >= 0 AND number IS NOT NULL GROUP BY place
		)
		SELECT place, middle, greatest(0, middle - half)::DOUBLE AS low, (middle + half)::DOUBLE AS high
		FROM counted`;
}
