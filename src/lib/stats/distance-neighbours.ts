import type { Places } from './places.ts';

/** Calls back with others of a place, nearest key first on either side, until their keys alone lie beyond `reach`. */
type Sweep = (i: number, reach: () => number, found: (j: number, distance: number) => void) => void;

/**
 * The k nearest others of each place, nearest first, of equally near ones the one with the smaller number. Fewer where
 * there are fewer; none for a place without coordinates, which is nobody's neighbour. Places that lie together are
 * neighbours at distance 0. Agrees with `knearneigh` of R's spdep.
 */
export function nearestNeighbours(places: Places, k: number): number[][] {
	const sweep = sweepOver(places);
	return Array.from({ length: places.size }, (_, i) => {
		const nearest: { j: number; distance: number }[] = [];
		if (!(k >= 1)) return [];
		const reach = (): number => (nearest.length < k ? Infinity : (nearest.at(-1)?.distance ?? NaN));
		sweep(i, reach, (j, distance) => {
			if (distance > reach()) return;
			let at = nearest.length;
			while (at > 0 && isBefore(j, distance, nearest[at - 1])) at--;
			nearest.splice(at, 0, { j, distance });
			if (nearest.length > k) nearest.pop();
		});
		return nearest.map(({ j }) => j);
	});
}

/**
 * The others of each place that are farther than 0 and at most `threshold` away, in the order of their numbers: places
 * that lie together are not neighbours. Agrees with `dnearneigh(0, threshold)` of R's spdep.
 */
export function distanceBand(places: Places, threshold: number): number[][] {
	return othersWhere(places, threshold, (distance) => distance > 0);
}

/** As `distanceBand`, with those that lie together. */
export function othersWithin(places: Places, threshold: number): number[][] {
	return othersWhere(places, threshold, () => true);
}

function othersWhere(
	places: Places,
	threshold: number,
	counts: (distance: number) => boolean
): number[][] {
	const sweep = sweepOver(places);
	return Array.from({ length: places.size }, (_, i) => {
		const near: number[] = [];
		sweep(
			i,
			() => threshold,
			(j, distance) => {
				if (distance <= threshold && counts(distance)) near.push(j);
			}
		);
		return near.sort((a, b) => a - b);
	});
}

/** How far the nearest other of each place is. NaN where there is none. */
export function nearestDistances(places: Places): Float64Array {
	return Float64Array.from(nearestNeighbours(places, 1), ([j], i) =>
		j === undefined ? NaN : places.distance(i, j)
	);
}

/** The smallest band in which every place with coordinates has a neighbour. NaN where there are not two. */
export function connectingThreshold(places: Places): number {
	const distances = nearestDistances(places).filter((distance) => !Number.isNaN(distance));
	return distances.reduce((most, distance) => Math.max(most, distance), distances[0] ?? NaN);
}

function isBefore(j: number, distance: number, other?: { j: number; distance: number }): boolean {
	if (!other || distance !== other.distance) return distance < (other?.distance ?? Infinity);
	return j < other.j;
}

/** Orders places by their keys once, so that a place meets only others whose keys are near: about n √n in all. */
function sweepOver({ size, key, distance }: Places): Sweep {
	const keyOf = (i: number): number => key[i] ?? NaN;
	const order = Array.from({ length: size }, (_, i) => i)
		.filter((i) => !Number.isNaN(keyOf(i)))
		.sort((a, b) => keyOf(a) - keyOf(b));
	const rank = new Int32Array(size).fill(-1);
	order.forEach((i, at) => {
		rank[i] = at;
	});
	return (i, reach, found) => {
		const start = rank[i] ?? -1;
		if (start < 0) return;
		let [down, up] = [start - 1, start + 1];
		const gapAt = (at: number): number => {
			const j = order[at];
			return j === undefined ? Infinity : Math.abs(keyOf(j) - keyOf(i));
		};
		for (;;) {
			const isDown = gapAt(down) <= gapAt(up);
			const at = isDown ? down : up;
			const j = order[at];
			if (j === undefined || gapAt(at) > reach()) return;
			found(j, distance(i, j));
			if (isDown) down--;
			else up++;
		}
	};
}
