/**
 * Logarithm of the likelihood ratio of a window with more cases than expected, discrete Poisson: c ln(c ÷ e) +
 * (C − c) ln((C − c) ÷ (C − e)). 0 where there are no more than expected.
 *
 * M. Kulldorff, "A spatial scan statistic", Communications in Statistics 26 (1997).
 *
 * @param cases c, in the window
 * @param expected e, in the window; above 0 where there are cases
 * @param all C, the cases of all windows, which are as many as expected
 */
export function likelihoodRatio(cases: number, expected: number, all: number): number {
	if (!isMore(cases, expected)) return 0;
	const outside = all - cases;
	const inside = cases * Math.log(cases / expected);
	return outside > 0 ? inside + outside * Math.log(outside / (all - expected)) : inside;
}

/** Whether there are more cases than expected, and not by what rounding leaves of as many. */
export function isMore(cases: number, expected: number): boolean {
	return cases > expected * (1 + 1e-12);
}

/** Ratios are told apart by whole numbers up to this one; the greatest of chance alone is hardly ever above. */
const HIGHEST = 16;

/**
 * How few cases may be expected so that a count is worth looking at: for each whole level and count the most that may be
 * expected for the ratio to reach the level. The most that are expected lie a hair too high, never too low. Entries are
 * +Infinity until they are asked for.
 */
export class ExpectedLimits {
	readonly #all: number;
	readonly #levels: Float64Array[] = [];

	/** @param all C, the cases of all windows */
	constructor(all: number) {
		this.#all = all;
	}

	/** By count, of the level at or below a ratio. Entries of counts that `settle` has not seen are +Infinity. */
	atOrBelow(ratio: number): Float64Array {
		const level = Math.min(HIGHEST, Math.floor(ratio));
		let limits = this.#levels[level];
		if (!limits) {
			limits = new Float64Array(this.#all + 1).fill(Infinity);
			limits[0] = -1;
			this.#levels[level] = limits;
		}
		return limits;
	}

	/** Works out the entry of a count, and returns it. */
	settle(ratio: number, cases: number): number {
		const limits = this.atOrBelow(ratio);
		const limit = limits[cases] ?? Infinity;
		if (limit !== Infinity) return limit;
		const found = mostExpected(cases, this.#all, Math.min(HIGHEST, Math.floor(ratio)));
		limits[cases] = found;
		return found;
	}
}

/** The e below c at which the ratio is `level`. The ratio is convex in e: Newton's steps come from below and stay there. */
function mostExpected(cases: number, all: number, level: number): number {
	const outside = all - cases;
	let expected = level === 0 ? cases : cases * Math.exp(-1 - level / cases);
	for (let step = 0; step < 60 && level > 0; step++) {
		const above = likelihoodRatio(cases, expected, all) - level;
		const slope = cases / expected - outside / (all - expected);
		const next = Math.min(cases, expected + above / slope);
		if (!(next > expected * (1 + 1e-12))) break;
		expected = next;
	}
	return expected * (1 + 1e-9);
}
