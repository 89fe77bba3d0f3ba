import * as v from 'valibot';
import { exactFunnelLimit, funnelScore, normalFunnelLimit } from '#lib/stats/funnel-limits.ts';
import { zOfLevel } from '#lib/stats/normal-distribution.ts';
import { overdispersion, overdispersionFactor } from '#lib/stats/overdispersion.ts';
import type { Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Numbers = v.array(v.nullable(v.number()));
const Inputs = v.object({ ids: v.array(v.string()), count: Numbers, denominator: Numbers });
const Tolerance = v.object({ abs: v.number(), rel: v.number() });
const Entries = v.record(v.string(), v.unknown());

/** `95` is 0.95, `998` is 0.998. */
const levelOf = (digits: string): number => Number(`0.${digits}`);

export function funnel(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const { ids, count, denominator } = v.parse(Inputs, one.inputs);
	const allowed = v.parse(Tolerance, one.tolerance);
	const areas = ids.map((id, i) => {
		const [x, n] = [count[i] ?? NaN, denominator[i] ?? NaN];
		return { id, x, n, counts: x >= 0 && n > 0 };
	});
	const there = areas.filter(({ counts }) => counts);
	const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
	const target = sum(there.map(({ x }) => x)) / sum(there.map(({ n }) => n));
	const scores = areas.map(({ x, n }) => funnelScore(target, x / n, n) ?? NaN);
	const factor = overdispersionFactor(overdispersion(scores) ?? NaN);
	const known = (values: readonly number[]) =>
		values.map((value) => (Number.isNaN(value) ? null : value));
	const exact = (n: number, side: string, level: number): number | undefined =>
		exactFunnelLimit(target, n, side === 'lo' ? (1 - level) / 2 : (1 + level) / 2);
	const normal = (n: number, side: string, level: number): number | undefined =>
		normalFunnelLimit(target, n, side === 'lo' ? -zOfLevel(level) : zOfLevel(level));
	const limits = (key: string, expected: unknown, limit: typeof exact): void => {
		for (const [name, value] of Object.entries(v.parse(Entries, expected))) {
			const [, side = '', digits = ''] = /^(lo|hi)(\d+)$/.exec(name) ?? [];
			const ours = areas.map(({ n, counts }) =>
				counts ? limit(n, side, levelOf(digits)) : undefined
			);
			comparison.closeAll(`${key}.${name}`, ours, value, allowed);
		}
	};
	for (const [key, expected] of Object.entries(one.expected)) {
		const [, digits] = /^outside_exact(\d+)$/.exec(key) ?? [];
		const [, percent] = /^phi_winsorised(\d+)$/.exec(key) ?? [];
		if (key === 'target') comparison.close(key, target, expected, allowed);
		else if (key === 'exact') limits(key, expected, exact);
		else if (key === 'normal') limits(key, expected, normal);
		else if (key === 'z') comparison.closeAll(key, known(scores), expected, allowed);
		else if (percent !== undefined) {
			comparison.close(key, overdispersion(scores, Number(percent) / 100), expected, allowed);
		} else if (key === 'phi_raw') {
			comparison.close(key, overdispersion(scores, 0), expected, allowed);
		} else if (key === 'overdispersed') {
			const { z_adjusted, factor: theirs } = v.parse(
				v.strictObject({ factor: v.unknown(), z_adjusted: v.unknown() }),
				expected
			);
			comparison.close(`${key}.factor`, factor, theirs, allowed);
			const adjusted = known(scores.map((z) => z / factor));
			comparison.closeAll(`${key}.z_adjusted`, adjusted, z_adjusted, allowed);
		} else if (digits !== undefined) {
			const level = levelOf(digits);
			const outside = there.filter(({ x, n }) => {
				const [low = NaN, high = NaN] = [exact(n, 'lo', level), exact(n, 'hi', level)];
				return x / n < low || x / n > high;
			});
			comparison.same(
				key,
				outside.map(({ id }) => id),
				expected
			);
		}
	}
}
