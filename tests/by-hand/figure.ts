import type { Area, Counts, Indicator } from './city.ts';
import { byar, wilson } from './interval.ts';

/** A value with what it is made of; `judged` is false where there are too few to say anything. */
export interface Figure {
	readonly numerator: number;
	/** Undefined where nothing is divided by. */
	readonly denominator: number | undefined;
	/** Undefined where the denominator is 0. */
	readonly value: number | undefined;
	readonly interval: readonly [low: number, high: number] | undefined;
	readonly judged: boolean;
}

/** Fewer residents, cases of a rate, or cases under a share than these: too few to judge. */
const LEAST_RESIDENTS = 200;
const LEAST_CASES = 5;
const LEAST_UNDER_SHARE = 20;

export function figureOf(indicator: Indicator, counts: Counts | undefined, area: Area): Figure {
	const numerator = counts?.[indicator.numerator] ?? 0;
	if (indicator.kind === 'count') {
		return {
			numerator,
			denominator: undefined,
			value: numerator,
			interval: byar(numerator),
			judged: true
		};
	}
	if (indicator.kind === 'rate') {
		const { population } = area;
		const [low, high] = byar(numerator);
		return {
			numerator,
			denominator: population,
			value: (numerator / population) * 10_000,
			interval: [(low / population) * 10_000, (high / population) * 10_000],
			judged: population >= LEAST_RESIDENTS && numerator >= LEAST_CASES
		};
	}
	const denominator = counts?.[indicator.denominator ?? ''] ?? 0;
	const isEmpty = denominator === 0;
	return {
		numerator,
		denominator,
		value: isEmpty ? undefined : numerator / denominator,
		interval: isEmpty ? undefined : wilson(numerator, denominator),
		judged: denominator >= LEAST_UNDER_SHARE
	};
}
