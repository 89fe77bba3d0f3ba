import type { CheckedFigure } from '#lib/dataset/report-figures.ts';
import type { Report } from '#lib/domain/report.ts';
import { inLocale } from '#lib/domain/text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';
import { plainText } from '#lib/i18n/plain-text.ts';

/** The figures of a report, a line each, beside what the books say. */
export function printFigures(report: Report, figures: readonly CheckedFigure[]): void {
	const found = new Map(figures.map((figure) => [figure.id, figure]));
	console.log(m.cli_report({ from: report.from, to: report.to }));
	for (const { id, name, printed, atLeast } of report.sections.flatMap(({ figures }) => figures)) {
		const figure = found.get(id);
		const parts = {
			name: plainText(inLocale(name, getLocale())),
			printed: `${atLeast ? '≥ ' : ''}${String(printed)}`,
			counted: String(figure?.counted)
		};
		console.log(`  ${figure?.verifiable ? m.cli_figure(parts) : m.cli_figure_unverifiable(parts)}`);
	}
}
