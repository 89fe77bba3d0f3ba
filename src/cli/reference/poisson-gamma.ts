import * as v from 'valibot';
import { spreadByMoments } from '#lib/stats/clayton-kaldor.ts';
import { spreadByLikelihood } from '#lib/stats/poisson-gamma-likelihood.ts';
import { riskPosterior, type RiskPosterior, type RiskSpread } from '#lib/stats/poisson-gamma.ts';
import type { Allowed, Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Numbers = v.array(v.nullable(v.number()));
const Inputs = v.object({ count: Numbers, expected: Numbers });
const Tolerance = v.object({ abs: v.number(), rel: v.number(), clayton_kaldor_rel: v.number() });
const Entries = v.record(v.string(), v.unknown());

/** How each entry of a smoothing is called in a case: a number of the spread, or one an area. */
const SPREAD: Readonly<Record<string, (spread: RiskSpread) => number>> = {
	nu: ({ shape }) => shape,
	alpha: ({ rate }) => rate,
	shape: ({ shape }) => shape,
	rate: ({ rate }) => rate,
	mean: ({ shape, rate }) => shape / rate,
	beta0: ({ shape, rate }) => Math.log(shape / rate)
};
const AREAS: Readonly<Record<string, keyof RiskPosterior>> = {
	RR: 'mean',
	RRmed: 'median',
	lo95: 'low',
	hi95: 'high',
	p_RR_gt_1: 'above1'
};
/** SpatialEpi calls the shape alpha. */
const SPATIALEPI = { ...SPREAD, alpha: ({ shape }: RiskSpread) => shape };

export function poissonGamma(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const inputs = v.parse(Inputs, one.inputs);
	const tolerance = v.parse(Tolerance, one.tolerance);
	const observed = inputs.count.map((value) => value ?? NaN);
	const expected = inputs.expected.map((value) => value ?? NaN);
	const compare = (
		name: string,
		spread: RiskSpread | undefined,
		names: typeof SPREAD,
		allowed: Allowed
	): void => {
		for (const [key, value] of Object.entries(v.parse(Entries, one.expected[name]))) {
			const at = `${name}.${key}`;
			const [number, area] = [names[key], AREAS[key]];
			if (key === 'loglik') continue;
			if (number) comparison.close(at, spread && number(spread), value, allowed);
			else if (area) {
				const ours = observed.map((y, i) => spread && riskPosterior(spread, y, expected[i] ?? NaN));
				comparison.closeAll(
					at,
					ours.map((posterior) => posterior?.[area]),
					value,
					allowed
				);
			} else comparison.holds(at, false, 'unknown entry');
		}
	};
	const { abs, rel } = tolerance;
	const likely = spreadByLikelihood(observed, expected);
	for (const [key, value] of Object.entries(one.expected)) {
		if (key === 'SMR') {
			const smr = observed.map((y, i) => (expected[i] ? y / expected[i] : null));
			comparison.closeAll(key, smr, value, { abs, rel });
		} else if (key === 'clayton_kaldor_moment') {
			const byMoments = spreadByMoments(observed, expected);
			compare(key, byMoments, SPREAD, { rel: tolerance.clayton_kaldor_rel });
		} else if (key === 'ml') {
			compare(key, likely, SPREAD, { abs, rel });
			const { loglik } = v.parse(v.looseObject({ loglik: v.number() }), value);
			const isHighEnough = (likely?.logLikelihood ?? -Infinity) >= loglik - abs;
			comparison.holds('ml.loglik', isHighEnough, `at least ${String(loglik)} less ${String(abs)}`);
		} else if (key === 'spatialepi_eBayes') compare(key, likely, SPATIALEPI, { abs, rel });
	}
}
