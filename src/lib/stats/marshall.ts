/** Rates drawn towards the overall rate: the more, the less an area's own figures say. */
export interface MarshallRates {
	/** The overall rate b = Σ counts ÷ Σ denominators; NaN where no area has a denominator. */
	readonly overall: number;
	/** The variance a between areas beyond chance, by moments; 0 where the estimate is negative. */
	readonly betweenAreas: number;
	/** Smoothed rate by area; undefined where the area has no denominator. */
	readonly rates: readonly (number | undefined)[];
}

/**
 * Global empirical Bayes rates of Marshall (1991, Applied Statistics 40), as spdep's `EBest` with the
 * Poisson family. With rate rᵢ = counts ÷ denominator nᵢ, m areas and N = Σ n:
 * a = Σ nᵢ (rᵢ − b)² ÷ N − b m ÷ N, and the estimate is b + a (rᵢ − b) ÷ (a + b ÷ nᵢ).
 *
 * @param counts by area
 * @param denominators residents, person-years or trials by area, in the same order. An area whose denominator is
 *   not above zero, or whose count is no number, is left out of every total and has no rate.
 */
export function marshallRates(
	counts: ArrayLike<number>,
	denominators: ArrayLike<number>
): MarshallRates {
	if (counts.length !== denominators.length) throw new RangeError('as many counts as denominators');
	const isKnown = Array.from(counts, (count, i) => hasRate(count, denominators[i] ?? NaN));
	const known = isKnown.flatMap((is, i) => (is ? [i] : []));
	const { overall, betweenAreas } = spreadAmong(counts, denominators, known);
	const rates = isKnown.map((is, i) =>
		is ? shrink(counts[i] ?? NaN, denominators[i] ?? NaN, overall, betweenAreas) : undefined
	);
	return { overall, betweenAreas, rates };
}

/** Marshall's b and a of some areas, which must all have a rate; NaN and 0 of none. */
export function spreadAmong(
	counts: ArrayLike<number>,
	denominators: ArrayLike<number>,
	areas: readonly number[]
): { readonly overall: number; readonly betweenAreas: number } {
	let cases = 0;
	let total = 0;
	for (const i of areas) {
		cases += counts[i] ?? NaN;
		total += denominators[i] ?? NaN;
	}
	const overall = cases / total;
	let squares = 0;
	for (const i of areas) {
		const n = denominators[i] ?? NaN;
		squares += n * ((counts[i] ?? NaN) / n - overall) ** 2;
	}
	const betweenAreas =
		areas.length === 0 ? 0 : Math.max(0, (squares - overall * areas.length) / total);
	return { overall, betweenAreas };
}

/** Whether an area has a rate at all: a finite count, and a denominator above zero. */
export function hasRate(count: number, denominator: number): boolean {
	return Number.isFinite(count) && Number.isFinite(denominator) && denominator > 0;
}

/** One area's rate drawn towards `towards`; `towards` itself where nothing varies between areas. */
export function shrink(
	count: number,
	denominator: number,
	towards: number,
	betweenAreas: number
): number {
	if (betweenAreas <= 0) return towards;
	const weight = betweenAreas / (betweenAreas + towards / denominator);
	return towards + weight * (count / denominator - towards);
}
