/**
 * The p-quantile (0 ≤ p ≤ 1) of whole numbers that are known by bins only: linear within the bin in which a part p of
 * them is reached, from its edge to the last whole number before the next one. The last bin has no end: its edge is
 * given, and the true quantile may lie anywhere above. Never off by more than the width of a bin. Undefined for no
 * numbers.
 *
 * @param counts of each bin
 * @param edges lowest number of each bin, ascending
 */
export function binnedQuantile(
	counts: ArrayLike<number>,
	edges: readonly number[],
	p: number
): number | undefined {
	let total = 0;
	for (let i = 0; i < edges.length; i++) total += counts[i] ?? 0;
	if (total === 0 || !(p >= 0 && p <= 1)) return undefined;
	// As type 7 of Hyndman & Fan: between the order statistics around (n − 1) p, counted from zero.
	const rank = (total - 1) * p;
	let before = 0;
	for (let i = 0; i < edges.length; i++) {
		const count = counts[i] ?? 0;
		if (count > 0 && rank < before + count) {
			const low = edges[i] ?? NaN;
			const high = (edges[i + 1] ?? low + 1) - 1;
			const part = count === 1 ? 0.5 : Math.min(1, (rank - before) / (count - 1));
			return low + part * (high - low);
		}
		before += count;
	}
	return undefined;
}
