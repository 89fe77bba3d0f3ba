import * as v from 'valibot';
import { discoveryThreshold } from '#lib/stats/discovery-threshold.ts';
import { giScores, giStarScores } from '#lib/stats/getis-ord.ts';
import { normalBeyond, zOfLevel } from '#lib/stats/normal-distribution.ts';
import { weightsOf, withSelf, type WeightStyle } from '#lib/stats/spatial-weights.ts';
import type { Comparison } from './comparison.ts';
import type { Beside, ReferenceCase } from './reference-case.ts';
import { areasOfCase } from './weights-of-case.ts';

const Tolerance = v.object({ abs: v.number(), rel: v.number() });
/** Share of false discoveries that the cases' threshold allows. */
const Q = 0.05;

export function getisOrd(one: ReferenceCase, beside: Beside, comparison: Comparison): void {
	const allowed = v.parse(Tolerance, one.tolerance);
	const { ids, kept, values, neighbours } = areasOfCase(one, beside);
	const gi = (style: WeightStyle): Float64Array => giScores(values, weightsOf(neighbours, style));
	const star = (style: WeightStyle): Float64Array =>
		giStarScores(values, weightsOf(withSelf(neighbours), style));
	const binary = star('binary');
	const p = binary.map(normalBeyond);
	/** Of all areas; null where there is none. */
	const ofAll = (numbers: Float64Array): (number | null)[] => {
		const all = ids.map((): number | null => null);
		kept.forEach((area, i) => {
			const number = numbers[i] ?? NaN;
			if (!Number.isNaN(number)) all[area] = number;
		});
		return all;
	};
	const scores: Readonly<Record<string, () => Float64Array>> = {
		Gi_z_row: () => gi('row'),
		Gi_z_binary: () => gi('binary'),
		Gistar_z_row: () => star('row'),
		Gistar_z_binary: () => binary,
		Gistar_p_two_sided_binary: () => p
	};
	for (const [key, expected] of Object.entries(one.expected)) {
		const [, side, level] = /^(hot|cold)_(\d+)$/.exec(key) ?? [];
		const numbers = scores[key];
		if (numbers) comparison.closeAll(key, ofAll(numbers()), expected, allowed);
		else if (key === 'fdr_threshold_Gistar_binary') {
			comparison.close(key, discoveryThreshold(p, Q), expected, allowed);
		} else if (side !== undefined) {
			const limit = zOfLevel(Number(level) / 100);
			const found = kept.filter((_, i) => {
				const z = binary[i] ?? NaN;
				return side === 'hot' ? z >= limit : z <= -limit;
			});
			comparison.same(
				key,
				found.map((area) => ids[area]),
				expected
			);
		}
	}
}
