import { CASES } from '#lib/cube/linked-counts.ts';
import { caseMeasureOf, columnOfMeasure, PARTS } from '#lib/domain/case-measure.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { TOOK_BINS } from '#lib/domain/facet.ts';
import { among, counted, tookTally } from '#lib/domain/measure-tally.ts';
import { ident, sql, type Sql } from '#lib/engine/sql.ts';

/** What a panel counts beside the manifest's tallies, for one measure of the cases. */
export interface MeasureTallies {
	/** What cases are grouped by further, a column as it lies; undefined where sums are enough. */
	readonly key: Sql | undefined;
	/** Columns of the answer to add up, beside the number of cases. */
	readonly sums: readonly { readonly name: string; readonly sum: Sql }[];
	readonly tallies: readonly {
		readonly id: string;
		/** The column that is added up. */
		readonly of: string;
		/** Over groups with one of these keys; over all where undefined. */
		readonly keys: ReadonlySet<number> | undefined;
	}[];
}

/** The tallies that an indicator needs; undefined where the manifest's are enough. */
export function measureTallies(dataset: Dataset, indicator: string): MeasureTallies | undefined {
	const measure = caseMeasureOf(dataset, indicator);
	if (!measure) return undefined;
	const column = columnOfMeasure(measure);
	if (column === 'people') {
		const sums = [
			{ name: counted(column), sum: sql`coalesce(sum(people), 0)::DOUBLE` },
			{ name: among(column), sum: sql`count(people)::INTEGER` }
		];
		const tallies = sums.map(({ name }) => ({ id: name, of: name, keys: undefined }));
		return { key: undefined, sums, tallies };
	}
	if (column === 'took') {
		const tallies = TOOK_BINS.codes.map((code, bin) => ({
			id: tookTally(code),
			of: CASES,
			keys: new Set([bin])
		}));
		return { key: sql`took_bin`, sums: [], tallies };
	}
	const list = dataset.codes[column];
	const keysOf = (codes: readonly string[]): Set<number> =>
		new Set(codes.flatMap((code) => list?.position.get(code) ?? []));
	const part = PARTS[column] ?? { codes: [], among: [] };
	const tallies = [
		{ id: counted(column), of: CASES, keys: keysOf(part.codes) },
		{ id: among(column), of: CASES, keys: keysOf(part.among) }
	];
	return { key: ident(column), sums: [], tallies };
}
