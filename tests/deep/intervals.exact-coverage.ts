/** How often an interval holds the truth, by adding up the chance of every count there can be: nothing is simulated. */

type Interval = readonly [low: number, high: number] | undefined;

/** Chances of a count below which nothing is added any more. */
const NOTHING = 1e-18;

/** Of a share `p` of `n`, for an interval of the share. */
export function binomialCoverage(
	n: number,
	p: number,
	intervalOf: (successes: number) => Interval
): number {
	const mode = Math.min(n, Math.floor((n + 1) * p));
	const upwards = (k: number): number => ((n - k) / (k + 1)) * (p / (1 - p));
	return coverage(p, mode, n, upwards, intervalOf);
}

/** Of a mean `mean` of a Poisson count, for an interval of the mean. */
export function poissonCoverage(mean: number, intervalOf: (count: number) => Interval): number {
	return coverage(mean, Math.floor(mean), Infinity, (k) => mean / (k + 1), intervalOf);
}

/**
 * Weights from the most frequent count outwards, each from the one before; their sum makes them chances, so that no
 * factorial is needed.
 */
function coverage(
	truth: number,
	mode: number,
	largest: number,
	upwards: (k: number) => number,
	intervalOf: (count: number) => Interval
): number {
	let [whole, held] = [0, 0];
	const add = (k: number, weight: number): void => {
		const [low, high] = intervalOf(k) ?? [NaN, NaN];
		whole += weight;
		if (low <= truth && truth <= high) held += weight;
	};
	for (let k = mode, weight = 1; k <= largest && weight > NOTHING; weight *= upwards(k), k++) {
		add(k, weight);
	}
	for (let k = mode - 1, weight = 1; k >= 0 && weight > NOTHING; k--) {
		weight /= upwards(k);
		add(k, weight);
	}
	return held / whole;
}
