import type { Runs } from './runs.ts';

/**
 * Squares within runs `from`…`to`, from running sums. They run outwards from the median, so that a far value on
 * either side takes no digits from the sums of the near ones.
 */
export function squaresWithin({ value, count }: Runs): (from: number, to: number) => number {
	const n = value.length;
	const middle = n >> 1;
	const centre = value[middle] ?? 0;
	const weight = new Float64Array(n + 1);
	const sum = new Float64Array(n + 1);
	const square = new Float64Array(n + 1);
	const move = (from: number, to: number, i: number, sign: 1 | -1): void => {
		const c = sign * (count[i] ?? 0);
		const x = (value[i] ?? 0) - centre;
		weight[to] = (weight[from] ?? 0) + c;
		sum[to] = (sum[from] ?? 0) + c * x;
		square[to] = (square[from] ?? 0) + c * x * x;
	};
	for (let i = middle; i < n; i++) move(i, i + 1, i, 1);
	for (let i = middle - 1; i >= 0; i--) move(i + 1, i, i, -1);
	return (from, to) => {
		if (from >= to) return 0;
		const w = (weight[to + 1] ?? 0) - (weight[from] ?? 0);
		const s = (sum[to + 1] ?? 0) - (sum[from] ?? 0);
		return Math.max(0, (square[to + 1] ?? 0) - (square[from] ?? 0) - (s * s) / w);
	};
}

/** Sum of squared distances from the mean, in two passes. */
export function squaresAbout({ value, count }: Runs): number {
	let weight = 0;
	let sum = 0;
	count.forEach((c, i) => {
		weight += c;
		sum += c * (value[i] ?? 0);
	});
	const mean = sum / weight;
	return count.reduce((all, c, i) => all + c * ((value[i] ?? 0) - mean) ** 2, 0);
}
