import { naturalClasses } from './fisher-jenks.ts';
import { roundestBetween } from './roundest-between.ts';

/**
 * Inner class limits of natural breaks, for a map: see `naturalClasses` for how they are found and what it does with
 * values that are not finite, equal or too few. Each limit is the roundest number above the highest value of the class
 * below and not above the lowest of its own, so that a legend can print exactly what the map uses: the classes stay those
 * of the unrounded solution. Fewer distinct values than classes give a class each; none, or one, gives no limit.
 */
export function jenksBreaks(values: readonly number[], classes: number): number[] {
	const { least, greatest } = naturalClasses(values, classes);
	return least.slice(1).map((lowest, below) => roundestBetween(greatest[below] ?? NaN, lowest));
}
