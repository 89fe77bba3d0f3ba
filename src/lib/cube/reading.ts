import { areasAt } from '#lib/domain/area.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { View } from '#lib/domain/view.ts';
import { classOf, quantileBreaks } from '#lib/stats/quantile-breaks.ts';
import { areaCounts, areaFigure, monthlyFigures, type AreaCounts } from './area-figures.ts';
import type { Cube } from './cube.ts';
import type { Figure } from './figure.ts';

/** A View read out: every number that the panels show, from one cube. */
export interface Reading {
	readonly dataset: Dataset;
	readonly view: View;
	readonly indicator: Indicator;
	/** Position of the open area, and of the level drawn in it (in the manifest's levels). */
	readonly scope: number;
	readonly level: number;
	readonly counts: AreaCounts;
	/** The open area itself. */
	readonly whole: Figure;
	/** The areas drawn in it, in tree order. */
	readonly areas: readonly AreaReading[];
	/** Inner limits of the colour classes. */
	readonly breaks: readonly number[];
	/** Whether values are worked out from bins, until the rows have told them exactly. */
	readonly isEstimate?: boolean;
	/** One figure a month of the data; empty where the counts have no months. */
	readonly monthly: readonly Figure[];
	/** Cases of the open area that are known only to an area coarser than those drawn. */
	readonly unlocated: number;
	/** Cases of the chosen types in the open area in its period, and all cases of the dataset. */
	readonly n: number;
	readonly all: number;
}

export interface AreaReading {
	readonly position: number;
	readonly figure: Figure;
	/** The figure as it was counted, where `figure` holds a smoothed value. */
	readonly raw?: Figure | undefined;
	/** Number of the colour class; undefined where the figure cannot be judged or does not exist. */
	readonly colour: number | undefined;
}

export const CLASSES = 6;

/** A reading that does not simply show an indicator of the manifest in quantiles. */
export interface ReadingChoice {
	readonly indicator: Indicator;
	/** Figures of areas by position, in the order of the positions. */
	readonly figures: (below: readonly number[]) => Omit<AreaReading, 'colour'>[];
	/** Inner limits of the colour classes of those figures. */
	readonly breaks: (areas: readonly Omit<AreaReading, 'colour'>[]) => readonly number[];
	readonly isEstimate?: boolean;
}

/** Significant digits of class limits: shares lie closer together. */
export function digitsOf({ kind }: Indicator): number {
	return kind === 'share' ? 3 : 2;
}

/** Values that may be judged. */
export function judgedValues(areas: readonly { readonly figure: Figure }[]): number[] {
	return areas.flatMap(({ figure }) =>
		figure.state === 'ok' && figure.value !== undefined ? [figure.value] : []
	);
}

export function indicatorOf(dataset: Dataset, id: string): Indicator {
	const found = dataset.index.manifest.indicators.find((indicator) => indicator.id === id);
	if (!found) throw new AppError('indicator-unknown', `There is no indicator "${id}".`);
	return found;
}

/** Reads an area × month cube (`areaMonthDimensions`) as the View wants it. */
export function readingOf(dataset: Dataset, view: View, cube: Cube): Reading {
	const counts = areaCounts(dataset, cube, view.from, view.to);
	const reading = readingOfCounts(dataset, view, counts);
	const { indicator, scope } = reading;
	const monthly = dataset.months.count > 0 ? monthlyFigures(dataset, cube, indicator, scope) : [];
	return { ...reading, monthly };
}

/**
 * Reads counts by area, each with its whole subtree; there are no months in them. Colour classes are those of `fixed`
 * limits where they are given: while a period is brushed, a colour must go on meaning the same.
 */
export function readingOfCounts(
	dataset: Dataset,
	view: View,
	counts: AreaCounts,
	fixed?: readonly number[],
	choice?: ReadingChoice
): Reading {
	const { areas, index } = dataset;
	const indicator = choice?.indicator ?? indicatorOf(dataset, view.indicator);
	const scope = areas.position.get(view.area) ?? 0;
	const level = index.manifest.levels.findIndex(({ id }) => id === view.level);
	const below = areasAt(areas, level, scope);
	const figures: Omit<AreaReading, 'colour'>[] =
		choice?.figures(below) ??
		below.map((position) => ({
			position,
			figure: areaFigure(dataset, counts, indicator, position)
		}));
	const breaks =
		fixed ??
		choice?.breaks(figures) ??
		quantileBreaks(judgedValues(figures), CLASSES, digitsOf(indicator));
	const cases = counts[firstTally(dataset)] ?? new Uint32Array(areas.codes.length);
	const isOfCases = indicator.kind !== 'sum' && indicator.kind !== 'mean';
	const numerators = (isOfCases ? counts[indicator.numerator] : undefined) ?? cases;
	const located = below.reduce((sum, at) => sum + (numerators[at] ?? 0), 0);
	return {
		dataset,
		view,
		indicator,
		scope,
		level,
		counts,
		whole: areaFigure(dataset, counts, indicator, scope),
		areas: figures.map(({ position, figure, raw }) => ({
			position,
			figure,
			...(raw && { raw }),
			colour:
				figure.state === 'ok' && figure.value !== undefined
					? classOf(figure.value, breaks)
					: undefined
		})),
		breaks,
		...(choice?.isEstimate && { isEstimate: true }),
		monthly: [],
		unlocated: (numerators[scope] ?? 0) - located,
		n: cases[scope] ?? 0,
		all: index.cases.rows
	};
}

/** The tally without conditions: every case. */
function firstTally(dataset: Dataset): string {
	const every = dataset.index.manifest.tallies.find(({ where }) => Object.keys(where).length === 0);
	return every?.id ?? dataset.index.manifest.tallies[0]?.id ?? '';
}
