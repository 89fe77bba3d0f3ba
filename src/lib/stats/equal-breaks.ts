/**
 * Inner class limits at equal distances between the lowest and the highest value, rounded to a hundredth of the distance's
 * own size, so that a legend can print exactly what the map uses. Classes may be empty: that a stretch holds no value is
 * what they show. Values that are not finite are left out; all equal, or none, gives no limit.
 */
export function equalBreaks(values: readonly number[], classes: number): number[] {
	let lowest = Infinity;
	let highest = -Infinity;
	for (const value of values) {
		if (!Number.isFinite(value)) continue;
		lowest = Math.min(lowest, value);
		highest = Math.max(highest, value);
	}
	const step = (highest - lowest) / classes;
	if (!(step > 0)) return [];
	const power = 1 - Math.floor(Math.log10(step));
	const scale = 10 ** Math.abs(power);
	const rounded = (value: number): number =>
		power < 0 ? Math.round(value / scale) * scale : Math.round(value * scale) / scale;
	const limits = Array.from({ length: classes - 1 }, (_, i) => rounded(lowest + (i + 1) * step));
	return limits.filter((limit, i) => limit > (limits[i - 1] ?? -Infinity));
}
