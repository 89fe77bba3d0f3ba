import { caseIndicator } from '#lib/domain/case-indicators.ts';
import { caseMeasureOf } from '#lib/domain/case-measure.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { TOOK_BINS } from '#lib/domain/facet.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { tookTally } from '#lib/domain/measure-tally.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { binnedQuantile } from '#lib/stats/binned-quantile.ts';
import { areaFigure, type AreaCounts } from './area-figures.ts';
import type { AreaMeasure, AreaMeasures } from './area-measure.ts';
import { classBreaks } from './class-breaks.ts';
import { cutReading } from './cut-reading.ts';
import type { Figure } from './figure.ts';
import type { LinkedCounts } from './linked-counts.ts';
import { indicatorOf, type Reading } from './reading.ts';
import { isSmoothable, smoothed } from './smoothed-figures.ts';

/**
 * A cut read with what a reader chose beside its conditions: classes, smoothing, a measure of the cases.
 *
 * @param exact quantiles and intervals from the rows; without them quantiles come from bins and have no interval
 */
export function chosenReading(
	dataset: Dataset,
	cut: Cut,
	linked: LinkedCounts,
	fixed?: readonly number[],
	exact?: AreaMeasures
): Reading {
	const measure = caseMeasureOf(dataset, cut.indicator);
	const indicator = measure ? caseIndicator(measure) : indicatorOf(dataset, cut.indicator);
	const isSmoothed = cut.smooth !== undefined && isSmoothable(indicator);
	return cutReading(dataset, cut, linked, fixed, (counts) => ({
		indicator: isSmoothed ? renamed(indicator) : indicator,
		figures: (below) => {
			const areas = below.map((position) => ({
				position,
				figure: told(
					indicator,
					indicator.kind === 'days'
						? daysFigure(indicator, counts, position)
						: areaFigure(dataset, counts, indicator, position),
					exact?.get(position)
				)
			}));
			return isSmoothed ? smoothed(indicator, areas) : areas;
		},
		breaks: (areas) => classBreaks(cut.classes ?? 'quantile', indicator, areas),
		isEstimate: indicator.kind === 'days' && !exact
	}));
}

function renamed(indicator: Indicator): Indicator {
	const { zh, en } = indicator.name;
	const name = {
		zh: m.measure_smoothed({ name: zh }, { locale: 'zh-CN' }),
		en: m.measure_smoothed({ name: en }, { locale: 'en' })
	};
	return { ...indicator, name };
}

function told(indicator: Indicator, figure: Figure, exact: AreaMeasure | undefined): Figure {
	if (!exact || (indicator.kind !== 'days' && indicator.kind !== 'mean')) return figure;
	return { ...figure, ...exact };
}

/** A quantile of days from the counts of their bins. */
function daysFigure(
	{ id, smallestDenominator }: Extract<Indicator, { kind: 'days' }>,
	counts: AreaCounts,
	area: number
): Figure {
	const bins = TOOK_BINS.codes.map((code) => counts[tookTally(code)]?.[area] ?? 0);
	const n = bins.reduce((sum, count) => sum + count, 0);
	const value = binnedQuantile(bins, TOOK_BINS.edges, id === 'p90_days' ? 0.9 : 0.5);
	const state = n === 0 ? 'no_denominator' : n < smallestDenominator ? 'too_few' : 'ok';
	return { numerator: n, denominator: n, value, low: undefined, high: undefined, state };
}
