import type { Dataset } from '#lib/domain/dataset-index.ts';
import { tallyOf, type Cube } from './cube.ts';
import { fold } from './fold.ts';

/** A type of which some areas have more cases than their residents would have of the whole place's. */
export interface LeadingType {
	/** Position in the code list of types. */
	readonly type: number;
	readonly cases: number;
	readonly expected: number;
}

/**
 * The type that adds most to what some areas have beyond the expected (for one of few cases, takes most away); undefined
 * where none does. Types of the coarser level are left out: theirs are the sums.
 *
 * @param cube area × type
 * @param positions as in `clusterMonths`
 */
export function leadingType(
	dataset: Dataset,
	cube: Cube,
	tally: string,
	positions: readonly number[],
	scope: number,
	isHigh: boolean
): LeadingType | undefined {
	const { end, population } = dataset.areas;
	const byType = (position: number): Uint32Array =>
		tallyOf(fold(cube, 'area', position, end[position] ?? position + 1), tally);
	const all = byType(scope);
	const own = new Float64Array(all.length);
	let residents = 0;
	for (const position of positions) {
		residents += population[position] ?? NaN;
		byType(position).forEach((count, type) => (own[type] = (own[type] ?? 0) + count));
	}
	const share = residents / (population[scope] ?? NaN);
	let best: LeadingType | undefined;
	let most = 0;
	own.forEach((cases, type) => {
		const expected = (all[type] ?? 0) * share;
		const apart = (isHigh ? 1 : -1) * (cases - expected);
		if (!(apart > most)) return;
		most = apart;
		best = { type, cases, expected };
	});
	return best;
}
