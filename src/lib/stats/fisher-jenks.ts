import { ascendingFinite } from './ascending.ts';
import { type Runs, runsOf } from './runs.ts';
import { squaresAbout, squaresWithin } from './run-squares.ts';

/** Classes in ascending order. All arrays but `breaks` have one entry a class. */
export interface NaturalClasses {
	/** Lowest value, midpoints of the gaps between classes, highest value. A single number where all values are equal. */
	readonly breaks: readonly number[];
	readonly least: readonly number[];
	readonly greatest: readonly number[];
	readonly counts: readonly number[];
	/** Sum over the values of the squared distance from the mean of their class. */
	readonly withinSquares: number;
	/** Goodness of variance fit: 1 − within ÷ total squares. Undefined where all values are equal. */
	readonly goodness: number | undefined;
}

/**
 * Natural breaks: the parting of the values into `classes` intervals whose sum of squares within classes is the
 * smallest there is. Values that are not finite are left out; equal values are never parted; where there are fewer
 * different values than classes, each is a class of its own; of nothing there are no classes.
 *
 * W. D. Fisher, "On grouping for maximum homogeneity", JASA 53 (1958); G. F. Jenks (1967). Agrees with
 * `classIntervals(style = "fisher")` of R's classInt. The best last class of the first i values begins never earlier
 * as i grows, so that each row of the table is found by halving: O(k n log n) for n different values.
 */
export function naturalClasses(values: ArrayLike<number>, classes: number): NaturalClasses {
	const runs = runsOf(ascendingFinite(values));
	const n = runs.value.length;
	const k = Math.min(n, Math.max(1, Math.floor(classes)));
	return describe(runs, n === 0 || !(classes >= 1) ? [] : bestStarts(runs, k));
}

/** The number of the run at which each of the k classes begins. */
function bestStarts(runs: Runs, k: number): number[] {
	const n = runs.value.length;
	const squares = squaresWithin(runs);
	let before = Float64Array.from({ length: n }, (_, i) => squares(0, i));
	const starts: Int32Array[] = [];
	for (let level = 1; level < k; level++) {
		const least = new Float64Array(n).fill(Infinity);
		const start = new Int32Array(n);
		fillRow(level, n - 1, level, n - 1, (i, from, to) => {
			let best = Infinity;
			for (let s = from; s <= Math.min(i, to); s++) {
				const cost = (before[s - 1] ?? 0) + squares(s, i);
				if (cost < best) {
					best = cost;
					start[i] = s;
				}
			}
			least[i] = best;
			return start[i] ?? from;
		});
		starts.push(start);
		before = least;
	}
	const begins: number[] = [];
	let last = n - 1;
	for (const start of starts.reverse()) {
		const begin = start[last] ?? 0;
		begins.unshift(begin);
		last = begin - 1;
	}
	return [0, ...begins];
}

/** Fills entries `from`…`to` of a row, the middle one first: what is best for it bounds what is best on its two sides. */
function fillRow(
	from: number,
	to: number,
	earliest: number,
	latest: number,
	fill: (i: number, earliest: number, latest: number) => number
): void {
	if (from > to) return;
	const middle = (from + to) >> 1;
	const best = fill(middle, earliest, latest);
	fillRow(from, middle - 1, earliest, best, fill);
	fillRow(middle + 1, to, best, latest, fill);
}

function describe({ value, count }: Runs, starts: readonly number[]): NaturalClasses {
	const least: number[] = [];
	const greatest: number[] = [];
	const counts: number[] = [];
	let withinSquares = 0;
	starts.forEach((from, k) => {
		const to = starts[k + 1] ?? value.length;
		least.push(value[from] ?? NaN);
		greatest.push(value[to - 1] ?? NaN);
		counts.push(count.subarray(from, to).reduce((all, one) => all + one, 0));
		withinSquares += squaresAbout({
			value: value.subarray(from, to),
			count: count.subarray(from, to)
		});
	});
	const inner = greatest.slice(0, -1).map((top, k) => top + ((least[k + 1] ?? NaN) - top) / 2);
	const ends = value.length > 1 ? greatest.slice(-1) : [];
	const breaks = [...least.slice(0, 1), ...inner, ...ends];
	const total = squaresAbout({ value, count });
	const goodness = total > 0 ? 1 - withinSquares / total : undefined;
	return { breaks, least, greatest, counts, withinSquares, goodness };
}
