import type { Tally } from '#lib/domain/indicator.ts';
import { MISSING } from '#lib/ingest/case-table.ts';
import type { Days } from '#lib/domain/period-text.ts';
import type { Source } from './source.ts';

type Cases = Pick<Source, 'table' | 'lists'>;

/** Which rows of the case table count for a tally. */
export function inTally({ table, lists }: Cases, { where }: Tally): (row: number) => boolean {
	const tests = Object.entries(where).map(([column, codes]) => ({
		values: table.codes[column],
		positions: new Set(codes.map((code) => lists[column]?.tree.position.get(code)))
	}));
	return (row) => tests.every(({ values, positions }) => positions.has(values?.[row] ?? MISSING));
}

/** Rows of cases that were opened on one of the days, all without them, and for which the test holds. */
export function casesWhere(
	{ table }: Cases,
	test: (row: number) => boolean,
	days?: Days
): number[] {
	const found: number[] = [];
	for (let row = 0; row < table.rows; row++) {
		const day = table.openedOn[row] ?? MISSING;
		if (days && (day < days.first || day > days.last)) continue;
		if (test(row)) found.push(row);
	}
	return found;
}

/** The number of cases of every tally of the manifest, by its id. */
export function tallyCounts(source: Source, days?: Days): Record<string, number> {
	return Object.fromEntries(
		source.manifest.tallies.map((tally) => [
			tally.id,
			casesWhere(source, inTally(source, tally), days).length
		])
	);
}
