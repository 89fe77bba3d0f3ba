import { hasRate, type MarshallRates } from './marshall.ts';

/**
 * Shares drawn towards the overall share: the moment estimator of Marshall (1991) with the binomial's variance in place of
 * Poisson's, which near 100 % would take nearly all differences for chance (Martuzzi & Elliott 1996, Statistics in
 * Medicine 15, 1867–1873). With share rᵢ = counts ÷ trials nᵢ of m areas, N = Σ n and b the overall share:
 * a = max(0, (Σ nᵢ (rᵢ − b)² − m b (1 − b)) ÷ (N − m)), and the estimate is (countᵢ + M b) ÷ (nᵢ + M) with
 * M = (b (1 − b) − a) ÷ a. It never leaves 0 to 1.
 *
 * @param counts by area, none above its trials
 * @param trials by area, in the same order; an area without any is left out of every total and has no share
 */
export function smoothedShares(
	counts: ArrayLike<number>,
	trials: ArrayLike<number>
): MarshallRates {
	if (counts.length !== trials.length) throw new RangeError('as many counts as trials');
	let [cases, total, areas] = [0, 0, 0];
	for (let i = 0; i < counts.length; i++) {
		if (!hasRate(counts[i] ?? NaN, trials[i] ?? NaN)) continue;
		cases += counts[i] ?? 0;
		total += trials[i] ?? 0;
		areas++;
	}
	const overall = cases / total;
	const chance = overall * (1 - overall);
	let squares = 0;
	for (let i = 0; i < counts.length; i++) {
		const n = trials[i] ?? NaN;
		if (hasRate(counts[i] ?? NaN, n)) squares += n * ((counts[i] ?? NaN) / n - overall) ** 2;
	}
	const spare = total - areas;
	const betweenAreas = spare > 0 ? Math.max(0, (squares - areas * chance) / spare) : 0;
	const rates = Array.from(counts, (count, i) => {
		const n = trials[i] ?? NaN;
		if (!hasRate(count, n)) return undefined;
		if (betweenAreas === 0) return overall;
		const added = Math.max(0, chance - betweenAreas) / betweenAreas;
		return (count + added * overall) / (n + added);
	});
	return { overall, betweenAreas, rates };
}
