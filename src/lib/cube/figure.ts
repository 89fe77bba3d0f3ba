import type { Absence } from '#lib/domain/absence.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { byarInterval } from '#lib/stats/byar.ts';
import { wilsonInterval } from '#lib/stats/wilson.ts';

/**
 * One figure with all that it needs to be read: numerator, denominator, value and 95 % interval.
 * `value` is in the indicator's own unit (a count, a share between 0 and 1, a rate per `per`).
 * It is undefined where there is no denominator, and must not be judged where `state` is 'too_few'.
 */
export interface Figure {
	readonly numerator: number;
	/** NaN where the indicator has none, or it is not known. */
	readonly denominator: number;
	readonly value: number | undefined;
	readonly low: number | undefined;
	readonly high: number | undefined;
	readonly state: 'ok' | 'too_few' | 'no_denominator';
}

/** `denominator` is the tally or population that the indicator names; it is not read for a count. */
export function figureOf(indicator: Indicator, numerator: number, denominator: number): Figure {
	if (indicator.kind === 'count') return countFigure(numerator);
	if (!(denominator > 0)) {
		const none = { value: undefined, low: undefined, high: undefined };
		return { numerator, denominator, ...none, state: 'no_denominator' };
	}
	const enough =
		denominator >= indicator.smallestDenominator &&
		(indicator.kind !== 'rate' || numerator >= indicator.smallestNumerator);
	const state = enough ? 'ok' : 'too_few';
	if (indicator.kind === 'sum') {
		return {
			numerator,
			denominator,
			value: numerator,
			low: undefined,
			high: undefined,
			state: 'ok'
		};
	}
	if (indicator.kind === 'mean' || indicator.kind === 'days') {
		// Its interval is not to be had from two counts: see `areaMeasures`.
		const value = indicator.kind === 'mean' ? numerator / denominator : undefined;
		return { numerator, denominator, value, low: undefined, high: undefined, state };
	}
	if (indicator.kind === 'share') {
		const [low, high] = wilsonInterval(numerator, denominator) ?? [];
		return { numerator, denominator, value: numerator / denominator, low, high, state };
	}
	const scale = indicator.per / denominator;
	const [low, high] = byarInterval(numerator)?.map((limit) => limit * scale) ?? [];
	return { numerator, denominator, value: numerator * scale, low, high, state };
}

/** A number of cases with its Byar interval. */
export function countFigure(count: number): Figure {
	const [low, high] = byarInterval(count) ?? [];
	return { numerator: count, denominator: NaN, value: count, low, high, state: 'ok' };
}

/** A part of cases with its Wilson interval; whoever shows it says both numbers. */
export function partFigure(count: number, of: number): Figure {
	if (!(of > 0)) {
		const none = { value: undefined, low: undefined, high: undefined };
		return { numerator: count, denominator: of, ...none, state: 'no_denominator' };
	}
	const [low, high] = wilsonInterval(count, of) ?? [];
	return { numerator: count, denominator: of, value: count / of, low, high, state: 'ok' };
}

/** Why a figure must not be judged, or is none; undefined where it stands for itself. */
export function absenceOf({ state }: Figure): Absence | undefined {
	if (state === 'ok') return undefined;
	return state === 'too_few' ? 'too_few' : 'not_applicable';
}
