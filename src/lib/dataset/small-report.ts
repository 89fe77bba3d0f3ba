import type { Report } from '#lib/domain/report.ts';
import { bookFiles } from '#lib/ingest/small-books.ts';
import { caseRow, casesCsv, smallManifest } from '#lib/ingest/small-folder.ts';

const text = (en: string): { zh: string; en: string } => ({ zh: `${en}的中文`, en });

type Figure = Report['sections'][number]['figures'][number];

/** A figure that is counted so. */
export function figure(
	id: string,
	printed: number,
	counted: Extract<Figure, { counted: unknown }>['counted'],
	more: Partial<Extract<Figure, { counted: unknown }>> = {}
): Figure {
	return { id, name: text(id), printed, counted, ...more };
}

/** A report of the small city's year, from March on; the product does not import it. */
export function smallReport(figures: readonly Figure[], more: Partial<Report> = {}): Report {
	return {
		title: text('Report'),
		source: text('Made up'),
		from: '2020-03',
		to: '2020-12',
		caveats: [text('Beware')],
		sections: [{ name: text('All'), figures: [...figures] }],
		...more
	};
}

/**
 * The small city with all its tables, a report, and six cases: one before the report's months; of the five within them
 * three are resolved, one is open and one not resolved.
 */
export function reportFiles(report: Report): Record<string, string> {
	return {
		...bookFiles({}, { report, seed: 7, synthetic: true, tallies: smallManifest().tallies }),
		'cases.csv': casesCsv([
			caseRow({ Case_No: '0', Opened: '02/29/2020 09:00:00 AM' }),
			caseRow({ Case_No: '1', Opened: '03/01/2020 09:00:00 AM' }),
			caseRow({ Case_No: '2' }),
			caseRow({ Case_No: '3', Opened: '12/31/2020 11:59:59 PM', Closed: '' }),
			caseRow({ Case_No: '4', State: 'open', Closed: '', Ending: '' }),
			caseRow({ Case_No: '5', Ending: 'broken off' })
		])
	};
}
