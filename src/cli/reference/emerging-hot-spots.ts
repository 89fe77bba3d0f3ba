import * as v from 'valibot';
import { emergingHotSpots } from '#lib/stats/emerging-hot-spots.ts';
import { normalBeyond } from '#lib/stats/normal-distribution.ts';
import { weightsOf, withSelf } from '#lib/stats/spatial-weights.ts';
import type { Trend } from '#lib/stats/mann-kendall.ts';
import type { Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Inputs = v.object({
	areas: v.array(v.string()),
	counts_rows_are_bins: v.array(v.array(v.number())),
	neighbours: v.record(v.string(), v.array(v.string()))
});
const Tolerance = v.object({ z_abs: v.number(), mk_z_abs: v.number() });

/** The cases' own level: z of 1.96 to the last digit. */
const LEVEL = normalBeyond(1.96);

export function emerging(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const { areas, counts_rows_are_bins: rows, neighbours } = v.parse(Inputs, one.inputs);
	const { z_abs, mk_z_abs } = v.parse(Tolerance, one.tolerance);
	const place = new Map(areas.map((id, i) => [id, i]));
	const lists = areas.map((id) => (neighbours[id] ?? []).map((other) => place.get(other) ?? -1));
	const bins = rows.map((row) => Float64Array.from(row));
	const weights = weightsOf(withSelf(lists), 'binary');
	const ours = emergingHotSpots(bins, weights, { level: LEVEL });
	const trends = (entry: keyof Trend) => ours.trends.map((trend) => trend?.[entry]);
	for (const [key, expected] of Object.entries(one.expected)) {
		if (key === 'gistar_z') {
			const theirs = v.parse(v.array(v.unknown()), expected);
			comparison.same('gistar_z.length', ours.scores.length, theirs.length);
			theirs.forEach((some, bin) => {
				comparison.closeAll(`${key}.${String(bin)}`, ours.scores[bin] ?? [], some, { abs: z_abs });
			});
		} else if (key === 'mk_S') comparison.same(key, trends('s'), expected);
		else if (key === 'mk_varS') {
			comparison.closeAll(key, trends('variance'), expected, { rel: 1e-12 });
		} else if (key === 'mk_z') {
			comparison.closeAll(key, trends('z'), expected, { abs: mk_z_abs });
		} else if (key === 'mk_p') {
			comparison.closeAll(key, trends('p'), expected, { abs: mk_z_abs });
		} else if (key === 'hot_category') comparison.same(key, ours.hot, expected);
		else if (key === 'cold_category') comparison.same(key, ours.cold, expected);
	}
}
