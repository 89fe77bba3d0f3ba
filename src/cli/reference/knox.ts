import * as v from 'valibot';
import { poissonProbability } from '#lib/stats/discrete-probability.ts';
import { knox } from '#lib/stats/knox.ts';
import { planarPlaces } from '#lib/stats/places.ts';
import type { Allowed, Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Numbers = v.array(v.number());
const Inputs = v.object({ x: Numbers, y: Numbers, t: Numbers });
const Tolerance = v.object({ counts: v.literal('exact'), rel: v.number() });
const Runs = v.array(
	v.looseObject({ eps_s: v.number(), eps_t: v.number(), perm_p_greater: v.number() })
);
/** Random orders, the same number for every case. */
const DRAWS = 9999;

export function knoxTests(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const { x, y, t } = v.parse(Inputs, one.inputs);
	const { rel } = v.parse(Tolerance, one.tolerance);
	v.parse(Runs, one.expected['runs']).forEach(({ eps_s, eps_t, ...entries }, i) => {
		const ours = knox({
			places: planarPlaces(x, y),
			times: Float64Array.from(t),
			near: eps_s,
			soon: eps_t,
			draws: DRAWS,
			seed: 42
		});
		// surveillance's own p is that of more than there are.
		const more = ours && ours.poissonP - poissonProbability(ours.both, ours.expected);
		const theirP = entries.perm_p_greater;
		/** `max(0.003,4*sqrt(p(1-p)/nsim_yours))` */
		const likely = Math.max(0.003, 4 * Math.sqrt((theirP * (1 - theirP)) / DRAWS));
		const numbers: Readonly<Record<string, readonly [number | undefined, Allowed]>> = {
			X: [ours?.both, {}],
			pairs_close_space: [ours?.nearPairs, {}],
			pairs_close_time: [ours?.soonPairs, {}],
			pairs: [ours?.pairs, {}],
			expected: [ours?.expected, { rel }],
			variance_permutation_exact: [ours?.variance, { rel }],
			z: [ours?.z, { rel }],
			p_poisson_greater: [ours?.poissonP, { rel }],
			surveillance_poisson_p: [more, { rel }],
			perm_p_greater: [ours?.p, { abs: likely }]
		};
		for (const [name, value] of Object.entries(entries)) {
			const at = `runs.${String(i)}.${name}`;
			const [number, allowed] = numbers[name] ?? [];
			if (allowed) comparison.close(at, number, value, allowed);
			// Of theirs: the tolerance is by the number of ours.
			else comparison.holds(at, name === 'perm_nsim', 'unknown entry');
		}
	});
}
