import * as v from 'valibot';
import {
	connectingThreshold,
	distanceBand,
	nearestDistances,
	nearestNeighbours
} from '#lib/stats/distance-neighbours.ts';
import { earthPlaces, type Places, planarPlaces } from '#lib/stats/places.ts';
import type { Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Inputs = v.object({
	ids: v.array(v.string()),
	x: v.array(v.number()),
	y: v.array(v.number())
});
const Tolerance = v.object({ threshold_rel: v.number(), km_rel: v.number() });
const Lists = v.record(v.string(), v.array(v.string()));

/** Entries whose names end with `_greatcircle`, or with a km, are on the earth; all others in the plane. */
export function distanceWeights(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const { ids, x, y } = v.parse(Inputs, one.inputs);
	const { threshold_rel, km_rel } = v.parse(Tolerance, one.tolerance);
	const [planar, earth] = [planarPlaces(x, y), earthPlaces(x, y)];
	const band = (): number[][] => distanceBand(planar, connectingThreshold(planar));
	for (const [key, expected] of Object.entries(one.expected)) {
		const [, k, onEarth] = /^knn(\d+)(_greatcircle)?$/.exec(key) ?? [];
		if (k !== undefined) {
			const places = onEarth ? earth : planar;
			const ours = nearestNeighbours(places, Number(k));
			compareLists(key, ids, ours, v.parse(Lists, expected), places, comparison);
		} else if (key === 'distband') {
			compareLists(key, ids, band(), v.parse(Lists, expected), undefined, comparison);
		} else if (key === 'distband_threshold') {
			comparison.close(key, connectingThreshold(planar), expected, { rel: threshold_rel });
		} else if (key === 'distband_threshold_km') {
			comparison.close(key, connectingThreshold(earth), expected, { rel: km_rel });
		} else if (key === 'nn1_greatcircle_km') {
			comparison.closeAll(key, nearestDistances(earth), expected, { rel: km_rel });
		} else if (key === 'distband_stats') {
			compareStats(key, ids, band(), expected, threshold_rel, comparison);
		}
	}
}

/** The same neighbours in any order. Where `places` are given, those at the k-th distance may be others as far away. */
function compareLists(
	key: string,
	ids: readonly string[],
	ours: readonly number[][],
	expected: Readonly<Record<string, readonly string[]>>,
	places: Places | undefined,
	comparison: Comparison
): void {
	const numbers = new Map(ids.map((id, i) => [id, i]));
	comparison.same(key, Object.keys(expected).sort(), [...ids].sort());
	ids.forEach((id, i) => {
		const theirs = (expected[id] ?? []).map((other) => numbers.get(other) ?? -1);
		const mine = ours[i] ?? [];
		const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
		const distances = (list: readonly number[]): number[] =>
			ascending(places ? list.map((j) => places.distance(i, j)) : []);
		const isTied = places !== undefined && String(distances(mine)) === String(distances(theirs));
		if (isTied) comparison.holds(`${key}.${id}`, true, 'as near');
		else comparison.same(`${key}.${id}`, ascending(mine), ascending(theirs));
	});
}

function compareStats(
	key: string,
	ids: readonly string[],
	band: readonly number[][],
	expected: unknown,
	rel: number,
	comparison: Comparison
): void {
	const counts = band.map(({ length }) => length);
	const links = counts.reduce((sum, count) => sum + count, 0);
	const ours: Readonly<Record<string, unknown>> = {
		n: ids.length,
		links,
		min: Math.min(...counts),
		mean: links / ids.length,
		max: Math.max(...counts),
		no_neighbours: ids.filter((_, i) => counts[i] === 0)
	};
	const entries = v.parse(v.record(v.string(), v.unknown()), expected);
	for (const [name, value] of Object.entries(entries)) {
		const at = `${key}.${name}`;
		if (name === 'mean') comparison.close(at, links / ids.length, value, { rel });
		else comparison.same(at, ours[name], value);
	}
}
