/** Each different value once, in ascending order, and how often it is there. */
export interface Runs {
	readonly value: Float64Array;
	readonly count: Float64Array;
}

/** @param ascending finite values in ascending order */
export function runsOf(ascending: Float64Array): Runs {
	const value = new Float64Array(ascending.length);
	const count = new Float64Array(ascending.length);
	let last = -1;
	for (const x of ascending) {
		if (last < 0 || x !== value[last]) value[++last] = x;
		count[last] = (count[last] ?? 0) + 1;
	}
	return { value: value.subarray(0, last + 1), count: count.subarray(0, last + 1) };
}
