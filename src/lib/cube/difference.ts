import type { Indicator } from '#lib/domain/indicator.ts';
import { adjustedForMany } from '#lib/stats/benjamini-hochberg.ts';
import { rateRatio, shareDifference, type Estimate } from '#lib/stats/change-interval.ts';
import { ratesDiffer, sharesDiffer } from '#lib/stats/exact-comparison.ts';
import { countFigure, figureOf, partFigure, type Figure } from './figure.ts';

/** How far one figure lies from another: as a ratio of rates or counts, or in points of shares (between −1 and 1). */
export interface Change extends Estimate {
	readonly kind: 'ratio' | 'points';
}

/** Two figures side by side; `p` is of an exact two-sided test, 1 where nothing can be judged. */
export interface Difference {
	readonly own: Figure;
	readonly other: Figure;
	readonly change: Change | undefined;
	/** Whether the two can be compared; `too_few` also where no outcome of so few cases could be beyond chance. */
	readonly state: Figure['state'];
	readonly p: number;
}

export interface Judged extends Difference {
	readonly isBeyond: boolean;
}

/** A numerator with its denominator, as the indicator names it, and the exposure in which it arose. */
export interface Part {
	readonly count: number;
	/** Cases or residents; not read for a count. */
	readonly of: number;
	/** Days, or days × residents; not read for a share. */
	readonly exposure: number;
}

/** False findings among the differences that are called beyond chance: at most this share, expected. */
const FALSE_SHARE = 0.05;

/** Below this many cases a part of them is not compared. */
const SMALLEST_PART = 10;

/** Compares an indicator of two sets of cases that share none: counts and rates by their exposure, shares as they are. */
export function differenceOf(indicator: Indicator, own: Part, other: Part): Difference {
	const a = figureOf(indicator, own.count, own.of);
	const b = figureOf(indicator, other.count, other.of);
	if (indicator.kind === 'share') return ofShares(a, b, worst(a, b));
	const isRateOfFew =
		indicator.kind === 'rate' &&
		(own.count + other.count < indicator.smallestNumerator ||
			Math.min(own.of, other.of) < indicator.smallestDenominator);
	return ofRates(a, b, [own.exposure, other.exposure], isRateOfFew);
}

/** Compares counts over so many days each: types of dispute in two periods. */
export function countDifference(
	[a, b]: readonly [number, number],
	days: readonly [number, number]
): Difference {
	return ofRates(countFigure(a), countFigure(b), days, false);
}

/** Compares parts of two sets of cases, `a` of `n` and `b` of `m`. */
export function partDifference(a: number, n: number, b: number, m: number): Difference {
	const [own, other] = [partFigure(a, n), partFigure(b, m)];
	const isFew = n < SMALLEST_PART || m < SMALLEST_PART;
	return ofShares(own, other, isFew ? 'too_few' : 'ok');
}

/** Which of many differences are beyond chance: p-values adjusted over those that can be judged. */
export function judged<T extends Difference>(differences: readonly T[]): (T & Judged)[] {
	const able = differences.filter(({ state }) => state === 'ok');
	const adjusted = adjustedForMany(able.map(({ p }) => p));
	const beyond = new Set(able.filter((_, i) => (adjusted[i] ?? 1) <= FALSE_SHARE));
	return differences.map((one) => ({ ...one, isBeyond: beyond.has(one) }));
}

function ofRates(
	own: Figure,
	other: Figure,
	[e, f]: readonly [number, number],
	isFew: boolean
): Difference {
	const [a, b] = [own.numerator, other.numerator];
	const ratio = rateRatio(a, e, b, f);
	const change: Change | undefined = ratio && { ...ratio, kind: 'ratio' };
	if (!(e > 0 && f > 0)) return { own, other, change, state: 'no_denominator', p: 1 };
	// All cases on one side is the most that they can say.
	const smallest = Math.min(ratesDiffer(a + b, e, 0, f), ratesDiffer(0, e, a + b, f));
	if (isFew || smallest > FALSE_SHARE) return { own, other, change, state: 'too_few', p: 1 };
	return { own, other, change, state: 'ok', p: ratesDiffer(a, e, b, f) };
}

function ofShares(own: Figure, other: Figure, state: Figure['state']): Difference {
	const cells = [own.numerator, own.denominator, other.numerator, other.denominator] as const;
	const points = shareDifference(...cells);
	const change: Change | undefined = points && { ...points, kind: 'points' };
	return { own, other, change, state, p: state === 'ok' ? sharesDiffer(...cells) : 1 };
}

function worst(a: Figure, b: Figure): Figure['state'] {
	const states = [a.state, b.state];
	return (['no_denominator', 'too_few'] as const).find((one) => states.includes(one)) ?? 'ok';
}
