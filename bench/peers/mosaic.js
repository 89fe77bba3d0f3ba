// @ts-check
/** Mosaic: a coordinator with its cache and pre-aggregation, one client for each panel, one crossfilter. */
import {
	clauseInterval,
	clausePoint,
	Coordinator,
	makeClient,
	Selection,
	wasmConnector
} from '@uwdata/mosaic-core';
import { column, count, Query, verbatim } from '@uwdata/mosaic-sql';
import { openDuckdb } from './duckdb.js';
import { panelsOf } from './panels.js';

/**
 * @param {{ isThrottled: boolean }} how with its wait for the next frame, in which queries are gathered, or without
 * @returns {import('./page.js').OpenPeer}
 */
export function openMosaic({ isThrottled }) {
	return async ({ dataset, facets, cases, firstMonth, months }) => {
		const { database, connection, load } = await openDuckdb(cases);
		const connector = wasmConnector({ duckdb: database, connection });
		const coordinator = new Coordinator(connector, { consolidate: isThrottled });
		const selection = Selection.crossfilter();
		let total = NaN;
		const clients = new Map(
			panelsOf(dataset, facets).map((panel) => {
				const client = makeClient({
					coordinator,
					selection,
					query: (filter) => queryOf(panel, filter ?? []),
					queryResult: (data) => {
						if (panel.name === 'total') total = Number(data.getChild('n').at(0) ?? 0);
					}
				});
				return [panel.name, client];
			})
		);
		await Promise.all([...clients.values()].map((client) => client.pending));

		/** @param {import('@uwdata/mosaic-core').SelectionClause} clause */
		const update = async (clause) => {
			selection.update(clause);
			await selection.pending('value');
			return total;
		};
		const scale = (/** @type {number} */ first, /** @type {number} */ size) => ({
			type: /** @type {const} */ ('linear'),
			domain: [first, first + size],
			range: [0, size]
		});
		const time = (/** @type {[number, number] | null} */ value) =>
			clauseInterval(column('opened_month'), value, {
				source: clients.get('day'),
				scale: scale(firstMonth, months)
			});
		const took = (/** @type {[number, number] | null} */ value) =>
			clauseInterval(column('took_bin'), value, {
				source: clients.get('took'),
				scale: scale(0, 10)
			});
		/** @type {string | undefined} */
		let picked;
		return {
			load,
			pick: (facet, code) => {
				picked = facet.id;
				const position = dataset.codes[facet.id]?.position.get(code);
				return update(clausePoint(column(picked), position, { source: clients.get(picked) }));
			},
			brush: (first, end) => update(time([firstMonth + first, firstMonth + end - 1])),
			switchTo: (facet, codes) => {
				const at = facet.codes.indexOf(codes[0] ?? '');
				return update(took([at, at + codes.length - 1]));
			},
			release: async () => {
				await update(time(null));
			},
			clear: async () => {
				await update(took(null));
				if (picked === undefined) return;
				await update(clausePoint(column(picked), undefined, { source: clients.get(picked) }));
			}
		};
	};
}

/**
 * @param {import('./panels.js').Panel} panel
 * @param {import('@uwdata/mosaic-sql').FilterExpr} filter
 */
function queryOf({ name, column: by, tallies }, filter) {
	const counted = Object.entries(tallies).map(([id, where]) => [
		id,
		count(verbatim(`CASE WHEN ${where} THEN 1 END`))
	]);
	const select = { n: count(), ...Object.fromEntries(counted) };
	const query = Query.from('cases').where(filter);
	if (name === 'total') return query.select(select);
	return query.select({ at: verbatim(by), ...select }).groupby('at');
}
