import type { ManifestFault } from '#lib/domain/manifest-faults.ts';
import { daysOfPeriod, type Days } from '#lib/domain/period-text.ts';
import type { Count, Report, ReportFigure } from '#lib/domain/report.ts';
import { casesWhere, inTally } from './count-cases.ts';
import { countInBook } from './count-books.ts';
import type { Source } from './source.ts';

/** A figure of a printed report beside what the books say. */
export interface CheckedFigure {
	readonly id: string;
	readonly printed: number;
	/** Undefined where nothing in the books can tell. */
	readonly counted?: number;
	/** What it is a part of, counted; null where the report gives no such number. */
	readonly denominator?: number | null;
	/** Printed as "over": the count is at least that. */
	readonly atLeast: boolean;
	readonly verifiable: boolean;
	readonly equal: boolean;
}

/** The days of the report: whole months. */
export function daysOfReport({ from, to }: Pick<Report, 'from' | 'to'>): Days {
	return daysOfPeriod(`${from}/${to}`, ['months']) ?? { first: NaN, last: NaN };
}

/**
 * Counts every figure of the manifest's report again. Cases are those opened in the report's months; organisations and
 * posts are those of its last day. A figure that cannot be counted is never equal to anything.
 */
export function reportFigures(source: Source): CheckedFigure[] {
	const { report } = source.manifest;
	if (!report) return [];
	const days = daysOfReport(report);
	return report.sections.flatMap(({ figures }) =>
		figures.map((figure) => checked(source, figure, days))
	);
}

function checked(source: Source, figure: ReportFigure, days: Days): CheckedFigure {
	const { id, printed, atLeast = false } = figure;
	if (!('counted' in figure)) return { id, printed, atLeast, verifiable: false, equal: false };
	const counted = countOf(source, figure.counted, days);
	const equal = atLeast ? counted >= printed : counted === printed;
	const found = { id, printed, counted, atLeast, verifiable: true, equal };
	if (figure.of === undefined) return found;
	const denominator = figure.of === 'not_given' ? null : countOf(source, figure.of, days);
	return { ...found, denominator };
}

function countOf(source: Source, count: Count, days: Days): number {
	if ('tally' in count) return countOfTally(source, count, days);
	if (!('areas' in count)) return countInBook(source, count, days);
	const { areas, manifest } = source;
	const level = manifest.levels.findIndex(({ id }) => id === count.areas);
	const { ending = '' } = count;
	return areas.names.filter(({ zh }, at) => areas.level[at] === level && zh.endsWith(ending))
		.length;
}

function countOfTally(
	source: Source,
	{ tally, minus, percentOf, decimals = 1 }: Extract<Count, { tally: string }>,
	days: Days
): number {
	const count = casesOfTally(source, tally, minus, days).length;
	if (percentOf === undefined) return count;
	const all = casesOfTally(source, percentOf, undefined, days).length;
	return Number(((100 * count) / all).toFixed(decimals));
}

/** Rows of the cases of a tally, without those of another. */
export function casesOfTally(
	source: Source,
	tally: string,
	minus: string | undefined,
	days: Days
): number[] {
	const test = (id: string | undefined): ((row: number) => boolean) => {
		const found = source.manifest.tallies.find((one) => one.id === id);
		return found ? inTally(source, found) : () => false;
	};
	const [counts, leavesOut] = [test(tally), test(minus)];
	return casesWhere(source, (row) => counts(row) && !leavesOut(row), days);
}

/** Figures of the report that the books contradict, as faults of the manifest. */
export function differingFigures(source: Source): ManifestFault[] {
	const { report } = source.manifest;
	const found = new Map(reportFigures(source).map((figure) => [figure.id, figure]));
	return (report?.sections ?? []).flatMap(({ figures }, s) =>
		figures.flatMap(({ id, printed }, f): ManifestFault[] => {
			const figure = found.get(id);
			if (!figure?.verifiable || figure.equal) return [];
			return [
				{
					path: ['report', 'sections', s, 'figures', f],
					value: String(printed),
					reason: 'figure-differs',
					expected: String(figure.counted)
				}
			];
		})
	);
}
