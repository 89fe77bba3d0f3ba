import type { AreaReading } from './reading.ts';

/** The ends of a list of areas, and how sure the upper one is. */
export interface Extremes {
	readonly highest: AreaReading;
	readonly lowest: AreaReading;
	/** Other areas whose 95 % interval overlaps that of the highest: none of them is clearly lower. */
	readonly rivals: number;
}

/**
 * Areas that can be judged are compared; undefined where there are fewer than two. Among equals the first in the
 * order of the list is the highest and the last one the lowest.
 */
export function extremesOf(areas: readonly AreaReading[]): Extremes | undefined {
	const ranked = areas
		.filter(({ figure }) => figure.state === 'ok')
		.sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0));
	const [highest, ...others] = ranked;
	const lowest = others.at(-1);
	if (!highest || !lowest) return undefined;
	const floor = highest.figure.low ?? Infinity;
	const rivals = others.filter(({ figure }) => (figure.high ?? -Infinity) >= floor).length;
	return { highest, lowest, rivals };
}
