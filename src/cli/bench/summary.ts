import { quantileSorted } from '#lib/stats/quantile.ts';

/** What is said of a set of samples, in their unit, to two decimals. */
export interface Summary {
	readonly n: number;
	readonly median: number;
	readonly p95: number;
	readonly min: number;
	readonly max: number;
}

/**
 * Median and 95th percentile by linear interpolation between order statistics (type 7, see `quantileSorted`), beside
 * the extremes. Of fewer than 21 samples the p95 lies between the two largest. No samples, or one that is no number,
 * is a benchmark that did not measure: RangeError.
 */
export function summaryOf(samples: readonly number[]): Summary {
	if (samples.length === 0 || !samples.every(Number.isFinite)) {
		throw new RangeError(`Nothing was measured: ${JSON.stringify(samples)}`);
	}
	const ascending = Float64Array.from(samples).sort();
	const at = (p: number): number => rounded(quantileSorted(ascending, p) ?? NaN);
	return { n: samples.length, median: at(0.5), p95: at(0.95), min: at(0), max: at(1) };
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
