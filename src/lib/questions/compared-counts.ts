import type { SideCounts } from '#lib/cube/comparison.ts';
import { CASES } from '#lib/cube/linked-counts.ts';
import type { Against } from '#lib/domain/against.ts';
import { typesOf } from '#lib/domain/against.ts';
import { calendarOf, daysOf, stretchOf } from '#lib/domain/calendar-steps.ts';
import { runsOfMembers, type Side } from '#lib/domain/compared-sides.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { conditionalTallies } from '#lib/domain/indicator.ts';
import type { Database } from '#lib/engine/database.ts';
import { ident, joined, sql, whole, type Sql } from '#lib/engine/sql.ts';
import {
	between,
	either,
	pickConditions,
	scopeCondition,
	spanCondition,
	stretchKey,
	stretchPosition
} from './facet-columns.ts';
import { cubeOfGroups } from './linked-cubes.ts';

/**
 * One side of a comparison: its tallies by area, its cases by stretch of time and by type. Areas are those of the whole
 * open area, whichever were picked in it, unless areas are compared; types those under every condition but their own.
 */
export async function comparedCounts(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	against: Against,
	side: Side,
	signal?: AbortSignal
): Promise<SideCounts> {
	const span = spanCondition(side.span);
	const areas = membersCondition(sql`area`, side.areas);
	const ofTypes = side.types && typeCondition(dataset, side.types);
	const conditions = [
		span,
		...pickConditions(dataset, cut, side.types ? 'type' : undefined),
		...(ofTypes ? [ofTypes] : [])
	];
	const drawn = against.by === 'area' ? areas : scopeCondition(dataset, cut);
	const isMet = conditionalTallies(dataset.index.manifest.tallies).length > 0;
	const { count } = calendarOf(dataset, cut.step);
	const firstStretch = stretchOf(daysOf(dataset).first, cut.step);
	const types = side.types ? 0 : typesOf(dataset).length;

	const [byArea, byStretch, byType] = await Promise.all([
		database.query(
			isMet
				? sql`SELECT area::INTEGER AS "outer", met_tallies::INTEGER AS met, ${cases}
					FROM cases WHERE ${all([drawn, ...conditions])} GROUP BY area, met_tallies`
				: sql`SELECT area::INTEGER AS "outer", ${cases}
					FROM cases WHERE ${all([drawn, ...conditions])} GROUP BY area`,
			signal
		),
		database.query(
			sql`SELECT ${stretchPosition(cut.step, firstStretch)} AS "outer", ${cases}
				FROM cases WHERE ${all([areas, ...conditions])} GROUP BY ${stretchKey(cut.step)}`,
			signal
		),
		types === 0
			? undefined
			: database.query(
					sql`SELECT coalesce(type::INTEGER, ${whole(types - 1)}) AS "outer", ${cases}
						FROM cases WHERE ${all([areas, span, ...pickConditions(dataset, cut, 'type')])}
						GROUP BY type`,
					signal
				)
	]);
	const laidOut = (answer: typeof byArea, name: string, size: number, isTallied: boolean) =>
		cubeOfGroups(dataset, answer, [{ name, size }], { isTallied, measure: undefined }).tallies;
	return {
		areas: laidOut(byArea, 'area', dataset.areas.codes.length, true),
		stretches: laidOut(byStretch, 'stretch', count, false)[CASES] ?? new Uint32Array(count),
		types: (byType && laidOut(byType, 'type', types, false)[CASES]) ?? new Uint32Array(0)
	};
}

const cases = sql`count(*)::INTEGER AS ${ident(CASES)}`;

function all(conditions: readonly Sql[]): Sql {
	return joined(conditions, sql` AND `, sql`TRUE`);
}

function membersCondition(column: Sql, members: Uint8Array): Sql {
	const runs = runsOfMembers(members).map(([first, end]) => between(column, first, end - 1));
	return either(runs, false);
}

function typeCondition(dataset: Dataset, members: Uint8Array): Sql {
	const stated = dataset.codes['type']?.codes.length ?? 0;
	const runs = membersCondition(ident('type'), members.subarray(0, stated));
	return members[stated] === 1 ? sql`(${runs} OR type IS NULL)` : runs;
}
