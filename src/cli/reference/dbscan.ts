import * as v from 'valibot';
import { dbscan } from '#lib/stats/dbscan.ts';
import { planarPlaces, spherePlaces } from '#lib/stats/places.ts';
import type { Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Numbers = v.array(v.number());
const Inputs = v.object({ x: Numbers, y: Numbers, metric: v.string() });
const Run = v.strictObject({
	eps: v.number(),
	minPts: v.number(),
	n_clusters: v.number(),
	n_noise: v.number(),
	core: Numbers,
	noise: Numbers,
	cluster: Numbers,
	border: v.array(v.strictObject({ point: v.number(), allowed: Numbers }))
});

/** Points count from 1 and noise is cluster 0. A border point may be in any of its allowed clusters. */
export function densityClusters(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const { x, y, metric } = v.parse(Inputs, one.inputs);
	const isSphere = metric.startsWith('haversine km, R = 6371.0088');
	if (!isSphere && metric !== 'euclidean') throw new Error(`An unknown metric: ${metric}`);
	const places = isSphere ? spherePlaces(x, y) : planarPlaces(x, y);
	v.parse(v.array(Run), one.expected['runs']).forEach((run, i) => {
		const ours = dbscan(places, run.eps, run.minPts);
		const numbers = (isWanted: (point: number) => boolean): number[] =>
			x.flatMap((__, point) => (isWanted(point) ? [point + 1] : []));
		const at = `runs.${String(i)}`;
		const noise = numbers((point) => ours.cluster[point] === -1);
		comparison.same(`${at}.n_clusters`, ours.clusters, run.n_clusters);
		comparison.same(`${at}.n_noise`, noise.length, run.n_noise);
		comparison.same(`${at}.noise`, noise, run.noise);
		comparison.same(
			`${at}.core`,
			numbers((point) => ours.isCore[point] === true),
			run.core
		);
		// Clusters have other numbers: each of ours is one of theirs, and no other, judged by the cores.
		const theirs = new Map<number, number>();
		for (const point of run.core) {
			const own = ours.cluster[point - 1] ?? -1;
			const other = run.cluster[point - 1] ?? 0;
			comparison.same(`${at}.cluster.${String(point)}`, theirs.get(own) ?? other, other);
			theirs.set(own, other);
		}
		comparison.same(`${at}.cluster`, theirs.size, run.n_clusters);
		comparison.same(`${at}.cluster.unlike`, new Set(theirs.values()).size, theirs.size);
		for (const { point, allowed } of run.border) {
			const own = theirs.get(ours.cluster[point - 1] ?? -1) ?? 0;
			comparison.holds(`${at}.border.${String(point)}`, allowed.includes(own), 'in an allowed one');
		}
	});
}
