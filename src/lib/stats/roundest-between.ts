/**
 * The number with the fewest significant digits that is above `low` and not above `high`; `high` itself where no shorter
 * one lies there, or where they are not apart.
 */
export function roundestBetween(low: number, high: number): number {
	if (!(high > low) || !Number.isFinite(low)) return high;
	if (low < 0 && high >= 0) return 0;
	const size = Math.max(Math.abs(low), Math.abs(high));
	for (let digits = 1; digits < 16; digits++) {
		const power = digits - 1 - Math.floor(Math.log10(size));
		// Negative powers of ten are not exact: dividing by an exact one is.
		const scale = 10 ** Math.abs(power);
		const down = power < 0 ? Math.floor(high / scale) * scale : Math.floor(high * scale) / scale;
		if (down > low && down <= high) return down;
	}
	return high;
}
