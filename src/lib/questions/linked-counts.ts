import { calendarOf, daysOf, stretchOf, type Step } from '#lib/domain/calendar-steps.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { Facet } from '#lib/domain/facet.ts';
import type { Answer, Database } from '#lib/engine/database.ts';
import { ident, joined, sql, type Sql } from '#lib/engine/sql.ts';
import { cellsIn, type Cube, type Dimension } from '#lib/cube/cube.ts';
import { CASES, type LinkedCounts } from '#lib/cube/linked-counts.ts';
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
interface Axis extends Dimension {
	readonly column: Sql;
	/** Undefined where nothing was picked on it. */
	readonly condition: Sql | undefined;
	/** Whether every tally of the manifest is counted; else only cases. */
	readonly isTallied: boolean;
}

/**
 * Counts for every panel of a cut in one statement: each panel by its own dimension, under the conditions of all the
 * others (crossfilter), and all cases that meet every condition. `day` and `area` are panels beside the facets.
 *
 * Each panel is a SELECT of its own. In one scan with GROUPING SETS every row is tested for every panel and hashed;
 * apart, rows outside the period are passed over unread and small codes are counted in an array: docs/methods has the
 * numbers.
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
		column: sql`(${openedDay} - ${first})`,
		condition: spanCondition(cut.span),
		isTallied: false
	};
	return answered(database, dataset, cut, [day, ...otherAxes(dataset, cut, facets)], [], signal);
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
	const stretch: Axis = {
		name: 'stretch',
		size: calendarOf(dataset, step).count,
		column: stretchColumn(step, stretchOf(daysOf(dataset).first, step)),
		condition: undefined,
		isTallied: false
	};
	return answered(database, dataset, cut, otherAxes(dataset, cut, facets), [stretch], signal);
}

function otherAxes(dataset: Dataset, cut: Cut, facets: readonly Facet[]): Axis[] {
	const pickOf = (facet: string): Cut['picks'][string] | undefined => cut.picks[facet];
	const picked = pickOf('area');
	const area: Axis = {
		name: 'area',
		size: dataset.areas.codes.length,
		column: sql`area`,
		condition: picked && areaCondition(dataset, picked),
		isTallied: true
	};
	return [
		area,
		...facets.map((facet): Axis => {
			const pick = pickOf(facet.id);
			return {
				name: facet.id,
				size: facet.codes.length,
				column: facetColumn(facet),
				condition: pick && facetCondition(dataset, facet, pick),
				isTallied: false
			};
		})
	];
}

/** The whole: one cell, under every condition. */
const WHOLE: Axis = {
	name: '',
	size: 1,
	column: sql`0`,
	condition: undefined,
	isTallied: true
};

async function answered(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	axes: readonly Axis[],
	shared: readonly Axis[],
	signal: AbortSignal | undefined
): Promise<LinkedCounts> {
	const scope = scopeCondition(dataset, cut);
	const all = [...axes, WHOLE];
	const selects = all.map((axis, i) => {
		const conditions = all.flatMap((other) =>
			other === axis || !other.condition ? [] : [other.condition]
		);
		return select(dataset, axis, i, shared, [scope, ...conditions]);
	});
	const answer = await database.query(joined(selects, sql` UNION ALL `, sql``), signal);
	const cubes = cubesOf(dataset, answer, all, shared);
	return {
		panels: new Map(axes.map(({ name }, i) => [name, cubes[i] ?? EMPTY])),
		total: cubes.at(-1) ?? EMPTY
	};
}

const EMPTY: Cube = { dimensions: [], tallies: {} };

function select(
	dataset: Dataset,
	axis: Axis,
	panel: number,
	shared: readonly Axis[],
	conditions: readonly Sql[]
): Sql {
	const stretch = shared[0]?.column ?? sql`0`;
	const none = dataset.index.manifest.tallies.map(({ id }) => sql`0 AS ${ident(id)}`);
	const tallies = axis.isTallied ? tallyColumns(dataset) : joined(none, sql`, `, sql`0`);
	return sql`SELECT ${panel} AS panel, ${stretch}::INTEGER AS stretch, ${axis.column}::INTEGER AS "at",
			count(*)::INTEGER AS ${ident(CASES)}, ${tallies}
		FROM cases WHERE ${joined(conditions, sql` AND `, sql`TRUE`)}
		GROUP BY 2, 3`;
}

/** Lays the rows of all panels out as one dense cube each. */
function cubesOf(
	dataset: Dataset,
	answer: Answer,
	axes: readonly Axis[],
	shared: readonly Axis[]
): Cube[] {
	const ids = dataset.index.manifest.tallies.map(({ id }) => id);
	const columns = new Map([CASES, ...ids].map((id) => [id, answer.numbers(id)]));
	const own = axes.map((axis) => {
		const dimensions = (axis === WHOLE ? shared : [...shared, axis]).map(
			({ name, size }): Dimension => ({ name, size })
		);
		const cells = cellsIn(dimensions);
		const counted = axis.isTallied ? [CASES, ...ids] : [CASES];
		return { dimensions, counts: counted.map((id) => [id, new Uint32Array(cells)] as const) };
	});
	const [panels, stretches, places] = ['panel', 'stretch', 'at'].map((name) =>
		answer.numbers(name)
	);
	for (let row = 0; row < answer.rows; row++) {
		const panel = panels?.[row] ?? NaN;
		const stretch = within(stretches?.[row], shared[0]?.size ?? 1);
		const size = axes[panel]?.size ?? 0;
		const cell = stretch * size + within(places?.[row], size);
		for (const [id, cells] of own[panel]?.counts ?? []) cells[cell] = columns.get(id)?.[row] ?? 0;
	}
	return own.map(({ dimensions, counts }) => ({ dimensions, tallies: Object.fromEntries(counts) }));
}

/** A row outside its dimension would vanish from every total: it throws. */
function within(position: number | undefined, size: number): number {
	if (position !== undefined && position >= 0 && position < size) return position;
	throw new AppError('cube-range', `A case lies outside the cube, at ${String(position)}.`);
}
