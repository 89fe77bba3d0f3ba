import { roundestBetween } from './roundest-between.ts';

/**
 * Inner class limits of natural breaks: the classes with the least sum of squared distances from their own means, found
 * exactly (Fisher 1958; Jenks 1977), as mapclassify's FisherJenks. Equal values are never parted. Each limit is the
 * roundest number above the highest value of the class below and not above the lowest of its own, so that a legend can
 * print exactly what the map uses: the classes stay those of the unrounded solution.
 *
 * Row by row of the dynamic programme the best last class begins no earlier for more values, so halving finds it in
 * O(classes × n log n). Fewer distinct values than classes give a class each; none, or one, gives no limit.
 *
 * @param values whatever is not finite is left out
 */
export function jenksBreaks(values: readonly number[], classes: number): number[] {
	const ascending = Float64Array.from(values.filter(Number.isFinite)).sort();
	const distinct = ascending.filter((value, i) => i === 0 || value !== ascending[i - 1]);
	const n = distinct.length;
	const count = Math.min(classes, n);
	if (count < 2) return [];
	const spread = spreads(ascending, distinct);
	// best[i]: the least spread of the first i distinct values in as many classes as there are rows so far.
	let best = Float64Array.from({ length: n + 1 }, (_, i) => spread(0, i));
	const starts: Int32Array[] = [];
	for (let k = 2; k <= count; k++) {
		const row = nextRow(best, spread, k, n);
		best = row.best;
		starts.push(row.start);
	}
	const limits: number[] = [];
	for (let k = starts.length - 1, end = n; k >= 0; k--) {
		end = starts[k]?.[end] ?? 0;
		limits.unshift(roundestBetween(distinct[end - 1] ?? NaN, distinct[end] ?? NaN));
	}
	return limits;
}

/** Sum of squared distances from the mean of distinct values [from, to), each as often as it occurs. */
function spreads(
	ascending: Float64Array,
	distinct: Float64Array
): (from: number, to: number) => number {
	const n = distinct.length;
	// About the middle of the values, so that squares of large values do not swallow small differences.
	const middle = ascending[ascending.length >> 1] ?? 0;
	const weights = new Float64Array(n + 1);
	const sums = new Float64Array(n + 1);
	const squares = new Float64Array(n + 1);
	for (let i = 0, at = 0; i < n; i++) {
		const first = at;
		while (at < ascending.length && ascending[at] === distinct[i]) at++;
		const offset = (distinct[i] ?? 0) - middle;
		weights[i + 1] = (weights[i] ?? 0) + at - first;
		sums[i + 1] = (sums[i] ?? 0) + (at - first) * offset;
		squares[i + 1] = (squares[i] ?? 0) + (at - first) * offset * offset;
	}
	return (from, to) => {
		if (to <= from) return 0;
		const weight = (weights[to] ?? 0) - (weights[from] ?? 0);
		const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
		return Math.max(0, (squares[to] ?? 0) - (squares[from] ?? 0) - (sum * sum) / weight);
	};
}

function nextRow(
	before: Float64Array,
	spread: (from: number, to: number) => number,
	k: number,
	n: number
): { best: Float64Array<ArrayBuffer>; start: Int32Array } {
	const best = new Float64Array(n + 1).fill(Infinity);
	const start = new Int32Array(n + 1);
	const solve = (low: number, high: number, first: number, last: number): void => {
		if (low > high) return;
		const middle = (low + high) >> 1;
		for (let at = Math.max(first, k - 1); at <= Math.min(last, middle - 1); at++) {
			const cost = (before[at] ?? Infinity) + spread(at, middle);
			if (cost < (best[middle] ?? Infinity)) {
				best[middle] = cost;
				start[middle] = at;
			}
		}
		const here = start[middle] ?? first;
		solve(low, middle - 1, first, here);
		solve(middle + 1, high, here, last);
	};
	solve(k, n, k - 1, n - 1);
	return { best, start };
}
