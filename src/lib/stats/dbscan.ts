import { othersWithin } from './distance-neighbours.ts';
import { type Places, withCoordinates } from './places.ts';
import { checkWithin } from './stats-error.ts';

/** Groups of points, in the order of their first core points. */
export interface PointClusters {
	readonly clusters: number;
	/** By point: its cluster from 0 on, −1 for noise. */
	readonly cluster: Int32Array;
	/** By point: whether as many as needed are near it. */
	readonly isCore: readonly boolean[];
}

/**
 * DBSCAN: points with at least `least` points within `reach`, themselves among them, are cores; cores within reach of each
 * other are of one cluster; others within reach of a core are at its border and go with the nearest one (of equally near
 * ones the earlier cluster's); the rest is noise. So the answer does not hang on the order of points.
 *
 * Points that lie together count each. Fewer points than `least`: all noise. Throws StatsError `place-missing` for a point
 * without coordinates, `out-of-range` for a reach below 0 or a `least` below 1.
 *
 * M. Ester et al., KDD-96; agrees with `dbscan` of R's dbscan, where a border point may be in any cluster near it.
 */
export function dbscan(places: Places, reach: number, least: number): PointClusters {
	checkWithin('reach', reach, 0);
	checkWithin('least', least, 1);
	withCoordinates(places);
	const near = othersWithin(places, reach);
	const isCore = near.map((others) => others.length + 1 >= least);
	const cluster = new Int32Array(places.size).fill(-1);
	let clusters = 0;
	for (let i = 0; i < places.size; i++) {
		if (isCore[i] !== true || cluster[i] !== -1) continue;
		cluster[i] = clusters;
		const waiting = [i];
		for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
			for (const other of near[one] ?? []) {
				if (isCore[other] !== true || cluster[other] !== -1) continue;
				cluster[other] = clusters;
				waiting.push(other);
			}
		}
		clusters++;
	}
	near.forEach((others, i) => {
		if (isCore[i] === true) return;
		let nearest = Infinity;
		for (const other of others) {
			const [distance, own] = [places.distance(i, other), cluster[other] ?? -1];
			if (isCore[other] !== true || distance > nearest) continue;
			if (distance === nearest && own >= (cluster[i] ?? -1)) continue;
			nearest = distance;
			cluster[i] = own;
		}
	});
	return { clusters, cluster, isCore };
}
