import type { Account } from '#lib/domain/dataset-index.ts';
import { daysOfReport, reportFigures, type CheckedFigure } from './report-figures.ts';
import type { BookAccount } from '#lib/ingest/book.ts';
import { parseDate } from '#lib/ingest/date.ts';
import { tallyCounts } from './count-cases.ts';
import { coverageOf, organisationsByKind, type Coverage } from './coverage.ts';
import type { Source } from './source.ts';

/**
 * What `hetu check` prints of a dataset that can be used: the tallies of the manifest by their ids (`handled`,
 * `resolved`, …) over the months of its report, else of its opening page, and over the whole period; areas by level;
 * organisations on the data's own day; the report's figures; and what became of every row.
 */
export interface Summary {
	readonly dataset: string;
	/** Invented data: whatever is printed of them says so. */
	readonly synthetic: boolean;
	readonly counted: { readonly from: string; readonly to: string };
	readonly tallies: Readonly<Record<string, number>>;
	readonly all: Readonly<Record<string, number>>;
	readonly areas: Readonly<Record<string, number>>;
	/** Undefined where the dataset has no table of them. */
	readonly zones: number | undefined;
	readonly organisations: Readonly<Record<string, number>> | undefined;
	readonly coverage: Coverage | undefined;
	readonly figures: readonly CheckedFigure[] | undefined;
	readonly account: Account;
	readonly tables: Readonly<Record<string, BookAccount>>;
}

/** The same as one JSON object for machines: the tallies stand in it by their ids. */
export function summaryJson(summary: Summary): Record<string, unknown> {
	const { dataset, synthetic, counted, tallies, account, figures, tables, ...rest } = summary;
	const printed = figures?.map(({ id, printed, counted, denominator, equal }) => ({
		id,
		printed,
		counted,
		denominator,
		equal
	}));
	return {
		dataset,
		synthetic,
		counted,
		...tallies,
		...rest,
		figures: printed,
		...accountJson(account),
		tables
	};
}

export function accountJson(account: Account): Record<string, unknown> {
	const { rows, accepted, rejected, setAside, notes } = account;
	return { rows, accepted, rejected, set_aside: setAside, notes };
}

export function summaryOf(source: Source): Summary {
	const { manifest, areas, account, books } = source;
	const perLevel: Record<string, number> = {};
	for (const [level, { id }] of manifest.levels.entries()) {
		perLevel[id] = areas.level.reduce((count, one) => count + (one === level ? 1 : 0), 0);
	}
	const { from, to } = manifest.report ?? manifest.opening;
	const asOf = parseDate(manifest.as_of, 'YYYY-MM-DD')?.day ?? NaN;
	return {
		dataset: manifest.id,
		synthetic: manifest.synthetic,
		counted: { from, to },
		tallies: tallyCounts(source, daysOfReport({ from, to })),
		all: tallyCounts(source),
		areas: perLevel,
		zones: books.zones?.rows,
		organisations: books.organisations && organisationsByKind(source, asOf),
		coverage: books.organisations && coverageOf(source, asOf),
		figures: manifest.report && reportFigures(source),
		account,
		tables: Object.fromEntries(Object.entries(books).map(([name, book]) => [name, book.account]))
	};
}
