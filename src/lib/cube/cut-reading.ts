import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { pathTo, runsOf } from '#lib/domain/hierarchy.ts';
import { isoDay } from '#lib/domain/period.ts';
import type { View } from '#lib/domain/view.ts';
import type { AreaCounts } from './area-figures.ts';
import type { LinkedCounts } from './linked-counts.ts';
import { readingOfCounts, type Reading, type ReadingChoice } from './reading.ts';
import { rollUp } from './roll-up.ts';

/** The areas of linked counts as map and table read them; see `readingOfCounts` for `fixed`. */
export function cutReading(
	dataset: Dataset,
	cut: Cut,
	{ panels }: LinkedCounts,
	fixed?: readonly number[],
	choose?: (counts: AreaCounts) => ReadingChoice
): Reading {
	const tallies = panels.get('area')?.tallies ?? {};
	const counts = Object.fromEntries(
		Object.entries(tallies).map(([id, own]) => [id, rollUp(own, dataset.areas.end)])
	);
	return readingOfCounts(dataset, viewOf(cut), counts, fixed, choose?.(counts));
}

/** A View of the same area, level, indicator and order; its period is the months that the cut touches. */
function viewOf({ span, picks, ...rest }: Cut): View {
	const month = (day: number): string => isoDay(day).slice(0, 7);
	return {
		...rest,
		from: month(span.first),
		to: month(span.last),
		types: picks['type']?.isExcluded === false ? picks['type'].codes : []
	};
}

/** Which of the areas that are drawn are picked: each that is one of the picked areas, or lies in one. */
export function pickedAreas({ areas }: Dataset, cut: Cut, drawn: readonly number[]): Set<number> {
	const codes = new Set(cut.picks['area']?.codes ?? []);
	const isPicked = (at: number): boolean =>
		pathTo(areas, at).some((up) => codes.has(areas.codes[up] ?? ''));
	return new Set(drawn.filter(isPicked));
}

/** Residents of the areas that a cut leaves of the open one; NaN where those of one of them are not known. */
export function cutPopulation({ areas }: Dataset, cut: Cut): number {
	const scope = areas.position.get(cut.area) ?? 0;
	const whole = areas.population[scope] ?? NaN;
	const pick = cut.picks['area'];
	if (!pick) return whole;
	const end = areas.end[scope] ?? scope + 1;
	const residents = (first: number, past: number): number => {
		let sum = 0;
		for (let at = first; at < past; at = areas.end[at] ?? at + 1) {
			sum += areas.population[at] ?? NaN;
		}
		return sum;
	};
	const inScope = pick.codes.filter((code) => {
		const at = areas.position.get(code) ?? -1;
		return at > scope && at < end;
	});
	const isAllPicked = pick.codes.some((code) => {
		const at = areas.position.get(code) ?? -1;
		return at >= 0 && at <= scope && (areas.end[at] ?? at + 1) > scope;
	});
	// Areas that lie in a picked one are merged into its run, so that nobody is counted twice.
	const picked = isAllPicked
		? whole
		: runsOf(areas, inScope).reduce((sum, [first, past]) => sum + residents(first, past), 0);
	return pick.isExcluded ? whole - picked : picked;
}
