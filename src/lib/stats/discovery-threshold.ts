/**
 * The largest p-value up to which findings are kept so that a share of at most `q` of them is false: the largest p(k) that
 * is not above q k ÷ m, 0 where there is none. Values that are not finite are no tests.
 *
 * Y. Benjamini and Y. Hochberg (1995); keeps the same findings as `p.adjust(method = "BH")` of R at q.
 */
export function discoveryThreshold(pValues: ArrayLike<number>, q: number): number {
	const sorted = Float64Array.from(Array.from(pValues).filter(Number.isFinite)).sort();
	for (let k = sorted.length; k > 0; k--) {
		const p = sorted[k - 1] ?? NaN;
		if (p <= (q * k) / sorted.length) return p;
	}
	return 0;
}
