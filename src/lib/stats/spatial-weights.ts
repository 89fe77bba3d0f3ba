/**
 * Weights of the neighbours of each of n areas, row by row: those of area i are the entries [start[i], start[i + 1]) of
 * `neighbour` and `weight`. An island has no entries.
 */
export interface SpatialWeights {
	readonly start: Int32Array;
	readonly neighbour: Int32Array;
	readonly weight: Float64Array;
}

/** `binary`: 1 each, spdep's "B". `row`: those of an area sum to 1, spdep's "W". */
export type WeightStyle = 'binary' | 'row';

export function weightsOf(
	neighbours: readonly (readonly number[])[],
	style: WeightStyle
): SpatialWeights {
	const start = new Int32Array(neighbours.length + 1);
	neighbours.forEach((others, i) => (start[i + 1] = (start[i] ?? 0) + others.length));
	const neighbour = Int32Array.from(neighbours.flat());
	const weight = Float64Array.from(
		neighbours.flatMap((others) => others.map(() => (style === 'row' ? 1 / others.length : 1)))
	);
	return { start, neighbour, weight };
}

/** Each area among its own neighbours, as Gi* has it. */
export function withSelf(neighbours: readonly (readonly number[])[]): number[][] {
	return neighbours.map((others, i) => [...others, i].sort((a, b) => a - b));
}

/** The neighbours among areas that are kept, which are numbered anew in their order. */
export function amongKept(
	neighbours: readonly (readonly number[])[],
	kept: readonly number[]
): number[][] {
	const place = new Map(kept.map((area, i) => [area, i]));
	return kept.map((area) => (neighbours[area] ?? []).flatMap((other) => place.get(other) ?? []));
}

/** Weighted sums of the neighbours' values; 0 for an island. */
export function lagOf(
	{ start, neighbour, weight }: SpatialWeights,
	values: Float64Array
): Float64Array {
	const lag = new Float64Array(values.length);
	for (let i = 0; i < values.length; i++) {
		let sum = 0;
		for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) {
			sum += (weight[at] ?? 0) * (values[neighbour[at] ?? -1] ?? NaN);
		}
		lag[i] = sum;
	}
	return lag;
}

/** The parts that hang together by neighbourhood in either direction; an island is a part of its own. */
export function componentsOf(neighbours: readonly (readonly number[])[]): number {
	const leader = neighbours.map((_, i) => i);
	const find = (i: number): number => {
		let at = i;
		while (leader[at] !== at) at = leader[at] ?? at;
		leader[i] = at;
		return at;
	};
	neighbours.forEach((others, i) => {
		for (const other of others) leader[find(i)] = find(other);
	});
	return leader.filter((_, i) => find(i) === i).length;
}
