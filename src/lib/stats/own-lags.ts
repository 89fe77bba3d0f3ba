import type { SpatialWeights } from './spatial-weights.ts';

/** What each area's neighbours other than itself sum up to, by area. */
export interface OwnLags {
	/** Neighbours other than the area itself, and the most that any area has. */
	readonly count: Int32Array;
	readonly most: number;
	/** The weight of each neighbour where all of an area's weigh the same and more than nothing, else NaN. */
	readonly weight: Float64Array;
	/** The sum of neighbours' values where they weigh the same, else their weighted sum. */
	readonly lag: Float64Array;
	/** Sums that are less apart are equal: the same numbers in another order differ by rounding. */
	readonly tie: Float64Array;
	/** Weights of the neighbours other than the area itself, in their order. */
	readonly weightsOf: (area: number) => Float64Array;
}

export function ownLags(
	{ start, neighbour, weight }: SpatialWeights,
	values: Float64Array
): OwnLags {
	const n = values.length;
	const own = {
		count: new Int32Array(n),
		weight: new Float64Array(n),
		lag: new Float64Array(n),
		tie: new Float64Array(n)
	};
	const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	let most = 0;
	for (let i = 0; i < n; i++) {
		let [count, first, isEven, sum, weighted, total] = [0, NaN, true, 0, 0, 0];
		for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) {
			const [j, w] = [neighbour[at] ?? -1, weight[at] ?? NaN];
			if (j === i) continue;
			if (count === 0) first = w;
			isEven = isEven && w === first;
			count++;
			sum += values[j] ?? NaN;
			weighted += w * (values[j] ?? NaN);
			total += Math.abs(w);
		}
		const isLookedUp = isEven && first > 0;
		own.count[i] = count;
		own.weight[i] = isLookedUp ? first : NaN;
		own.lag[i] = isLookedUp ? sum : weighted;
		own.tie[i] = 1e-12 * largest * (isLookedUp ? count : total);
		most = Math.max(most, count);
	}
	const weightsOf = (i: number): Float64Array => {
		const [from, to] = [start[i] ?? 0, start[i + 1] ?? 0];
		return weight.subarray(from, to).filter((_, at) => neighbour[from + at] !== i);
	};
	return { ...own, most, weightsOf };
}
