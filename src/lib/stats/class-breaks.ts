import { ascendingFinite } from './ascending.ts';
import { meanAndDeviation } from './moments.ts';
import { prettyTicks } from './pretty.ts';
import { quantileSorted } from './quantile.ts';

/**
 * Class limits from the lower end of the lowest class to the upper end of the highest, unrounded, as `classIntervals`
 * of R's classInt has them. Values that are not finite are left out. Of nothing there are no limits; where all values
 * are equal, that value is the only one.
 *
 * R. Bivand, classInt; see docs/methods/classes.md for when to use which.
 */

/** `classes` + 1 quantiles of type 7. Where values repeat, so may limits. */
export function quantileLimits(values: ArrayLike<number>, classes: number): number[] {
	return limits(values, (ascending) =>
		steps(classes, (share) => quantileSorted(ascending, share) ?? NaN)
	);
}

/** `classes` intervals of equal width, from the lowest to the highest value. */
export function equalLimits(values: ArrayLike<number>, classes: number): number[] {
	return limits(values, (_, low, high) =>
		steps(classes, (share) => (share === 1 ? high : low + share * (high - low)))
	);
}

/** About `classes` intervals between round numbers that cover all values. */
export function prettyLimits(values: ArrayLike<number>, classes: number): number[] {
	return limits(values, (_, low, high) => prettyTicks(low, high, classes));
}

/**
 * Round numbers of standard deviations on both sides of the mean, about `classes` intervals; without `classes` as many
 * as Sturges' rule gives (1926: ⌈log₂ n + 1⌉).
 */
export function deviationLimits(values: ArrayLike<number>, classes?: number): number[] {
	return limits(values, (ascending, low, high) => {
		const { mean, deviation } = meanAndDeviation(ascending);
		const about = classes ?? Math.ceil(Math.log2(ascending.length) + 1);
		const ticks = prettyTicks((low - mean) / deviation, (high - mean) / deviation, about);
		return ticks.map((tick) => tick * deviation + mean);
	});
}

/**
 * Head/tail breaks: parts at the mean, then the part above at its own mean, as long as a part above holds at most
 * `share` of what was parted. For values of which few are large.
 *
 * B. Jiang, "Head/tail breaks: a new classification scheme for data with a heavy-tailed distribution",
 * The Professional Geographer 65 (2013).
 */
export function headTailLimits(values: ArrayLike<number>, share = 0.4): number[] {
	return limits(values, (ascending, low, high) => {
		const found = [low];
		let head = ascending;
		for (;;) {
			const { mean } = meanAndDeviation(head);
			found.push(mean);
			const above = head.filter((value) => value > mean);
			if (above.length <= 1 || above.length > share * head.length) break;
			head = above;
		}
		return [...new Set([...found, high])].sort((a, b) => a - b);
	});
}

function limits(
	values: ArrayLike<number>,
	between: (ascending: Float64Array, low: number, high: number) => number[]
): number[] {
	const ascending = ascendingFinite(values);
	const low = ascending[0];
	const high = ascending.at(-1);
	if (low === undefined || high === undefined) return [];
	return low === high ? [low] : between(ascending, low, high);
}

function steps(classes: number, at: (share: number) => number): number[] {
	const k = Math.max(1, Math.floor(classes) || 1);
	return Array.from({ length: k + 1 }, (_, i) => at(i / k));
}
