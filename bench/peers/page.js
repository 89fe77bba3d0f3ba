// @ts-check
/** The same picks and brushes for Hetu and each peer, timed from the event to the data of every panel. */
import { calendarOf, stretchOf, daysOf } from '#lib/domain/calendar-steps.ts';
import { openingCut } from '#lib/domain/cut.ts';
import { facetsOf, firstFacets } from '#lib/domain/facet.ts';
import { fetchFrom, openCases, openDataset } from '#lib/dataset/open.ts';
import { openHetu } from './hetu.js';
import { openMosaic } from './mosaic.js';
import { openPlain } from './plain.js';

/**
 * @typedef {import('#lib/domain/facet.ts').Facet} Facet
 *
 * @typedef {object} City
 * @property {import('#lib/domain/dataset-index.ts').Dataset} dataset
 * @property {readonly Facet[]} facets
 * @property {import('#lib/domain/cut.ts').Cut} cut with all days in it
 * @property {Uint8Array} cases
 * @property {number} firstMonth
 * @property {number} months
 *
 * @typedef {object} PeerOfPage each but `load`, `release` and `clear` answers with the number of cases that meet every condition
 * @property {number} load milliseconds
 * @property {(facet: Facet, code: string) => Promise<number>} pick one value of a panel
 * @property {(first: number, end: number) => Promise<number>} brush months [first, end)
 * @property {(facet: Facet, codes: readonly string[]) => Promise<number>} switchTo a run of another panel, all days again
 * @property {() => Promise<void>} [release] the brush over time, where that is a step of its own
 * @property {() => Promise<void>} clear
 *
 * @typedef {(city: City) => Promise<PeerOfPage>} OpenPeer
 */

/** @type {Record<string, OpenPeer>} */
const PEERS = {
	Hetu: openHetu,
	Mosaic: openMosaic({ isThrottled: true }),
	'Mosaic without throttle': openMosaic({ isThrottled: false }),
	'DuckDB without cubes': openPlain
};

/** The run of days to close that a switch goes to. */
const TOOK = ['4-7', '8-14', '15-30'];

/**
 * @param {{ peer: string, dataset: string, rounds: number, moves: number }} options
 */
async function measurePeer({ peer: name, dataset: id, rounds, moves }) {
	const city = await openCity(id);
	const { facets, months } = city;
	const peer = await PEERS[name]?.(city);
	if (!peer) throw new Error(`There is no peer ${name}.`);
	const choices = choicesOf(city);
	const took = facets.find((facet) => facet.kind === 'took');
	/** @type {Record<'discrete' | 'first' | 'moves' | 'switched', number[]>} */
	const times = { discrete: [], first: [], moves: [], switched: [] };
	/** @type {number[]} */
	const totals = [];
	// The first round warms everything, and does not count.
	for (let round = 0; round <= rounds; round++) {
		/** @type {(kind: keyof typeof times, act: () => Promise<number>) => Promise<void>} */
		const timed = async (kind, act) => {
			await pause();
			const began = performance.now();
			const total = await act();
			if (round > 0) times[kind].push(performance.now() - began);
			if (kind !== 'moves') totals.push(total);
		};
		const { facet, code } = choices[(round * 7) % choices.length] ?? { facet: took, code: '0' };
		if (!facet || !took) throw new Error('There is nothing to pick.');
		await timed('discrete', () => peer.pick(facet, code));
		const from = 8 + round;
		await timed('first', () => peer.brush(from, from + 1));
		for (let i = 1; i <= Math.min(moves, months - from - 1); i++) {
			await timed('moves', () => peer.brush(from, from + 1 + i));
		}
		await peer.release?.();
		await timed('switched', () => peer.switchTo(took, TOOK));
		await peer.clear();
	}
	return { load: peer.load, ...times, totals };
}

/**
 * @param {string} id
 * @returns {Promise<City>}
 */
async function openCity(id) {
	const fetchBytes = fetchFrom('../..');
	const dataset = await openDataset(fetchBytes, id);
	const cases = await openCases(fetchBytes, dataset);
	const facets = firstFacets(facetsOf(dataset));
	const span = daysOf(dataset);
	const firstMonth = stretchOf(span.first, 'month');
	const months = calendarOf(dataset, 'month').count;
	const cut = { ...openingCut(dataset), span };
	return { dataset, facets, cut, cases, firstMonth, months };
}

/**
 * Values without parts, facet by facet in turn.
 *
 * @param {City} city
 */
function choicesOf({ dataset, facets }) {
	return facets
		.filter(({ kind }) => kind === 'codes')
		.flatMap((facet) => {
			const parents = dataset.codes[facet.id]?.parent ?? [];
			const leaves = facet.codes.slice(0, -1).filter((_, at) => !parents.includes(at));
			return leaves.map((code) => ({ facet, code }));
		});
}

/** As long as a frame or two, never in step with the frames. */
function pause() {
	return new Promise((resolve) => setTimeout(resolve, 10 + 20 * Math.random()));
}

Object.assign(globalThis, { measurePeer });
