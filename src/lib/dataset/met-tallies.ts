import type { Hierarchy } from '#lib/domain/hierarchy.ts';
import { conditionalTallies, type Tally } from '#lib/domain/indicator.ts';
import type { CaseTable } from '#lib/ingest/case-table.ts';

/**
 * For each case which tallies with conditions it counts for: bit i stands for the i-th of `conditionalTallies`. Grouped by
 * this one small number all tallies are counted at once; asked one by one, each costs as much as the count of cases.
 *
 * @param trees the code list of each coded column
 */
export function metTallies(
	{ rows, codes }: CaseTable,
	tallies: readonly Tally[],
	trees: Readonly<Record<string, Hierarchy>>
): Int32Array {
	const met = new Int32Array(rows);
	conditionalTallies(tallies).forEach(({ where }, bit) => {
		const conditions = Object.entries(where).map(([column, chosen]) => ({
			values: codes[column],
			positions: new Set(chosen.map((code) => trees[column]?.position.get(code)))
		}));
		for (let row = 0; row < rows; row++) {
			const isMet = conditions.every(({ values, positions }) =>
				positions.has(values?.[row] ?? NaN)
			);
			if (isMet) met[row] = (met[row] ?? 0) | (1 << bit);
		}
	});
	return met;
}

/** The same with the number of those tallies: what `caseArrow` writes. */
export function talliedIn(
	table: CaseTable,
	{ tallies }: { readonly tallies: readonly Tally[] },
	trees: Readonly<Record<string, Hierarchy>>
): { met: Int32Array; count: number } {
	return { met: metTallies(table, tallies, trees), count: conditionalTallies(tallies).length };
}
