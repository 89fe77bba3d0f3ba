import { binomialProbability } from './discrete-probability.ts';
import { betaTails } from './incomplete-beta.ts';

/**
 * The exact limit of a funnel for a share: the interpolated p-quantile of the share of n that a place of the target
 * share would have, (r − (P(R ≤ r) − p) ÷ P(R = r)) ÷ n with r the least number for which P(R ≤ r) ≥ p; cut at 0.
 * Undefined unless n is at least 1, the target between 0 and 1, and p strictly between.
 *
 * D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005), A.1.1.
 */
export function exactFunnelLimit(target: number, n: number, p: number): number | undefined {
	if (!isFunnel(target, n) || !(p > 0 && p < 1)) return undefined;
	if (target === 0 || target === 1) return target;
	const atMost = (r: number): number =>
		r < 0 ? 0 : r >= n ? 1 : betaTails(r + 1, n - r, target).above;
	// The quantile is bracketed by doubling from the mean outwards, then halved: large n need few steps.
	const spread = Math.ceil(Math.sqrt(n * target * (1 - target))) + 1;
	const middle = Math.floor(n * target);
	let [low, high] = [middle, middle];
	for (let by = spread; low >= 0 && atMost(low) >= p; by *= 2) low -= by;
	for (let by = spread; high < n && atMost(high) < p; by *= 2) high += by;
	low = Math.max(-1, low);
	high = Math.min(Math.floor(n), high);
	while (high - low > 1) {
		const r = Math.floor((low + high) / 2);
		if (atMost(r) >= p) high = r;
		else low = r;
	}
	const over = (atMost(high) - p) / binomialProbability(high, n, target);
	return Math.max(0, (high - over) / n);
}

/** The limit by the normal distribution, z standard errors from the target; it may leave 0…1. Undefined as above. */
export function normalFunnelLimit(target: number, n: number, z: number): number | undefined {
	return isFunnel(target, n) ? target + z * errorOf(target, n) : undefined;
}

/** Standard errors between a share and the target. Undefined where there is none: nobody, or a target of 0 or 1. */
export function funnelScore(target: number, share: number, n: number): number | undefined {
	if (!isFunnel(target, n)) return undefined;
	const z = (share - target) / errorOf(target, n);
	return Number.isFinite(z) ? z : undefined;
}

const isFunnel = (target: number, n: number): boolean =>
	n >= 1 && n < Infinity && target >= 0 && target <= 1;

const errorOf = (target: number, n: number): number => Math.sqrt((target * (1 - target)) / n);
