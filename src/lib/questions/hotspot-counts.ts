import type { Cube } from '#lib/cube/cube.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { campaignFacet } from '#lib/domain/discovery.ts';
import { monthNumber } from '#lib/domain/period.ts';
import type { View } from '#lib/domain/view.ts';
import type { Database } from '#lib/engine/database.ts';
import { ident, sql, whole, type Sql } from '#lib/engine/sql.ts';
import { typeCondition } from './cases-by-area-and-month.ts';
import { cubeOfAnswer } from './cube-of-answer.ts';
import { tallyColumns } from './tally-columns.ts';

/** What only the rows tell of clusters. */
export interface HotspotCounts {
	/** Cases of the View's period and types by the area that a case states, and by type. */
	readonly byType: Cube;
	/** By area, without what campaigns found; undefined where the books do not tell. */
	readonly withoutCampaigns: Cube | undefined;
}

export async function hotspotCounts(
	database: Database,
	dataset: Dataset,
	view: View,
	signal?: AbortSignal
): Promise<HotspotCounts> {
	const area = { name: 'area', size: dataset.areas.codes.length };
	const type = { name: 'type', size: dataset.codes['type']?.codes.length ?? 0 };
	const month = sql`(year(opened_on) * 12 + month(opened_on) - 1)`;
	const chosen = sql`${month} BETWEEN ${whole(monthNumber(view.from) ?? 0)} AND ${whole(monthNumber(view.to) ?? 0)}
		AND ${typeCondition(dataset, view.types)}`;
	const ask = async (columns: Sql, where: Sql, dimensions: Cube['dimensions']): Promise<Cube> =>
		cubeOfAnswer(
			await database.query(
				sql`SELECT ${columns}, ${tallyColumns(dataset)} FROM cases WHERE ${where} GROUP BY ALL`,
				signal
			),
			dimensions,
			dataset
		);
	const byType = await ask(sql`area::INTEGER AS area, type::INTEGER AS type`, chosen, [area, type]);
	const campaign = campaignFacet(dataset);
	if (!campaign) return { byType, withoutCampaigns: undefined };
	const isOther = sql`${ident(campaign.id)} IS NULL`;
	return {
		byType,
		withoutCampaigns: await ask(sql`area::INTEGER AS area`, sql`${chosen} AND ${isOther}`, [area])
	};
}
