import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Tally } from '#lib/domain/indicator.ts';
import { ident, joined, sql, whole, type Sql } from '#lib/engine/sql.ts';

/** One counting column for each tally of the manifest, named by the tally. */
export function tallyColumns(dataset: Dataset): Sql {
	const columns = dataset.index.manifest.tallies.map(
		(tally) =>
			sql`(count(*) FILTER (WHERE ${tallyCondition(dataset, tally)}))::INTEGER AS ${ident(tally.id)}`
	);
	return joined(columns, sql`, `, sql`count(*)`);
}

function tallyCondition(dataset: Dataset, tally: Tally): Sql {
	const conditions = Object.entries(tally.where).map(([column, codes]) => {
		const positions = codes.flatMap((code) => {
			const at = dataset.codes[column]?.position.get(code);
			return at === undefined ? [] : [whole(at)];
		});
		if (positions.length === 0) return sql`FALSE`;
		return sql`${ident(column)} IN (${joined(positions, sql`, `, sql`NULL`)})`;
	});
	return joined(conditions, sql` AND `, sql`TRUE`);
}
