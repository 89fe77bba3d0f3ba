/** How much a larger unit is preferred to a smaller one, and one of 5 × 10ᵏ to others: R's defaults. */
const LARGER = 1.5;
const FIVE = 0.5 + 1.5 * LARGER;
const ROUNDING = 1e-10;

/**
 * Equally spaced round numbers (1, 2 or 5 times a power of ten apart) that cover low…high, in about `intervals`
 * intervals, at least a third of them. Agrees with `pretty(c(low, high), n = intervals)` of R.
 * Nothing where an end is not finite, low > high, or `intervals` is not at least 1.
 *
 * R. A. Becker, J. M. Chambers and A. R. Wilks, The New S Language (1988).
 */
export function prettyTicks(low: number, high: number, intervals: number): number[] {
	if (!(Number.isFinite(high - low) && low <= high && intervals >= 1)) return [];
	const n = Math.floor(intervals);
	const least = Math.floor(n / 3);
	const unit = unitFor(cellOf(low, high, n, least));
	let from = Math.floor(low / unit + ROUNDING);
	let to = Math.ceil(high / unit - ROUNDING);
	while (from * unit > low + ROUNDING * unit) from--;
	while (to * unit < high - ROUNDING * unit) to++;
	const missing = least - (to - from);
	if (missing > 0) {
		const half = Math.floor(missing / 2);
		if (low === 0 && from === 0 && high !== 0) to += missing;
		else if (high === 0 && to === 0 && low !== 0) from -= missing;
		else if (from >= 0) {
			to += half;
			from -= missing - half;
		} else {
			from -= half;
			to += missing - half;
		}
	}
	const [first, last] = [Math.min(low, from * unit), Math.max(high, to * unit)];
	const by = (last - first) / Math.max(1, to - from);
	return Array.from({ length: to - from + 1 }, (_, i) => {
		const tick = first + i * by;
		return Math.abs(tick) < 1e-14 * by ? 0 : tick;
	});
}

/** The wished width of an interval. Where there is nothing to part, one that suits the size of the value. */
function cellOf(low: number, high: number, n: number, least: number): number {
	const size = low === 0 && high === 0 ? 1 : Math.max(Math.abs(low), Math.abs(high));
	const rounding = (1 + 1 / (1 + LARGER)) * Math.max(1, n) * Number.EPSILON;
	const isSmall = high - low < size * rounding * 3 || size === 0;
	if (!isSmall) return (high - low) / n;
	const cell = (size > 10 ? 9 + size / 10 : size) * 0.75;
	return least > 1 ? cell / least : cell;
}

function unitFor(cell: number): number {
	const base = 10 ** Math.floor(Math.log10(cell));
	let unit = base;
	if (2 * base - cell >= LARGER * (cell - unit)) return unit;
	unit = 2 * base;
	if (5 * base - cell >= FIVE * (cell - unit)) return unit;
	unit = 5 * base;
	return 10 * base - cell < LARGER * (cell - unit) ? 10 * base : unit;
}
