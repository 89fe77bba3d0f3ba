import * as v from 'valibot';
import { rateMoran } from '#lib/stats/eb-moran.ts';
import { localMarshallRates } from '#lib/stats/marshall-local.ts';
import { hasRate, marshallRates } from '#lib/stats/marshall.ts';
import type { Comparison } from './comparison.ts';
import type { Beside, ReferenceCase } from './reference-case.ts';
import { neighboursBeside } from './weights-of-case.ts';

const Numbers = v.array(v.nullable(v.number()));
const Inputs = v.object({ ids: v.array(v.string()), count: Numbers, denominator: Numbers });
const Tolerance = v.object({ abs: v.number(), rel: v.number(), perm_p_abs: v.number() });
const Moran = v.strictObject({ I: v.unknown(), perm_p_greater: v.unknown(), nsim: v.unknown() });
/** Random orders that we try, the same number for every case. */
const PERMUTATIONS = 49_999;

/** The case names its boundaries; its neighbours are those of the case of their contiguity. */
export function empiricalBayes(one: ReferenceCase, beside: Beside, comparison: Comparison): void {
	const { ids, count, denominator } = v.parse(Inputs, one.inputs);
	const { abs, rel, perm_p_abs } = v.parse(Tolerance, one.tolerance);
	const place = v.parse(v.string(), one.geography).replace(/\.geojson$/, '');
	const neighbours = neighboursBeside(ids, `weights_contiguity_${place}`, 'queen', beside);
	const counts = count.map((value) => value ?? NaN);
	const denominators = denominator.map((value) => value ?? NaN);
	const { overall, betweenAreas, rates } = marshallRates(counts, denominators);
	const near = { abs, rel };
	const noCaseAround = v.parse(
		v.array(v.string()),
		one.expected['marshall_local_zero_over_zero'] ?? []
	);
	for (const [key, expected] of Object.entries(one.expected)) {
		if (key === 'raw') {
			const raw = counts.map((x, i) => {
				const n = denominators[i] ?? NaN;
				return hasRate(x, n) ? x / n : undefined;
			});
			comparison.closeAll(key, raw, expected, near);
		} else if (key === 'marshall_global') comparison.closeAll(key, rates, expected, near);
		else if (key === 'marshall_a_between_area_variance') {
			comparison.close(key, betweenAreas, expected, near);
		} else if (key === 'marshall_b_global_rate') comparison.close(key, overall, expected, near);
		else if (key === 'marshall_local' || key === 'marshall_local_spdep_default') {
			const centre = key === 'marshall_local' ? 'area' : 'neighbour';
			const ours = localMarshallRates(counts, denominators, neighbours, centre);
			// Where spdep divides 0 by 0 it has no rate, and the cases accept our 0.
			const known = ours.map((rate, i) =>
				rate === 0 && noCaseAround.includes(ids[i] ?? '') ? undefined : rate
			);
			comparison.closeAll(key, known, expected, near);
		} else if (key === 'marshall_local_zero_over_zero') {
			const local = localMarshallRates(counts, denominators, neighbours);
			const withoutCase = ids.filter(
				(_, i) =>
					local[i] === 0 && [i, ...(neighbours[i] ?? [])].every((j) => !(Number(counts[j]) > 0))
			);
			comparison.same(key, withoutCase, expected);
		} else if (key === 'EBI_moran') {
			const { I, perm_p_greater } = v.parse(Moran, expected);
			const moran = rateMoran(counts, denominators, neighbours, PERMUTATIONS, 42);
			comparison.close(`${key}.I`, moran?.value, I, near);
			comparison.close(`${key}.perm_p_greater`, moran?.p, perm_p_greater, { abs: perm_p_abs });
		}
	}
}
