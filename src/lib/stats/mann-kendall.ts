import { ascendingFinite } from './ascending.ts';
import { normalBeyond } from './normal-distribution.ts';
import { quantileSorted } from './quantile.ts';
import { runsOf } from './runs.ts';

export interface Trend {
	/** How many values there are, without gaps. */
	readonly n: number;
	/** Pairs that rise less pairs that fall. */
	readonly s: number;
	/** Variance of s where there is no trend, less what ties take from it. */
	readonly variance: number;
	/** With continuity correction: (s ∓ 1) ÷ √variance. 0 where all values are equal. */
	readonly z: number;
	/** Two-sided, from the normal distribution. 1 where all values are equal. */
	readonly p: number;
	/** Kendall's τ_b of the values with time. 0 where all values are equal. */
	readonly tau: number;
	/** Sen's slope: the median of the slopes of all pairs, a step of time. */
	readonly slope: number;
	/** Median value less the slope times the median time; times count from 1. */
	readonly intercept: number;
}

/**
 * Mann–Kendall test for a monotone trend of a series at equal steps, and Sen's slope. A value that is not finite is a
 * gap: it is left out, and time goes on. Undefined for fewer than 2 values. O(n²).
 *
 * H. B. Mann, Econometrica 13 (1945); M. G. Kendall, Rank Correlation Methods (1975); P. K. Sen, JASA 63 (1968).
 * Agrees with `MannKendall` of R's Kendall, but for the p-value, which is that of z.
 */
export function mannKendall(series: ArrayLike<number>): Trend | undefined {
	const { times, values } = withoutGaps(series);
	const n = values.length;
	if (n < 2) return undefined;
	const slopes = new Float64Array((n * (n - 1)) / 2);
	let s = 0;
	for (let i = 0, at = 0; i < n; i++) {
		for (let j = i + 1; j < n; j++) {
			const rise = (values[j] ?? NaN) - (values[i] ?? NaN);
			s += Math.sign(rise);
			slopes[at++] = rise / ((times[j] ?? NaN) - (times[i] ?? NaN));
		}
	}
	const ascending = ascendingFinite(values);
	let variance = n * (n - 1) * (2 * n + 5);
	let untied = (n * (n - 1)) / 2;
	for (const t of runsOf(ascending).count) {
		variance -= t * (t - 1) * (2 * t + 5);
		untied -= (t * (t - 1)) / 2;
	}
	variance /= 18;
	const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
	const tau = untied > 0 ? s / Math.sqrt(((n * (n - 1)) / 2) * untied) : 0;
	const slope = quantileSorted(slopes.sort(), 0.5) ?? NaN;
	const middle =
		(quantileSorted(ascending, 0.5) ?? NaN) - slope * (quantileSorted(times, 0.5) ?? NaN);
	return { n, s, variance, z, p: normalBeyond(z), tau, slope, intercept: middle };
}

function withoutGaps(series: ArrayLike<number>): { times: number[]; values: number[] } {
	const times: number[] = [];
	const values: number[] = [];
	for (let i = 0; i < series.length; i++) {
		const value = series[i] ?? NaN;
		if (!Number.isFinite(value)) continue;
		times.push(i + 1);
		values.push(value);
	}
	return { times, values };
}
