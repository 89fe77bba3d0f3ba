/**
 * The share of draws, what there is among them, on one side: (1 + how many) ÷ (draws + 1). Never below 1 ÷ (draws + 1), and
 * up to any α no more often than α where nothing is there. NaN without draws.
 */
export function oneSidedP(count: number, draws: number): number {
	return draws > 0 ? (count + 1) / (draws + 1) : NaN;
}

/**
 * The smaller of both sides, ties counted in both, as GeoDa and esda print it but for ties: they count those on one side
 * only, and where all draws tie find the smallest p there is. At most about ½, and so half of a two-sided p.
 */
export function foldedP(asHigh: number, asLow: number, draws: number): number {
	return oneSidedP(Math.min(asHigh, asLow), draws);
}

/** Twice the smaller side, at most 1: of a test that would have been taken on either side. */
export function twoSidedP(asHigh: number, asLow: number, draws: number): number {
	return Math.min(1, 2 * foldedP(asHigh, asLow, draws));
}
