/**
 * Limits between six colour classes of about as many areas each: the k/6 quantiles (type 7), rounded to two
 * significant digits (three for a share). One that would leave a class empty, or stands already, is left out.
 */
export function classLimits(values: readonly number[], digits = 2): number[] {
	const sorted = [...values].sort((a, b) => a - b);
	const [lowest = 0] = sorted;
	const highest = sorted.at(-1) ?? 0;
	const limits: number[] = [];
	if (sorted.length === 0) return limits;
	for (const k of [1, 2, 3, 4, 5]) {
		const at = ((sorted.length - 1) * k) / 6;
		const below = sorted[Math.floor(at)] ?? 0;
		const above = sorted[Math.ceil(at)] ?? 0;
		const limit = Number((below + (at % 1) * (above - below)).toPrecision(digits));
		const last = limits.at(-1) ?? lowest;
		const members = sorted.filter((value) => value >= last && value < limit);
		if (members.length > 0 && limit <= highest) limits.push(limit);
	}
	if (limits.length > 0) return limits;
	// Where nearly all are the lowest, one limit parts them from the next.
	const parting = sorted
		.map((value) => Number(value.toPrecision(digits)))
		.find((value) => value > lowest && value <= highest);
	return parting === undefined ? [] : [parting];
}

/** The class of a value among others: how many limits it reaches. */
export function classOf(value: number, values: readonly number[], digits = 2): number {
	return classLimits(values, digits).filter((limit) => limit <= value).length;
}
