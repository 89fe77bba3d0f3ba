/** The values that are finite numbers, in ascending order. What is not a number has no place among them. */
export function ascendingFinite(values: ArrayLike<number>): Float64Array {
	return Float64Array.from(values)
		.filter((value) => Number.isFinite(value))
		.sort();
}
