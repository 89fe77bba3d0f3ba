import type { CheckedReport } from '#lib/domain/checked-report.ts';
import { MISSING } from '#lib/ingest/case-table.ts';
import type { Source } from './source.ts';
import { casesOfTally, daysOfReport, reportFigures } from './report-figures.ts';

/** The manifest's report with every figure counted again, as a page shows it; undefined where there is none. */
export function checkedReport(source: Source): CheckedReport | undefined {
	const { report } = source.manifest;
	if (!report) return undefined;
	const { title, source: printedIn, from, to, caveats } = report;
	const found = new Map(reportFigures(source).map((figure) => [figure.id, figure]));
	const division = divisionOf(source);
	return {
		title,
		source: printedIn,
		from,
		to,
		caveats,
		sections: report.sections.map(({ name, figures }) => ({
			name,
			figures: figures.map(({ id, name, unit, note, printed }) => {
				const { atLeast = false, equal = false, counted, denominator } = found.get(id) ?? {};
				return { id, name, unit, note, printed, atLeast, equal, counted, denominator };
			})
		})),
		...(division && { division })
	};
}

/**
 * How the cases of one tally that are not of another divide by the codes of a list; codes without a case are left out.
 * Cases without a code are a part without a name, the last one.
 */
export function divisionOf(source: Source): CheckedReport['division'] {
	const { report } = source.manifest;
	if (!report?.division) return undefined;
	const { name, note, tally, minus, by } = report.division;
	const rows = casesOfTally(source, tally, minus, daysOfReport(report));
	const counts = new Map<number, number>();
	for (const row of rows) {
		const code = source.table.codes[by]?.[row] ?? MISSING;
		counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	const names = source.lists[by]?.tree.names ?? [];
	const parts = names.flatMap((of, code) => {
		const n = counts.get(code);
		return n === undefined ? [] : [{ name: of, n }];
	});
	const unstated = counts.get(MISSING);
	const rest = unstated === undefined ? [] : [{ n: unstated }];
	return { name, note, total: rows.length, parts: [...parts, ...rest] };
}
