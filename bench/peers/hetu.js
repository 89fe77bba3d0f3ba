// @ts-check
/** Hetu's own questions and cubes, without its page. */
import { CASES, RunningSums } from '#lib/cube/linked-counts.ts';
import { openWasmDatabase } from '#lib/engine/wasm.ts';
import { brushCubes, linkedCounts } from '#lib/questions/linked-counts.ts';

/** @type {import('./page.js').OpenPeer} */
export async function openHetu({ dataset, facets, cut, cases }) {
	const database = await openWasmDatabase();
	const began = performance.now();
	await database.load('cases', cases);
	const load = performance.now() - began;
	/** @type {Record<string, import('#lib/domain/cut.ts').FacetPick>} */
	let picks = {};
	/** @type {RunningSums | undefined} */
	let sums;
	const ask = async () => {
		sums = undefined;
		const counts = await linkedCounts(database, dataset, { ...cut, picks }, facets);
		return totalOf(counts);
	};
	return {
		load,
		pick: (facet, code) => {
			picks = { [facet.id]: { codes: [code], isExcluded: false } };
			return ask();
		},
		brush: async (first, end) => {
			sums ??= new RunningSums(
				await brushCubes(database, dataset, { ...cut, picks }, 'month', facets)
			);
			return totalOf(sums.over(first, end));
		},
		// The page has no second brush: values of another panel are picked.
		switchTo: (facet, codes) => {
			picks = { ...picks, [facet.id]: { codes, isExcluded: false } };
			return ask();
		},
		clear: async () => {
			picks = {};
			await ask();
		}
	};
}

/** @param {import('#lib/cube/linked-counts.ts').LinkedCounts} counts */
function totalOf({ total }) {
	return total.tallies[CASES]?.[0] ?? NaN;
}
