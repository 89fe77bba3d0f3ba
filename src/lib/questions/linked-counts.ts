import { calendarOf, daysOf, stretchOf, type Step } from '#lib/domain/calendar-steps.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { Facet } from '#lib/domain/facet.ts';
import { runsOf } from '#lib/domain/hierarchy.ts';
import type { Answer, Database } from '#lib/engine/database.ts';
import { ident, joined, sql, type Sql } from '#lib/engine/sql.ts';
import { cellsIn, type Cube, type Dimension } from '#lib/cube/cube.ts';
import { CASES, type LinkedCounts } from '#lib/cube/linked-counts.ts';
import {
	areaCondition,
	facetCondition,
	facetKey,
	facetPosition,
	openedDay,
	scopeCondition,
	spanCondition,
	stretchKey,
	stretchPosition
} from './facet-columns.ts';
import { tallyColumns } from './tally-columns.ts';

/** A panel's dimension: what cases are grouped by, the position of such a group, and the condition its own panel leaves out. */
interface Axis extends Dimension {
	readonly key: Sql;
	readonly position: Sql;
	/** Undefined where nothing was picked on it. */
	readonly condition: Sql | undefined;
	/** Whether every tally of the manifest is counted; else only cases. */
	readonly isTallied: boolean;
}

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
	const { first, last } = daysOf(dataset);
	const day: Axis = {
		name: 'day',
		size: last - first + 1,
		key: sql`opened_on`,
		position: sql`(${openedDay} - ${first})`,
		condition: spanCondition(cut.span),
		isTallied: false
	};
	return answered(
		database,
		dataset,
		cut,
		[day, ...otherAxes(dataset, cut, facets)],
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
	const stretch: Axis = {
		name: 'stretch',
		size: calendarOf(dataset, step).count,
		key: stretchKey(step),
		position: stretchPosition(step, stretchOf(daysOf(dataset).first, step)),
		condition: undefined,
		isTallied: false
	};
	return answered(database, dataset, cut, otherAxes(dataset, cut, facets), stretch, signal);
}

function otherAxes(dataset: Dataset, cut: Cut, facets: readonly Facet[]): Axis[] {
	const pickOf = (facet: string): Cut['picks'][string] | undefined => cut.picks[facet];
	const picked = pickOf('area');
	const area: Axis = {
		name: 'area',
		size: dataset.areas.codes.length,
		key: sql`area`,
		position: sql`area::INTEGER`,
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
				key: facetKey(facet),
				position: facetPosition(facet),
				condition: pick && facetCondition(dataset, facet, pick),
				isTallied: false
			};
		})
	];
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
			return cubeOf(dataset, await database.query(statement, signal), axis, stretch);
		})
	);
	const panels = new Map(axes.map(({ name }, i) => [name, cubes[i] ?? EMPTY]));
	return { panels, total: totalOf(dataset, cut, panels.get('area') ?? EMPTY) };
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
	const none = sql``;
	return sql`SELECT ${joined(positions, sql`, `, none)}, count(*)::INTEGER AS ${ident(CASES)}
			${axis.isTallied ? sql`, ${tallyColumns(dataset)}` : none}
		FROM cases WHERE ${joined(conditions, sql` AND `, sql`TRUE`)}
		GROUP BY ${joined(keys, sql`, `, none)}`;
}

/** Names of the columns that say where in its cube a group stands, the outer dimension first. */
const POSITIONS = ['outer', 'inner'];

/** Lays groups out as a dense cube; several groups of one cell (months of a year) are added up. */
function cubeOf(dataset: Dataset, answer: Answer, axis: Axis, stretch: Axis | undefined): Cube {
	const dimensions = (stretch ? [stretch, axis] : [axis]).map(({ name, size }): Dimension => ({
		name,
		size
	}));
	const places = dimensions.map((_, i) => answer.numbers(POSITIONS[i] ?? ''));
	const cells = Int32Array.from({ length: answer.rows }, (_, row) =>
		dimensions.reduce((cell, { size }, i) => cell * size + within(places[i]?.[row], size), 0)
	);
	const ids = dataset.index.manifest.tallies.map(({ id }) => id);
	const counted = (axis.isTallied ? [CASES, ...ids] : [CASES]).map((id) => {
		const counts = new Uint32Array(cellsIn(dimensions));
		const numbers = answer.numbers(id);
		cells.forEach((cell, row) => {
			counts[cell] = (counts[cell] ?? 0) + (numbers[row] ?? 0);
		});
		return [id, counts] as const;
	});
	return { dimensions, tallies: Object.fromEntries(counted) };
}

/** The whole under every condition: what the panel of areas counts in the areas that were picked, or in all of them. */
function totalOf({ areas }: Dataset, { picks }: Cut, { dimensions, tallies }: Cube): Cube {
	const size = areas.codes.length;
	const pick = picks['area'];
	const isIn = new Uint8Array(size).fill(!pick || pick.isExcluded ? 1 : 0);
	for (const [first, end] of runsOf(areas, pick?.codes ?? [])) {
		isIn.fill(pick?.isExcluded ? 0 : 1, first, end);
	}
	const outer = dimensions.slice(0, -1);
	const summed = Object.entries(tallies).map(([id, counts]) => {
		const sums = new Uint32Array(cellsIn(outer));
		for (let cell = 0; cell < counts.length; cell++) {
			if (isIn[cell % size])
				sums[Math.floor(cell / size)] = (sums[Math.floor(cell / size)] ?? 0) + (counts[cell] ?? 0);
		}
		return [id, sums] as const;
	});
	return { dimensions: outer, tallies: Object.fromEntries(summed) };
}

/** A group outside its dimension would vanish from every total: it throws. */
function within(position: number | undefined, size: number): number {
	if (position !== undefined && position >= 0 && position < size) return position;
	throw new AppError('cube-range', `A case lies outside the cube, at ${String(position)}.`);
}
