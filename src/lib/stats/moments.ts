/** Mean and standard deviation (divided by n − 1). The mean of nothing, and the deviation of one value, are NaN. */
export function meanAndDeviation(values: Float64Array): { mean: number; deviation: number } {
	const n = values.length;
	const mean = values.reduce((sum, x) => sum + x, 0) / n;
	const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
	return { mean, deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : NaN };
}
