import type { PeerCounts } from '#lib/cube/peer-measures.ts';
import type { Cut } from '#lib/domain/cut.ts';
import { areasAt } from '#lib/domain/area.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { facetsOf } from '#lib/domain/facet.ts';
import type { Database } from '#lib/engine/database.ts';
import { ident, joined, sql, type Sql } from '#lib/engine/sql.ts';
import { pickConditions, spanCondition } from './facet-columns.ts';
import { tallyColumns } from './tally-columns.ts';

/**
 * Counts of every area of one level, under the period of a cut and all that was picked but areas: whoever is compared
 * with its peers is compared with all of them, whichever are on the map. An area without cases has zeros.
 */
export async function peerCounts(
	database: Database,
	dataset: Dataset,
	cut: Cut,
	level: number,
	signal?: AbortSignal
): Promise<PeerCounts[]> {
	const { areas } = dataset;
	const peers = areasAt(areas, level, 0);
	const peerOf = new Array<number>(areas.codes.length).fill(-1);
	for (const at of peers) peerOf.fill(at, at, areas.end[at] ?? at + 1);
	const hasDays = facetsOf(dataset).some(({ kind }) => kind === 'took');
	const days = hasDays
		? sql`CASE WHEN closed_on >= opened_on THEN (closed_on - opened_on)::INTEGER END`
		: sql`NULL::INTEGER`;
	const conditions = [spanCondition(cut.span), ...pickConditions(dataset, cut)];
	const answer = await database.query(
		// One bound text for all areas: a value for each would be as many to plan.
		sql`WITH chosen AS (
				SELECT *, list_extract(string_split(${peerOf.join()}, ',')::INTEGER[], area::INTEGER + 1) AS peer,
					${days} AS days
				FROM cases WHERE ${joined(conditions, sql` AND `, sql`TRUE`)}
			), placed AS (FROM chosen WHERE peer >= 0),
			middle AS (SELECT median(days) AS days FROM placed),
			counted AS (
				SELECT peer, ${tallyColumns(dataset)}, count(days)::INTEGER AS "closed cases",
					(count(*) FILTER (WHERE days > (SELECT days FROM middle)))::INTEGER AS "long cases",
					list_sort(list(days) FILTER (WHERE days IS NOT NULL)) AS sorted
				FROM placed GROUP BY peer
			)
		SELECT *, list_aggregate(sorted, 'median')::DOUBLE AS "median days",
			${rank(sql`floor("closed cases" / 2 - 0.98 * sqrt("closed cases"))`)} AS "low days",
			${rank(sql`ceil("closed cases" / 2 + 0.98 * sqrt("closed cases")) + 1`)} AS "high days"
		FROM (SELECT * FROM counted)`,
		signal
	);
	const names = dataset.index.manifest.tallies.map(({ id }) => id);
	const column = (name: string): ArrayLike<number> => answer.numbers(name);
	const tallies = names.map((id) => [id, column(id)] as const);
	const row = new Map(Array.from(column('peer'), (peer, i) => [peer, i]));
	const [closed, long, median, low, high] = [
		'closed cases',
		'long cases',
		'median days',
		'low days',
		'high days'
	].map(column);
	const known = (days: number | undefined): number | undefined =>
		days === undefined || Number.isNaN(days) ? undefined : days;
	return peers.map((position) => {
		const at = row.get(position) ?? -1;
		return {
			position,
			tallies: Object.fromEntries(tallies.map(([id, counts]) => [id, counts[at] ?? 0])),
			closed: closed?.[at] ?? 0,
			long: long?.[at] ?? 0,
			median: known(median?.[at]),
			low: known(low?.[at]),
			high: known(high?.[at])
		};
	});
}

/** The value at a rank of the sorted days, from 1; none where the rank lies outside. */
function rank(at: Sql): Sql {
	return sql`(CASE WHEN ${at} BETWEEN 1 AND ${ident('closed cases')} THEN list_extract(sorted, (${at})::BIGINT) END)::DOUBLE`;
}
