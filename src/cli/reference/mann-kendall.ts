import * as v from 'valibot';
import { mannKendall, type Trend } from '#lib/stats/mann-kendall.ts';
import type { Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Inputs = v.object({ series: v.record(v.string(), v.array(v.nullable(v.number()))) });
const Tolerance = v.object({ abs: v.number(), rel: v.number() });
const Expected = v.record(v.string(), v.record(v.string(), v.unknown()));

const NAMES: Readonly<Record<string, keyof Trend>> = {
	n: 'n',
	S: 's',
	varS: 'variance',
	z: 'z',
	p_two_sided: 'p',
	tau_b: 'tau',
	sen_slope: 'slope',
	sen_intercept: 'intercept'
};

/** Trends of several series, each under its own name. */
export function mannKendallTrends(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const { series } = v.parse(Inputs, one.inputs);
	const allowed = v.parse(Tolerance, one.tolerance);
	for (const [name, entries] of Object.entries(v.parse(Expected, one.expected))) {
		const trend = mannKendall((series[name] ?? []).map((value) => value ?? NaN));
		for (const [key, expected] of Object.entries(entries)) {
			const entry = NAMES[key];
			const ours = entry && trend?.[entry];
			comparison.close(`${name}.${key}`, ours, expected, allowed);
		}
	}
}
