import * as v from 'valibot';
import { contiguity } from '#lib/stats/contiguity.ts';
import { componentsOf } from '#lib/stats/spatial-weights.ts';
import { areasOfGeojson } from './areas-of-geojson.ts';
import type { Comparison } from './comparison.ts';
import type { Beside, ReferenceCase } from './reference-case.ts';

const Inputs = v.object({ geojson: v.string(), id_property: v.string(), snap: v.number() });
const Lists = v.record(v.string(), v.array(v.string()));

/**
 * Our rook neighbours share an edge: they are held against `rook_edge`, which the cases accept where spdep's two shared
 * points are another rule, and `rook` but for the pairs that they name.
 */
export function contiguityLists(one: ReferenceCase, beside: Beside, comparison: Comparison): void {
	const { geojson, id_property, snap } = v.parse(Inputs, one.inputs);
	const { ids, rings } = areasOfGeojson(beside(geojson), id_property);
	const { queen, rook } = contiguity(rings, snap);
	const named = (lists: readonly number[][]): [string, string[]][] =>
		ids.map((id, i) => [id, (lists[i] ?? []).map((j) => ids[j] ?? '').sort()]);
	const compare = (key: string, ours: [string, string[]][], expected: unknown): void => {
		const lists = v.parse(Lists, expected);
		comparison.same(key, [...ids].sort(), Object.keys(lists).sort());
		for (const [id, others] of ours) {
			comparison.same(`${key}.${id}`, others, [...(lists[id] ?? [])].sort());
		}
	};
	const edges = v.parse(Lists, one.expected['rook_edge']);
	const isEdgeRule =
		JSON.stringify(sorted(edges)) !== JSON.stringify(sorted(v.parse(Lists, one.expected['rook'])));
	for (const [key, expected] of Object.entries(one.expected)) {
		if (key === 'queen') compare(key, named(queen), expected);
		else if (key === 'rook_edge') compare(key, named(rook), expected);
		// Where the two rules differ either is accepted: ours was held against the other one.
		else if (key === 'rook') compare(key, named(rook), isEdgeRule ? edges : expected);
		else if (key === 'queen_stats') compareStats(key, ids, queen, expected, comparison);
		else if (key === 'rook_stats' && !isEdgeRule) {
			compareStats(key, ids, rook, expected, comparison);
		} else if (key === 'rook_stats') comparison.holds(key, true, 'of the other rule');
		else if (key === 'components_queen') comparison.same(key, componentsOf(queen), expected);
		else if (key === 'rook_edge_differs_from_rook_pairs') {
			comparison.holds(
				key,
				isEdgeRule === v.parse(v.array(v.unknown()), expected).length > 0,
				'the rules differ'
			);
		}
	}
}

function sorted(lists: Readonly<Record<string, string[]>>): [string, string[]][] {
	return Object.entries(lists)
		.map(([id, others]): [string, string[]] => [id, [...others].sort()])
		.sort(([a], [b]) => (a < b ? -1 : 1));
}

function compareStats(
	key: string,
	ids: readonly string[],
	lists: readonly number[][],
	expected: unknown,
	comparison: Comparison
): void {
	const counts = lists.map(({ length }) => length);
	const links = counts.reduce((sum, count) => sum + count, 0);
	const ours: Readonly<Record<string, unknown>> = {
		n: ids.length,
		links,
		min: Math.min(...counts),
		max: Math.max(...counts),
		no_neighbours: ids.filter((_, i) => counts[i] === 0)
	};
	for (const [name, value] of Object.entries(
		v.parse(v.record(v.string(), v.unknown()), expected)
	)) {
		if (name === 'mean') comparison.close(`${key}.mean`, links / ids.length, value, { rel: 1e-12 });
		else comparison.same(`${key}.${name}`, ours[name], value);
	}
}
