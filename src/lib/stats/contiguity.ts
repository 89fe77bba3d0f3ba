import { SnappedPoints } from './snapped-points.ts';

/** Every ring of an area, holes too; a ring is a line of points whose last one repeats the first. */
export type Rings = readonly (readonly (readonly [x: number, y: number] | readonly number[])[])[];

/** Neighbours of each area in ascending order; islands have none. */
export interface Contiguity {
	/** Areas that share at least a point. */
	readonly queen: number[][];
	/** Areas that share at least a stretch of border between two consecutive points of both. */
	readonly rook: number[][];
}

/**
 * Areas that touch, from their boundaries: points within `snap` of each other count as one, so that slivers of that width
 * part nothing. An area that lies in a hole of another touches it. An area without rings touches nothing.
 *
 * Queen contiguity agrees with `poly2nb(queen = TRUE)` of R's spdep. Its `queen = FALSE` asks for two shared points, which
 * can lie apart; here, as in GeoDa, rook neighbours share an edge.
 */
export function contiguity(areas: readonly Rings[], snap = 0): Contiguity {
	const points = new SnappedPoints(snap);
	const atPoint = new Map<number, Set<number>>();
	const atEdge = new Map<string, Set<number>>();
	areas.forEach((rings, area) => {
		for (const ring of rings) {
			let before: number | undefined;
			for (const [x = NaN, y = NaN] of ring) {
				const point = points.numberOf(x, y);
				into(atPoint, point, area);
				if (before !== undefined && before !== point) {
					const [a, b] = before < point ? [before, point] : [point, before];
					into(atEdge, `${String(a)} ${String(b)}`, area);
				}
				before = point;
			}
		}
	});
	return {
		queen: together(areas.length, atPoint.values()),
		rook: together(areas.length, atEdge.values())
	};
}

function into<K>(groups: Map<K, Set<number>>, key: K, area: number): void {
	const group = groups.get(key);
	if (group) group.add(area);
	else groups.set(key, new Set([area]));
}

function together(count: number, groups: Iterable<ReadonlySet<number>>): number[][] {
	const met = Array.from({ length: count }, () => new Set<number>());
	for (const group of groups) {
		if (group.size < 2) continue;
		for (const one of group) for (const other of group) if (one !== other) met[one]?.add(other);
	}
	return met.map((others) => [...others].sort((a, b) => a - b));
}
