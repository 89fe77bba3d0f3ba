/** The first position in ascending numbers that is at least x; their length where there is none. */
export function firstAtLeast(ascending: Float64Array, x: number): number {
	let [from, to] = [0, ascending.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((ascending[middle] ?? NaN) < x) from = middle + 1;
		else to = middle;
	}
	return from;
}

/** The first position in ascending numbers that is above x; their length where there is none. */
export function firstAbove(ascending: Float64Array, x: number): number {
	let [from, to] = [0, ascending.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((ascending[middle] ?? NaN) <= x) from = middle + 1;
		else to = middle;
	}
	return from;
}
