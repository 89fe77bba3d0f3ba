import type { Cube } from '#lib/cube/cube.ts';
import { CASES, type LinkedCounts } from '#lib/cube/linked-counts.ts';
import type { Step } from '#lib/domain/calendar-steps.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Facet } from '#lib/domain/facet.ts';
import { conditionalTallies } from '#lib/domain/indicator.ts';
import type { Database } from '#lib/engine/database.ts';
import { ident, joined, sql, type Sql } from '#lib/engine/sql.ts';
import { scopeCondition } from './facet-columns.ts';
import { dayAxis, otherAxes, stretchAxis, type Axis } from './linked-axes.ts';
import { cubeOfGroups, POSITIONS, totalOfAreas } from './linked-cubes.ts';

/**
 * Counts for every panel of a cut: each panel by its own dimension, under the conditions of all the others
 * (crossfilter), and all cases that meet every condition. `day` and `area` are panels beside the facets.
 *
 * Each panel is a statement of its own that groups by columns as they lie: small codes are counted in an array, rows
 * outside the period are passed over unread, and positions are worked out for groups, not for cases. One scan with
 * GROUPING SETS tests and hashes every row for every panel; many SELECTs in one UNION ALL can hang DuckDB's
 * single-threaded engine when one of them has many groups: docs/methods has the numbers.
 */
export async function linkedCounts(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	facets: readonly Facet[],
	signal?: AbortSignal
): Promise<LinkedCounts> {
	return answered(
		database,
		dataset,
		cut,
		[dayAxis(dataset, cut), ...otherAxes(dataset, cut, facets)],
		undefined,
		signal
	);
}

/**
 * For a brush over time: each panel by stretch of time × its own dimension, under the conditions of all other panels but
 * the period's. Whatever period is brushed, its counts are sums of runs of these.
 */
export async function brushCubes(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	step: Step,
	facets: readonly Facet[],
	signal?: AbortSignal
): Promise<LinkedCounts> {
	return answered(
		database,
		dataset,
		cut,
		otherAxes(dataset, cut, facets),
		stretchAxis(dataset, step),
		signal
	);
}

async function answered(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	axes: readonly Axis[],
	stretch: Axis | undefined,
	signal: AbortSignal | undefined
): Promise<LinkedCounts> {
	const scope = scopeCondition(dataset, cut);
	const cubes = await Promise.all(
		axes.map(async (axis) => {
			const conditions = axes.flatMap((other) =>
				other === axis || !other.condition ? [] : [other.condition]
			);
			const statement = select(dataset, axis, stretch, [scope, ...conditions]);
			const dimensions = (stretch ? [stretch, axis] : [axis]).map(({ name, size }) => ({
				name,
				size
			}));
			const answer = await database.query(statement, signal);
			return cubeOfGroups(dataset, answer, dimensions, axis);
		})
	);
	const panels = new Map(axes.map(({ name }, i) => [name, cubes[i] ?? EMPTY]));
	return { panels, total: totalOfAreas(dataset, cut, panels.get('area') ?? EMPTY) };
}

const EMPTY: Cube = { dimensions: [], tallies: {} };

function select(
	dataset: Dataset,
	axis: Axis,
	stretch: Axis | undefined,
	conditions: readonly Sql[]
): Sql {
	const axes = stretch ? [stretch, axis] : [axis];
	const positions = axes.map(({ position }, i) => sql`${position} AS ${ident(POSITIONS[i] ?? '')}`);
	const keys = axes.map(({ key }) => key);
	const isTallied = axis.isTallied && conditionalTallies(dataset.index.manifest.tallies).length > 0;
	const { key, sums = [] } = axis.measure ?? {};
	const columns = [
		...positions,
		...(isTallied ? [sql`met_tallies::INTEGER AS met`] : []),
		...(key ? [sql`${key}::INTEGER AS told`] : []),
		...sums.map(({ name, sum }) => sql`${sum} AS ${ident(name)}`)
	];
	const groups = [...keys, ...(isTallied ? [sql`met_tallies`] : []), ...(key ? [key] : [])];
	return sql`SELECT ${joined(columns, sql`, `, sql``)}, count(*)::INTEGER AS ${ident(CASES)}
		FROM cases WHERE ${joined(conditions, sql` AND `, sql`TRUE`)}
		GROUP BY ${joined(groups, sql`, `, sql``)}`;
}
