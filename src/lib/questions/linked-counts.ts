import type { Cut } from '#lib/domain/cut.ts';
import { calendarOf, daysOf, stretchOf, type Step } from '#lib/domain/calendar-steps.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Facet } from '#lib/domain/facet.ts';
import type { Answer, Database } from '#lib/engine/database.ts';
import { ident, joined, sql, type Sql } from '#lib/engine/sql.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { Cube, Dimension } from '#lib/cube/cube.ts';
import type { LinkedCounts } from '#lib/cube/linked-counts.ts';
import {
	areaCondition,
	facetColumn,
	facetCondition,
	openedDay,
	scopeCondition,
	spanCondition,
	stretchColumn
} from './facet-columns.ts';
import { tallyColumns } from './tally-columns.ts';

/** A panel's dimension: its column, its size, and the condition that its own panel leaves out. */
interface Axis {
	readonly name: string;
	readonly size: number;
	readonly column: Sql;
	/** Undefined where nothing was picked on it. */
	readonly condition: Sql | undefined;
}

/**
 * Counts for every panel of a cut in one scan: each panel by its own dimension, under the conditions of all the others
 * (crossfilter), and all cases that meet every condition. `day` and `area` are panels beside the facets. A case is kept
 * when it fails one condition at most; which one says for which panel it counts.
 */
export async function linkedCounts(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	facets: readonly Facet[],
	signal?: AbortSignal
): Promise<LinkedCounts> {
	const { first, last } = daysOf(dataset);
	const day: Axis = {
		name: 'day',
		size: last - first + 1,
		column: sql`(${openedDay} - ${first})::INTEGER`,
		condition: spanCondition(cut.span)
	};
	const axes = [day, ...otherAxes(dataset, cut, facets)];
	const answer = await database.query(statement(dataset, cut, axes, []), signal);
	const cubes = cubesOf(dataset, answer, axes, []);
	return { panels: cubes.panels, total: cubes.total };
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
	const from = stretchOf(daysOf(dataset).first, step);
	const stretch: Axis = {
		name: 'stretch',
		size: calendarOf(dataset, step).count,
		column: stretchColumn(step, from),
		condition: undefined
	};
	const axes = otherAxes(dataset, cut, facets);
	const answer = await database.query(statement(dataset, cut, axes, [stretch]), signal);
	return cubesOf(dataset, answer, axes, [stretch]);
}

function otherAxes(dataset: Dataset, cut: Cut, facets: readonly Facet[]): Axis[] {
	const pickOf = (facet: string): Cut['picks'][string] | undefined => cut.picks[facet];
	const picked = pickOf('area');
	const area: Axis = {
		name: 'area',
		size: dataset.areas.codes.length,
		column: sql`area::INTEGER`,
		condition: picked && areaCondition(dataset, picked)
	};
	return [
		area,
		...facets.map((facet): Axis => {
			const pick = pickOf(facet.id);
			return {
				name: facet.id,
				size: facet.codes.length,
				column: facetColumn(facet),
				condition: pick && facetCondition(dataset, facet, pick)
			};
		})
	];
}

/** Names inside the statement: a facet may be called as a column of the cases is. */
const axisName = (i: number): Sql => ident(`axis ${String(i)}`);
const sharedName = (i: number): Sql => ident(`shared ${String(i)}`);

function statement(
	dataset: Dataset,
	cut: Cut,
	axes: readonly Axis[],
	shared: readonly Axis[]
): Sql {
	const conditioned = axes.flatMap(({ condition }, i) => (condition ? [{ condition, i }] : []));
	const fails = conditioned.map(
		({ condition, i }) => sql`(CASE WHEN ${condition} THEN 0 ELSE ${2 ** i} END)`
	);
	const allowed = [0, ...conditioned.map(({ i }) => 2 ** i)].map((mask) => sql`${mask}`);
	const columns = [
		...axes.map(({ column }, i) => sql`${column} AS ${axisName(i)}`),
		...shared.map(({ column }, i) => sql`${column} AS ${sharedName(i)}`)
	];
	const axisNames = list(axes.map((_, i) => axisName(i)));
	const sharedNames = shared.map((_, i) => sql`${sharedName(i)}, `);
	const before = joined(sharedNames, sql``, sql``);
	const sets = axes.map((_, i) => sql`(${before}${axisName(i)}, fails)`);
	return sql`SELECT GROUPING(${axisNames})::INTEGER AS panel, ${before}${axisNames}, fails,
			${tallyColumns(dataset)}
		FROM (
			SELECT *, ${list(columns)}, (${joined(fails, sql` + `, sql`0`)})::INTEGER AS fails
			FROM cases
			WHERE ${scopeCondition(dataset, cut)}
		)
		WHERE fails IN (${list(allowed)})
		GROUP BY GROUPING SETS (${list([...sets, sql`(${before}fails)`])})`;
}

function list(pieces: readonly Sql[]): Sql {
	return joined(pieces, sql`, `, sql`NULL`);
}

/** Lays the rows of all grouping sets out as one cube a panel, and one of all cases that fail nothing. */
function cubesOf(
	dataset: Dataset,
	answer: Answer,
	axes: readonly Axis[],
	shared: readonly Axis[]
): LinkedCounts {
	const tallies = dataset.index.manifest.tallies.map(({ id }) => id);
	const dimensions = shared.map(({ name, size }): Dimension => ({ name, size }));
	const empty = (own: readonly Dimension[]): Cube => {
		const all = [...dimensions, ...own];
		const cells = all.reduce((product, { size }) => product * size, 1);
		return {
			dimensions: all,
			tallies: Object.fromEntries(tallies.map((id) => [id, new Uint32Array(cells)]))
		};
	};
	const total = empty([]);
	const cubes = axes.map(({ name, size }) => empty([{ name, size }]));
	// GROUPING() has a bit for every column that a set leaves out, the first column's highest.
	const everything = 2 ** axes.length - 1;
	const panelOf = new Map([
		[everything, -1],
		...axes.map((_, i): [number, number] => [everything - 2 ** (axes.length - 1 - i), i])
	]);
	const panels = answer.numbers('panel');
	const fails = answer.numbers('fails');
	const counts = tallies.map((id) => answer.numbers(id));
	const places = axes.map((_, i) => answer.numbers(`axis ${String(i)}`));
	const outer = shared.map(({ size }, i) => ({ size, at: answer.numbers(`shared ${String(i)}`) }));
	for (let row = 0; row < answer.rows; row++) {
		const panel = panelOf.get(panels[row] ?? NaN) ?? NaN;
		const failed = fails[row] ?? NaN;
		if (failed !== 0 && (panel < 0 || failed !== 2 ** panel)) continue;
		let cell = 0;
		for (const { size, at } of outer) cell = cell * size + within(at[row], size);
		const axis = axes[panel];
		if (axis) cell = cell * axis.size + within(places[panel]?.[row], axis.size);
		const target = cubes[panel] ?? total;
		tallies.forEach((id, i) => {
			const cells = target.tallies[id];
			if (cells) cells[cell] = (cells[cell] ?? 0) + (counts[i]?.[row] ?? 0);
		});
	}
	return { panels: new Map(axes.map(({ name }, i) => [name, cubes[i] ?? total])), total };
}

/** A row outside its dimension would vanish from every total: it throws. */
function within(position: number | undefined, size: number): number {
	if (position !== undefined && position >= 0 && position < size) return position;
	throw new AppError('cube-range', `A case lies outside the cube, at ${String(position)}.`);
}
