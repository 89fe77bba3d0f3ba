import { hasRate, shrink, spreadAmong } from './marshall.ts';

/**
 * Whose local mean a neighbour's rate is measured from: that of the `area` which is smoothed, as Marshall, GeoDa and esda
 * have it, or the `neighbour`'s own, as spdep has it unless it is told otherwise.
 */
export type LocalCentre = 'area' | 'neighbour';

/**
 * Local empirical Bayes rates of Marshall (1991, Applied Statistics 40): as `marshallRates`, but each area is drawn
 * towards the rate of its neighbourhood, which is the area and its neighbours, by their own variance.
 *
 * Undefined where an area has no denominator above zero or no count: such an area is in nobody's neighbourhood. 0 where a
 * whole neighbourhood has no case (spdep says 0 ÷ 0), the area's own rate for an island. Parts that do not hang together
 * do not touch each other. Agrees with `EBlocal(geoda = TRUE)` of R's spdep, and with its default for 'neighbour'.
 *
 * @param counts by area
 * @param denominators residents, person-years or trials by area
 * @param neighbours by area, without the area itself. Throws RangeError where the three are of unlike length.
 */
export function localMarshallRates(
	counts: ArrayLike<number>,
	denominators: ArrayLike<number>,
	neighbours: readonly (readonly number[])[],
	centre: LocalCentre = 'area'
): (number | undefined)[] {
	if (counts.length !== denominators.length || counts.length !== neighbours.length) {
		throw new RangeError('as many counts as denominators and lists of neighbours');
	}
	const isKnown = Array.from(counts, (count, i) => hasRate(count, denominators[i] ?? NaN));
	const around = neighbours.map((others, i) => [i, ...others].filter((j) => isKnown[j]));
	const spreads = around.map((areas) => spreadAmong(counts, denominators, areas));
	return around.map((areas, i) => {
		const spread = spreads[i];
		if (!isKnown[i] || !spread) return undefined;
		const { overall } = spread;
		const betweenAreas =
			centre === 'area' ? spread.betweenAreas : Math.max(0, ownSpread(areas, overall));
		return shrink(counts[i] ?? NaN, denominators[i] ?? NaN, overall, betweenAreas);
	});

	/** Variance about each neighbour's own local mean. */
	function ownSpread(areas: readonly number[], overall: number): number {
		let squares = 0;
		let total = 0;
		for (const j of areas) {
			const n = denominators[j] ?? NaN;
			squares += n * ((counts[j] ?? NaN) / n - (spreads[j]?.overall ?? NaN)) ** 2;
			total += n;
		}
		return (squares - overall * areas.length) / total;
	}
}
