import { adjustedForMany } from './benjamini-hochberg.ts';
import { giStarScores } from './getis-ord.ts';
import { hotSpotClass, type HotSpotClass } from './hot-spot-class.ts';
import { mannKendall, type Trend } from './mann-kendall.ts';
import { normalBeyond } from './normal-distribution.ts';
import type { SpatialWeights } from './spatial-weights.ts';
import { checkFinite, checkWithin, StatsError } from './stats-error.ts';

export interface EmergingHotSpots {
	/** Gi* of each bin, areas in their order; all 0 in a bin where all areas have the same value. */
	readonly scores: readonly Float64Array[];
	/** By area, of its scores over the bins; undefined for fewer than two bins. */
	readonly trends: readonly (Trend | undefined)[];
	readonly hot: readonly HotSpotClass[];
	readonly cold: readonly HotSpotClass[];
}

export interface EmergingOptions {
	/** A score is hot or cold where its two-sided p is at most this: 0.05 where it is left out. */
	readonly level?: number;
	/**
	 * Whether p is first adjusted for the areas times bins that are tested, and trends' for the areas (Benjamini and
	 * Hochberg): then a share of `level` of what is found may be false. Without it one area in twenty is hot or cold in
	 * any bin by chance alone.
	 */
	readonly isAdjusted?: boolean;
}

/** Scores that differ by no more are the same: equal ones of two bins differ in what rounding leaves. */
const SAME = 1e-10;

/**
 * How hot and cold spots come and go: Gi* in each bin of time by itself, Mann–Kendall over each area's scores, and the
 * class that the two make.
 *
 * The values of a bin are those of all areas; rates, so as not to map where people live. Throws StatsError for bins of
 * unlike length and values that are missing; no bins give no class but `none`. ArcGIS takes neighbours in the bins before
 * as well; here a bin has only its own.
 *
 * A. Getis and J. K. Ord (1995); M. G. Kendall (1975). Agrees with spdep's `localG` bin by bin, and with the rules in
 * tests/reference/ehsa_*.json.
 *
 * @param bins values by area, a bin each, in time order
 * @param weights neighbours with each area among its own: see `withSelf`
 */
export function emergingHotSpots(
	bins: readonly Float64Array[],
	weights: SpatialWeights,
	{ level = 0.05, isAdjusted = false }: EmergingOptions = {}
): EmergingHotSpots {
	const areas = weights.start.length - 1;
	checkWithin('level', level, 0, 1);
	if (areas < 0) throw new StatsError('lengths-differ', 'weights');
	for (const values of bins) checkFinite('values of a bin', values, areas);
	const scores = bins.map((values) =>
		giStarScores(values, weights).map((z) => (Number.isNaN(z) ? 0 : z))
	);
	const judged = (p: readonly number[]): boolean[] =>
		(isAdjusted ? adjustedForMany(p) : p).map((one) => one <= level);
	const isFound = judged(scores.flatMap((some) => Array.from(some, normalBeyond)));
	const trends = Array.from({ length: areas }, (_, area) =>
		mannKendall(scores.map((some) => Math.round((some[area] ?? NaN) / SAME) * SAME))
	);
	// A trend at exactly the level is none, as the reference has it; a score at it is hot.
	const isTrend = (isAdjusted ? adjustedForMany : Array.from<number>)(
		trends.map((trend) => trend?.p ?? NaN)
	).map((p) => p < level);
	const classes = (sign: 1 | -1): HotSpotClass[] =>
		trends.map((trend, area) => {
			const isBeyond = (side: number): boolean[] =>
				scores.map((some, bin) => {
					const isSide = Math.sign(some[area] ?? 0) === side;
					return isSide && isFound[bin * areas + area] === true;
				});
			const up = isTrend[area] === true ? Math.sign(trend?.s ?? 0) * sign : 0;
			return hotSpotClass({ isHot: isBeyond(sign), isCold: isBeyond(-sign), trend: up });
		});
	return { scores, trends, hot: classes(1), cold: classes(-1) };
}
