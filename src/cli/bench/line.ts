import { summaryOf, type Summary } from './summary.ts';

/** Another way to do the same on the same rows. */
export type Peer = 'Mosaic' | 'Mosaic without throttle' | 'DuckDB without cubes';

/** What was measured, where and by what: the head of a line, before its numbers. */
export interface Subject {
	/** Of the benchmark. */
	readonly name: string;
	/** Id and case rows of the dataset. */
	readonly dataset: string;
	readonly rows: number;
	/** What exactly, where a benchmark measures several things. */
	readonly kind?: string;
	/** Who answered: DuckDB as WebAssembly, cubes in memory, native DuckDB for comparison, or a peer. */
	readonly engine?: 'wasm' | 'memory' | 'native' | Peer;
}

/** A line of measurements: one JSON object on the standard output. */
export interface Line extends Subject, Summary {
	readonly unit: string;
	/** What the p95 must not pass, and whether it does not. */
	readonly budget?: number;
	readonly met?: boolean;
	/** What else a reader needs to judge it, such as the number of panels. */
	readonly [more: string]: unknown;
}

/** A budget is met when the p95 is within it, not only the median: what a reader meets one time in twenty counts. */
export function lineOf(
	subject: Subject,
	samples: readonly number[],
	{
		unit = 'ms',
		budget,
		...more
	}: { unit?: string; budget?: number | undefined; [more: string]: unknown } = {}
): Line {
	const summary = summaryOf(samples);
	const judged = budget === undefined ? {} : { budget, met: summary.p95 <= budget };
	return { ...subject, ...summary, unit, ...judged, ...more };
}
