// @ts-check
/** The panels of the Explore page as SQL text: Hetu's own columns and conditions, for whoever counts by them. */
import { render } from '#lib/engine/sql.ts';
import { facetCondition, facetKey } from '#lib/questions/facet-columns.ts';

/**
 * @typedef {object} Panel
 * @property {string} name
 * @property {string} column what it groups by
 * @property {Record<string, string>} tallies conditions of what it counts beside cases
 */

/** @param {import('#lib/engine/sql.ts').Sql} sql */
export function textOf(sql) {
	return render(sql, (i) => {
		const value = sql.values[i];
		return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
	});
}

/**
 * @param {import('#lib/domain/dataset-index.ts').Dataset} dataset
 * @param {readonly import('#lib/domain/facet.ts').Facet[]} facets
 * @returns {Panel[]} by day, by area, by each facet; the whole last
 */
export function panelsOf(dataset, facets) {
	const tallies = talliesOf(dataset);
	return [
		{ name: 'day', column: 'opened_on', tallies: {} },
		{ name: 'area', column: 'area', tallies },
		...facets.map((facet) => ({ name: facet.id, column: textOf(facetKey(facet)), tallies: {} })),
		{ name: 'total', column: '0', tallies }
	];
}

/** @param {import('#lib/domain/dataset-index.ts').Dataset} dataset */
function talliesOf({ index, codes }) {
	return Object.fromEntries(
		index.manifest.tallies.map(({ id, where }) => {
			const conditions = Object.entries(where).map(([column, chosen]) => {
				const positions = chosen.map((code) => codes[column]?.position.get(code) ?? -1);
				return `${column} IN (${positions.join(', ')})`;
			});
			return [id, conditions.join(' AND ') || 'TRUE'];
		})
	);
}

/**
 * @param {import('#lib/domain/dataset-index.ts').Dataset} dataset
 * @param {import('#lib/domain/facet.ts').Facet} facet
 * @param {readonly string[]} codes
 */
export function pickText(dataset, facet, codes) {
	return textOf(facetCondition(dataset, facet, { codes, isExcluded: false }));
}
