import type { Cube } from '#lib/cube/cube.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { runsOf } from '#lib/domain/hierarchy.ts';
import type { Database } from '#lib/engine/database.ts';
import { joined, sql, whole, type Sql } from '#lib/engine/sql.ts';
import { cubeOfAnswer } from './cube-of-answer.ts';
import { tallyColumns } from './tally-columns.ts';

/** Dimensions of this cube: `area` by the area that a case states, `month` of opening. */
export function areaMonthDimensions(dataset: Dataset): Cube['dimensions'] {
	return [
		{ name: 'area', size: dataset.areas.codes.length },
		{ name: 'month', size: dataset.months.count }
	];
}

/**
 * How many cases of these types were opened in each month, by the area each is known to (a village,
 * or a coarser area where the village is unknown), with every tally of the manifest.
 * No types means all. Rolled up by area and folded over months this answers every panel of the map page.
 */
export async function casesByAreaAndMonth(
	database: Database,
	dataset: Dataset,
	types: readonly string[],
	signal?: AbortSignal
): Promise<Cube> {
	const answer = await database.query(
		sql`SELECT area::INTEGER AS area,
			(year(opened_on) * 12 + month(opened_on) - 1 - ${whole(dataset.months.first)})::INTEGER AS month,
			${tallyColumns(dataset)}
		FROM cases
		WHERE ${typeCondition(dataset, types)}
		GROUP BY ALL`,
		signal
	);
	return cubeOfAnswer(answer, areaMonthDimensions(dataset), dataset);
}

/** Codes of either level become runs of positions, and runs comparisons of small integers. */
export function typeCondition(dataset: Dataset, types: readonly string[]): Sql {
	const tree = dataset.codes['type'];
	if (!tree || types.length === 0) return sql`TRUE`;
	const runs = runsOf(tree, types).map(
		([first, end]) => sql`type BETWEEN ${whole(first)} AND ${whole(end - 1)}`
	);
	return sql`(${joined(runs, sql` OR `, sql`FALSE`)})`;
}
