import type { Dataset } from '#lib/domain/dataset-index.ts';
import { tallyOf, type Cube } from './cube.ts';
import { fold } from './fold.ts';

/** Cases of some areas by month of the data, beside what their residents would have of the whole place's. */
export interface ClusterMonths {
	readonly cases: Float64Array;
	readonly expected: Float64Array;
}

/**
 * @param cube area × month (`areaMonthDimensions`)
 * @param positions of areas, each with all that lies in it; none within another
 * @param scope position of the place whose cases and residents they are compared with
 */
export function clusterMonths(
	dataset: Dataset,
	cube: Cube,
	tally: string,
	positions: readonly number[],
	scope: number
): ClusterMonths {
	const { end, population } = dataset.areas;
	const byMonth = (position: number): Uint32Array =>
		tallyOf(fold(cube, 'area', position, end[position] ?? position + 1), tally);
	const cases = new Float64Array(dataset.months.count);
	let residents = 0;
	for (const position of positions) {
		residents += population[position] ?? NaN;
		byMonth(position).forEach((count, month) => (cases[month] = (cases[month] ?? 0) + count));
	}
	const share = residents / (population[scope] ?? NaN);
	return { cases, expected: Float64Array.from(byMonth(scope), (count) => count * share) };
}

/**
 * Since which month a cluster has gone on: the first of the unbroken run of months up to `last` in which its cases lay
 * above (or, for one of few cases, below) the expected. Undefined where they did not in `last` itself.
 */
export function monthSince(
	{ cases, expected }: ClusterMonths,
	isHigh: boolean,
	last: number
): number | undefined {
	const goesOn = (month: number): boolean => {
		const apart = (cases[month] ?? NaN) - (expected[month] ?? NaN);
		return isHigh ? apart > 0 : apart < 0;
	};
	let since = last + 1;
	while (since > 0 && goesOn(since - 1)) since--;
	return since > last ? undefined : since;
}
