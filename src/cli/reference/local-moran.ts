import * as v from 'valibot';
import { discoveryThreshold } from '#lib/stats/discovery-threshold.ts';
import { localMoranTest } from '#lib/stats/local-moran-test.ts';
import { localMoran, type LocalMoments, type Quadrant } from '#lib/stats/local-moran.ts';
import type { LocalTest } from '#lib/stats/local-test.ts';
import { weightsOf } from '#lib/stats/spatial-weights.ts';
import type { Comparison } from './comparison.ts';
import type { Beside, ReferenceCase } from './reference-case.ts';
import { areasOfCase } from './weights-of-case.ts';

const RULE = 'max(0.004, 4*sqrt(p(1-p)/nsim_yours))';
const Tolerance = v.object({ abs: v.number(), rel: v.number(), perm_p_abs: v.literal(RULE) });
const Moments = v.strictObject({
	E: v.unknown(),
	Var: v.unknown(),
	z: v.unknown(),
	p_two_sided: v.unknown()
});
const Numbers = v.array(v.nullable(v.number()));
const Names = v.array(v.string());
const Permuted = v.object({ p_folded: Numbers, p_two_sided: Numbers });
const Findings = v.strictObject({
	alpha: v.number(),
	method: v.string(),
	threshold_perm_folded: v.number(),
	significant_perm_folded: Names,
	threshold_analytic_conditional: v.unknown(),
	significant_analytic_conditional: v.unknown()
});
/** As many as the reference made, the same number for every case. */
const DRAWS = 99_999;
const LABELS: Readonly<Record<Quadrant, string>> = {
	'high-high': 'High-High',
	'low-low': 'Low-Low',
	'high-low': 'High-Low',
	'low-high': 'Low-High',
	isolate: 'isolate'
};

/**
 * The reference draws neighbours with replacement; so do we here, but not by default (`local-moran-test.ts`). Its p-values
 * are made from our counts by its own rules for ties. `perm.E` and `perm.Var` are left out: for them the cases state no
 * tolerance, and they are errors of draws about `conditional`, which is compared.
 */
export function localMoranCase(one: ReferenceCase, beside: Beside, comparison: Comparison): void {
	const { abs, rel } = v.parse(Tolerance, one.tolerance);
	const near = { abs, rel };
	const { ids, kept, values, neighbours } = areasOfCase(one, beside);
	const weights = weightsOf(neighbours, 'row');
	const moran = localMoran(values, weights);
	const options = { seed: 42, withReplacement: true, steps: [DRAWS] };
	const test = localMoranTest(values, weights, options);
	if (!moran || !test) return;
	/** Of all areas; null where there is none. */
	const ofAll = <T>(some: ArrayLike<T>): (T | null)[] => {
		const all = ids.map((): T | null => null);
		kept.forEach((area, i) => {
			const one = some[i];
			if (one !== undefined && !Number.isNaN(one)) all[area] = one;
		});
		return all;
	};
	const folded = ofAll(foldedAsGeoDa(test));
	const found = (p: readonly (number | null)[], threshold: number): string[] =>
		ids.filter((_, i) => (p[i] ?? 1) <= threshold);
	for (const [key, expected] of Object.entries(one.expected)) {
		if (key === 'Ii') comparison.closeAll(key, ofAll(moran.value), expected, near);
		else if (key === 'conditional' || key === 'total_randomisation') {
			const moments = key === 'conditional' ? moran.conditional : moran.total;
			compareMoments(key, moments, expected);
		} else if (key === 'quadrant') {
			comparison.same(key, ofAll(moran.quadrant.map((quadrant) => LABELS[quadrant])), expected);
		} else if (key === 'perm') {
			const theirs = v.parse(Permuted, expected);
			compareLikely(`${key}.p_folded`, folded, theirs.p_folded);
			compareLikely(`${key}.p_two_sided`, ofAll(twoSidedAsSpdep(test)), theirs.p_two_sided);
		} else if (key === 'fdr') compareFindings(key, v.parse(Findings, expected));
		else if (key === 'significant_005_perm_folded') {
			compareSets(key, found(folded, 0.05), v.parse(Names, expected), 0.05);
		}
	}

	function compareMoments(key: string, moments: LocalMoments, expected: unknown): void {
		const { E, Var, z, p_two_sided } = v.parse(Moments, expected);
		comparison.closeAll(`${key}.E`, ofAll(moments.expected), E, near);
		comparison.closeAll(`${key}.Var`, ofAll(moments.variance), Var, near);
		comparison.closeAll(`${key}.z`, ofAll(moments.z), z, near);
		comparison.closeAll(`${key}.p_two_sided`, ofAll(moments.p), p_two_sided, near);
	}

	function compareLikely(
		key: string,
		ours: readonly (number | null)[],
		theirs: readonly (number | null)[]
	): void {
		comparison.same(key, ours.length, theirs.length);
		theirs.forEach((p, i) => {
			comparison.close(`${key}.${String(i)}`, ours[i], p, { abs: errorOf(p ?? 0) });
		});
	}

	function compareFindings(key: string, expected: v.InferOutput<typeof Findings>): void {
		const { alpha, threshold_perm_folded: theirs } = expected;
		const analytic = ofAll(moran?.conditional.p ?? []);
		const threshold = discoveryThreshold(moran?.conditional.p ?? [], alpha);
		const name = 'analytic_conditional';
		comparison.close(
			`${key}.threshold_${name}`,
			threshold,
			expected.threshold_analytic_conditional,
			near
		);
		comparison.same(
			`${key}.significant_${name}`,
			found(analytic, threshold),
			expected.significant_analytic_conditional
		);
		const ours = discoveryThreshold(
			folded.map((p) => p ?? NaN),
			alpha
		);
		comparison.close(`${key}.threshold_perm_folded`, ours, theirs, { abs: errorOf(theirs) });
		const names = expected.significant_perm_folded;
		compareSets(`${key}.significant_perm_folded`, found(folded, ours), names, theirs);
	}

	/** Sets may differ in areas whose p is as near to the threshold as draws can tell. */
	function compareSets(
		key: string,
		ours: readonly string[],
		theirs: readonly string[],
		threshold: number
	): void {
		const unlike = ids.filter((id, i) => {
			const p = folded[i] ?? NaN;
			const isNear = Math.abs(p - threshold) <= errorOf(p);
			return ours.includes(id) !== theirs.includes(id) && !isNear;
		});
		comparison.same(key, unlike, []);
	}
}

/** The cases' rule, `RULE`. */
function errorOf(p: number): number {
	return Math.max(0.004, 4 * Math.sqrt((p * (1 - p)) / DRAWS));
}

/** (1 + the fewer of draws at least as high and of draws below) ÷ (draws + 1). */
function foldedAsGeoDa({ asHigh, draws }: LocalTest): Float64Array {
	return Float64Array.from(draws, (made, i) => {
		const high = asHigh[i] ?? 0;
		return made > 0 ? (Math.min(high, made - high) + 1) / (made + 1) : NaN;
	});
}

/** By the rank among all draws and itself, in the middle of ties: how far from the middle rank. */
function twoSidedAsSpdep({ asHigh, asLow, draws }: LocalTest): Float64Array {
	return Float64Array.from(draws, (made, i) => {
		const [high, low] = [asHigh[i] ?? 0, asLow[i] ?? 0];
		const rank = made - high + 1 + (high + low - made) / 2;
		return made > 0 ? 1 - (2 * Math.abs(rank - (made + 1) / 2)) / (made + 1) : NaN;
	});
}
