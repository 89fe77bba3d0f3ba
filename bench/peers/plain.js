// @ts-check
/** DuckDB-WASM without cubes: for every move one query for each panel. */
import { openDuckdb } from './duckdb.js';
import { panelsOf, pickText } from './panels.js';

/** @type {import('./page.js').OpenPeer} */
export async function openPlain({ dataset, facets, cases, firstMonth }) {
	const { connection, load } = await openDuckdb(cases);
	const panels = panelsOf(dataset, facets);
	/** @type {Map<string, string>} */
	const conditions = new Map();
	const ask = async () => {
		const tables = await Promise.all(
			panels.map(({ name, column, tallies }) => {
				const others = [...conditions].flatMap(([of, text]) => (of === name ? [] : [text]));
				const counted = Object.entries(tallies).map(
					([id, where]) => `, (count(*) FILTER (WHERE ${where}))::INTEGER AS "${id}"`
				);
				return connection.query(
					`SELECT ${column} AS "at", count(*)::INTEGER AS n${counted.join('')} FROM cases
					WHERE ${others.join(' AND ') || 'TRUE'} GROUP BY 1`
				);
			})
		);
		return Number(tables.at(-1)?.getChild('n')?.get(0) ?? 0);
	};
	return {
		load,
		pick: (facet, code) => {
			conditions.set(facet.id, pickText(dataset, facet, [code]));
			return ask();
		},
		brush: (first, end) => {
			const [from, to] = [firstMonth + first, firstMonth + end - 1];
			conditions.set('day', `opened_month BETWEEN ${String(from)} AND ${String(to)}`);
			return ask();
		},
		switchTo: (facet, codes) => {
			conditions.delete('day');
			conditions.set(facet.id, pickText(dataset, facet, codes));
			return ask();
		},
		clear: async () => {
			conditions.clear();
			await ask();
		}
	};
}
