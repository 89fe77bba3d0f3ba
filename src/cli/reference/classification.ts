import * as v from 'valibot';
import {
	deviationLimits,
	equalLimits,
	headTailLimits,
	quantileLimits
} from '#lib/stats/class-breaks.ts';
import { naturalClasses } from '#lib/stats/fisher-jenks.ts';
import { ascendingFinite } from '#lib/stats/ascending.ts';
import { meanAndDeviation } from '#lib/stats/moments.ts';
import type { Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Inputs = v.object({ x: v.array(v.nullable(v.number())) });
const Tolerance = v.object({
	gvf_abs: v.number(),
	within_ss_rel: v.number(),
	breaks_abs: v.number()
});
const ByClasses = v.looseObject({ fisher_jenks: v.record(v.string(), v.unknown()) });
type Widths = v.InferOutput<typeof Tolerance>;

/** The kinds of an expected entry: `k5`, `headtails_thr0.4` and the like carry their parameter in the name. */
export function classification(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const x = v.parse(Inputs, one.inputs).x.map((value) => value ?? NaN);
	const widths = v.parse(Tolerance, one.tolerance);
	const near = { abs: widths.breaks_abs };
	const { mean, deviation } = meanAndDeviation(ascendingFinite(x));
	for (const [key, expected] of Object.entries(one.expected)) {
		const [, k] = /^k(\d+)$/.exec(key) ?? [];
		const [, share] = /^headtails_thr([\d.]+)$/.exec(key) ?? [];
		if (k !== undefined) byClasses(key, x, Number(k), expected, widths, comparison);
		else if (share !== undefined) {
			comparison.closeAll(key, headTailLimits(x, Number(share)), expected, near);
		} else if (key === 'sd_pretty_breaks') {
			comparison.closeAll(key, deviationLimits(x), expected, near);
		} else if (key === 'mean') comparison.close(key, mean, expected, near);
		else if (key === 'sd') comparison.close(key, deviation, expected, near);
		else if (key.startsWith('box_hinge')) {
			const { q } = v.parse(v.strictObject({ q: v.unknown() }), expected);
			comparison.closeAll(`${key}.q`, quantileLimits(x, 4), q, near);
		}
	}
}

function byClasses(
	key: string,
	x: readonly number[],
	k: number,
	expected: unknown,
	widths: Widths,
	comparison: Comparison
): void {
	const near = { abs: widths.breaks_abs };
	const { fisher_jenks: natural, ...others } = v.parse(ByClasses, expected);
	const ours = naturalClasses(x, k);
	// Where two partings are equally good, either is right: then the sum of squares decides.
	const squares = Number(natural['within_ss']);
	const isAsGood = Math.abs(ours.withinSquares - squares) <= widths.within_ss_rel * squares;
	const isOther = JSON.stringify(ours.counts) !== JSON.stringify(natural['class_counts']);
	for (const [name, value] of Object.entries(natural)) {
		const at = `${key}.fisher_jenks.${name}`;
		if (name === 'gvf') comparison.close(at, ours.goodness, value, { abs: widths.gvf_abs });
		else if (name === 'within_ss') {
			comparison.close(at, ours.withinSquares, value, { rel: widths.within_ss_rel });
		} else if (isAsGood && isOther) comparison.holds(at, true, 'another parting, as good');
		else if (name === 'class_counts') comparison.same(at, ours.counts, value);
		else if (name === 'breaks') comparison.closeAll(at, ours.breaks, value, near);
		else if (name === 'class_min') comparison.closeAll(at, ours.least, value, near);
		else if (name === 'class_max') comparison.closeAll(at, ours.greatest, value, near);
		else comparison.holds(at, false, 'unknown entry');
	}
	for (const [name, value] of Object.entries(others)) {
		const at = `${key}.${name}`;
		if (name === 'quantile_type7') comparison.closeAll(at, quantileLimits(x, k), value, near);
		else if (name === 'equal') comparison.closeAll(at, equalLimits(x, k), value, near);
		else comparison.holds(at, false, 'unknown entry');
	}
}
