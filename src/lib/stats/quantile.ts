/**
 * The p-quantile (0 ≤ p ≤ 1) of values in ascending order, by linear interpolation between order
 * statistics: type 7 of Hyndman & Fan (1996), R's default. The quantile of nothing is undefined.
 */
export function quantileSorted(ascending: ArrayLike<number>, p: number): number | undefined {
	const n = ascending.length;
	if (n === 0 || !(p >= 0 && p <= 1)) return undefined;
	const h = (n - 1) * p;
	const below = Math.floor(h);
	const low = ascending[below] ?? NaN;
	const high = ascending[Math.min(below + 1, n - 1)] ?? NaN;
	return low + (h - below) * (high - low);
}
