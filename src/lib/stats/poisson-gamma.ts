import { gammaQuantile } from './gamma-quantile.ts';
import { gammaTails } from './incomplete-gamma.ts';

/** How relative risks spread over areas: gamma with this shape (ν) and rate (α); its mean is shape ÷ rate. */
export interface RiskSpread {
	readonly shape: number;
	readonly rate: number;
}

/** Cases and expected cases of areas. An area counts where both are finite, cases ≥ 0 and expected > 0. */
export interface ObservedExpected {
	readonly observed: Float64Array;
	readonly expected: Float64Array;
}

/** The areas that count, in their order. */
export function areasThatCount(
	observed: ArrayLike<number>,
	expected: ArrayLike<number>
): ObservedExpected {
	const kept: number[] = [];
	for (let i = 0; i < observed.length; i++) if (counts(observed[i], expected[i])) kept.push(i);
	return {
		observed: Float64Array.from(kept, (i) => observed[i] ?? NaN),
		expected: Float64Array.from(kept, (i) => expected[i] ?? NaN)
	};
}

function counts(observed = NaN, expected = NaN): boolean {
	return observed >= 0 && observed < Infinity && expected > 0 && expected < Infinity;
}

/** What is known of an area's relative risk once its cases are seen: gamma with shape y + ν and rate E + α. */
export interface RiskPosterior {
	readonly mean: number;
	readonly median: number;
	/** The middle 95 %. */
	readonly low: number;
	readonly high: number;
	/** Probability that the risk is above 1. */
	readonly above1: number;
}

/** Undefined where the area does not count, or shape and rate are not positive numbers. */
export function riskPosterior(
	{ shape, rate }: RiskSpread,
	observed: number,
	expected: number
): RiskPosterior | undefined {
	if (!counts(observed, expected) || !counts(0, shape) || !counts(0, rate)) return undefined;
	const [a, b] = [observed + shape, expected + rate];
	return {
		mean: a / b,
		median: gammaQuantile(0.5, a) / b,
		low: gammaQuantile(0.025, a) / b,
		high: gammaQuantile(0.975, a) / b,
		above1: gammaTails(a, b).above
	};
}
