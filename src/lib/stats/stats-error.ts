/** What is wrong with numbers that no statistic can be worked out from. */
export type StatsFault =
	| 'not-finite'
	| 'negative'
	| 'lengths-differ'
	| 'out-of-range'
	| 'cases-without-expected'
	| 'place-missing';

/** Numbers that nothing can be worked out from: `code` says why, `at` the position of the first such number. */
export class StatsError extends RangeError {
	override readonly name = 'StatsError';
	readonly code: StatsFault;
	readonly at: number | undefined;

	constructor(code: StatsFault, what: string, at?: number) {
		super(at === undefined ? `${what}: ${code}` : `${what}, number ${at}: ${code}`);
		this.code = code;
		this.at = at;
	}
}

/** Throws `lengths-differ`, `not-finite` or `negative` unless there are `length` finite numbers, none below 0. */
export function checkAmounts(what: string, values: ArrayLike<number>, length: number): void {
	checkFinite(what, values, length);
	for (let i = 0; i < length; i++) {
		if ((values[i] ?? NaN) < 0) throw new StatsError('negative', what, i);
	}
}

/** Throws `lengths-differ` or `not-finite` unless there are `length` finite numbers. */
export function checkFinite(what: string, values: ArrayLike<number>, length: number): void {
	if (values.length !== length) throw new StatsError('lengths-differ', what);
	for (let i = 0; i < length; i++) {
		if (!Number.isFinite(values[i])) throw new StatsError('not-finite', what, i);
	}
}

/** Throws `out-of-range` unless the number is one from `least` to `most`. */
export function checkWithin(
	what: string,
	value: number,
	least: number,
	most: number = Infinity
): void {
	if (!(value >= least && value <= most)) throw new StatsError('out-of-range', what);
}
