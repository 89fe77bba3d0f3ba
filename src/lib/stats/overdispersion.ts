import { ascendingFinite } from './ascending.ts';
import { quantileSorted } from './quantile.ts';

/**
 * How much more places differ from a target than chance makes them: the mean of their squared scores, after scores
 * beyond the quantiles `share` and 1 − `share` (type 7) are drawn in to them, so that the places that stand out do not
 * widen the limits they are judged by. 1 is what chance makes. Scores that are not finite are left out; undefined
 * where none is left.
 *
 * D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005), A.3.
 *
 * @param share 0 for no drawing in
 */
export function overdispersion(scores: ArrayLike<number>, share = 0.1): number | undefined {
	const ascending = ascendingFinite(scores);
	const low = quantileSorted(ascending, share);
	const high = quantileSorted(ascending, 1 - share);
	if (low === undefined || high === undefined) return undefined;
	const squares = ascending.map((z) => Math.min(high, Math.max(low, z)) ** 2);
	return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** By how much limits widen, or scores shrink: √φ, and never below 1. */
export function overdispersionFactor(phi: number): number {
	return Math.sqrt(Math.max(phi, 1));
}
