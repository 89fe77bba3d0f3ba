import { daysOf } from '#lib/domain/calendar-steps.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Database } from '#lib/engine/database.ts';
import { joined, sql, whole } from '#lib/engine/sql.ts';
import { pickConditions, scopeCondition, spanCondition } from './facet-columns.ts';

/** How the cases of one area divide. */
export interface AreaParts {
	/** By position in the list of types, in the area and in the whole city, whatever types were picked. */
	readonly types: readonly { readonly type: number; readonly own: number; readonly all: number }[];
	/** Cases that state no type among them, and all. */
	readonly own: number;
	readonly all: number;
	/** By month of the whole data, whatever period was picked. */
	readonly months: readonly number[];
}

/** Types and months of an area; each under all that was picked but itself, and but areas. */
export async function areaParts(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	area: string,
	signal?: AbortSignal
): Promise<AreaParts> {
	const inside = scopeCondition(dataset, { ...cut, area });
	const ofTypes = [spanCondition(cut.span), ...pickConditions(dataset, cut, 'type')];
	const ofMonths = [spanCondition(daysOf(dataset)), inside, ...pickConditions(dataset, cut)];
	const type = dataset.codes['type'] ? sql`coalesce(type::INTEGER, -1)` : sql`-1`;
	const { first, count } = dataset.months;
	const answer = await database.query(
		sql`SELECT 0 AS part, ${type} AS "at", (count(*) FILTER (WHERE ${inside}))::INTEGER AS own,
				count(*)::INTEGER AS "all"
			FROM cases WHERE ${joined(ofTypes, sql` AND `, sql`TRUE`)} GROUP BY 2
			UNION ALL
			SELECT 1, (year(opened_on) * 12 + month(opened_on) - 1 - ${whole(first)})::INTEGER,
				count(*)::INTEGER, 0
			FROM cases WHERE ${joined(ofMonths, sql` AND `, sql`TRUE`)} GROUP BY 2`,
		signal
	);
	const [part, at, own, all] = ['part', 'at', 'own', 'all'].map((name) => answer.numbers(name));
	const months = new Array<number>(count).fill(0);
	const types: { type: number; own: number; all: number }[] = [];
	for (let row = 0; row < answer.rows; row++) {
		const where = at?.[row] ?? -1;
		const n = own?.[row] ?? 0;
		if (part?.[row] === 1) months[where] = n;
		else types.push({ type: where, own: n, all: all?.[row] ?? 0 });
	}
	return {
		types: types
			.filter(({ type: one }) => one >= 0)
			.sort((a, b) => b.own - a.own || a.type - b.type),
		own: types.reduce((sum, one) => sum + one.own, 0),
		all: types.reduce((sum, one) => sum + one.all, 0),
		months
	};
}
