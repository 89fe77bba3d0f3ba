import type { Classes } from '#lib/domain/classes.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { equalBreaks } from '#lib/stats/equal-breaks.ts';
import { jenksBreaks } from '#lib/stats/jenks-breaks.ts';
import { quantileBreaks } from '#lib/stats/quantile-breaks.ts';
import { CLASSES, digitsOf, judgedValues, type AreaReading } from './reading.ts';
import { isSmoothable, smoothed } from './smoothed-figures.ts';

/**
 * Inner limits of the colour classes of areas. Quantiles of smoothed values are taken over all areas with a denominator;
 * a measure that cannot be smoothed has those of its own values instead. Limits of a reader are in percent for shares, as
 * the legend prints them.
 */
export function classBreaks(
	classes: Classes,
	indicator: Indicator,
	areas: readonly Omit<AreaReading, 'colour'>[]
): readonly number[] {
	if (typeof classes !== 'string') {
		return indicator.kind === 'share' ? classes.map((limit) => limit / 100) : classes;
	}
	const judged = judgedValues(areas);
	if (classes === 'jenks') return jenksBreaks(judged, CLASSES);
	if (classes === 'equal') return equalBreaks(judged, CLASSES);
	const values =
		classes === 'eb' && isSmoothable(indicator)
			? judgedValues(
					smoothed(
						indicator,
						areas.map(({ raw, ...area }) => ({ ...area, figure: raw ?? area.figure }))
					)
				)
			: judged;
	return quantileBreaks(values, CLASSES, digitsOf(indicator));
}
