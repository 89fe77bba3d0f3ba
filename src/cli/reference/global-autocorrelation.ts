import * as v from 'valibot';
import { geary } from '#lib/stats/geary.ts';
import { globalMoran } from '#lib/stats/global-moran.ts';
import { moranPermutation } from '#lib/stats/moran-permutation.ts';
import { normalAbove, normalBeyond } from '#lib/stats/normal-distribution.ts';
import { weightsOf } from '#lib/stats/spatial-weights.ts';
import type { Allowed, Comparison } from './comparison.ts';
import type { Beside, ReferenceCase } from './reference-case.ts';
import { areasOfCase } from './weights-of-case.ts';

const Tolerance = v.object({
	abs: v.number(),
	rel: v.number(),
	p_abs: v.number(),
	perm_p_abs: v.number(),
	perm_mean_abs: v.number(),
	perm_sd_rel: v.number()
});
const STYLES = { row_standardised: 'row', binary: 'binary' } as const;
/** Random orders that we try, the same number for every case. */
const PERMUTATIONS = 49_999;

export function globalAutocorrelation(
	one: ReferenceCase,
	beside: Beside,
	comparison: Comparison
): void {
	const tolerance = v.parse(Tolerance, one.tolerance);
	const { values, neighbours } = areasOfCase(one, beside);
	for (const [key, style] of Object.entries(STYLES)) {
		const weights = weightsOf(neighbours, style);
		const [moran, c] = [globalMoran(values, weights), geary(values, weights)];
		const z = (variance = NaN): number =>
			((moran?.value ?? NaN) - (moran?.expected ?? NaN)) / Math.sqrt(variance);
		const permuted = moranPermutation(values, weights, PERMUTATIONS, 42);
		const byOrder = z(moran?.varianceRandomisation);
		const near: Allowed = { abs: tolerance.abs, rel: tolerance.rel };
		const likely: Allowed = { abs: tolerance.p_abs };
		const ours: Readonly<Record<string, readonly [number | undefined, Allowed]>> = {
			I: [moran?.value, near],
			EI: [moran?.expected, near],
			var_randomisation: [moran?.varianceRandomisation, near],
			z_randomisation: [byOrder, near],
			p_greater_randomisation: [normalAbove(byOrder), likely],
			p_two_sided_randomisation: [normalBeyond(byOrder), likely],
			var_normality: [moran?.varianceNormality, near],
			z_normality: [z(moran?.varianceNormality), near],
			geary_C: [c?.value, near],
			geary_var_randomisation: [c?.varianceRandomisation, near],
			geary_z_randomisation: [
				(1 - (c?.value ?? NaN)) / Math.sqrt(c?.varianceRandomisation ?? NaN),
				near
			],
			geary_var_normality: [c?.varianceNormality, near],
			perm_p_greater: [permuted?.p, { abs: tolerance.perm_p_abs }],
			perm_mean: [permuted?.mean, { abs: tolerance.perm_mean_abs }],
			perm_sd: [permuted?.deviation, { rel: tolerance.perm_sd_rel }]
		};
		const expected = v.parse(v.record(v.string(), v.unknown()), one.expected[key]);
		for (const [name, value] of Object.entries(expected)) {
			const at = `${key}.${name}`;
			if (name === 'perm_nsim') continue;
			const [number, allowed] = ours[name] ?? [undefined, near];
			comparison.close(at, number, value, allowed);
		}
	}
}
