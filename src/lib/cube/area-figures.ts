import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { monthNumber, type Month } from '#lib/domain/period.ts';
import { tallyOf, type Cube } from './cube.ts';
import { figureOf, type Figure } from './figure.ts';
import { fold } from './fold.ts';
import { rollUp } from './roll-up.ts';

/** Counts of one tally by position in the area tree, each with the whole subtree. */
export type AreaCounts = Readonly<Record<string, Uint32Array>>;

/** Folds an area × month cube over a period and rolls it up: one pass for all areas of all levels. */
export function areaCounts(dataset: Dataset, cube: Cube, from: Month, to: Month): AreaCounts {
	const first = (monthNumber(from) ?? dataset.months.first) - dataset.months.first;
	const last = (monthNumber(to) ?? dataset.months.first) - dataset.months.first;
	const period = fold(cube, 'month', first, last + 1);
	return Object.fromEntries(
		Object.entries(period.tallies).map(([id, counts]) => [id, rollUp(counts, dataset.areas.end)])
	);
}

export function areaFigure(
	dataset: Dataset,
	counts: AreaCounts,
	indicator: Indicator,
	area: number
): Figure {
	return figureOf(
		indicator,
		counts[indicator.numerator]?.[area] ?? 0,
		denominatorOf(dataset, indicator, area, (tally) => counts[tally]?.[area] ?? 0)
	);
}

/** One figure a month for an area and all that lies in it. */
export function monthlyFigures(
	dataset: Dataset,
	cube: Cube,
	indicator: Indicator,
	area: number
): Figure[] {
	const inside = fold(cube, 'area', area, dataset.areas.end[area] ?? area + 1);
	return Array.from({ length: dataset.months.count }, (_, month) =>
		figureOf(
			indicator,
			tallyOf(inside, indicator.numerator)[month] ?? 0,
			denominatorOf(dataset, indicator, area, (tally) => tallyOf(inside, tally)[month] ?? 0)
		)
	);
}

function denominatorOf(
	dataset: Dataset,
	indicator: Indicator,
	area: number,
	count: (tally: string) => number
): number {
	if (indicator.kind === 'count') return NaN;
	if (indicator.kind === 'rate') return dataset.areas.population[area] ?? NaN;
	return count(indicator.denominator);
}
