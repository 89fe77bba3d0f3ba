import type { Dataset } from './dataset-index.ts';
import { facetsOf } from './facet.ts';

/** Measures of the cases that no manifest defines: what their columns tell wherever a dataset keeps them. */
export const CASE_MEASURES = [
	'median_days',
	'p90_days',
	'people_per_case',
	'people_sum',
	'can_escalate',
	'repeat',
	'kept'
] as const;
export type CaseMeasureId = (typeof CASE_MEASURES)[number];

/** Codes that are asked about, and among which, by canonical column. An agreement that is not due can be neither. */
export const PARTS: Readonly<Record<string, { codes: string[]; among: string[] }>> = {
	can_escalate: { codes: ['yes'], among: ['yes', 'no'] },
	repeat: { codes: ['yes'], among: ['yes', 'no'] },
	kept: { codes: ['kept'], among: ['kept', 'partly', 'not'] }
};

/** What a measure is counted from: bins of days, people, or a coded column of `PARTS`. */
export function columnOfMeasure(id: CaseMeasureId): string {
	if (id === 'median_days' || id === 'p90_days') return 'took';
	return id === 'people_per_case' || id === 'people_sum' ? 'people' : id;
}

/** The measures that a dataset has the columns for; one that its manifest defines under the same id is the manifest's. */
export function caseMeasuresOf(dataset: Dataset): CaseMeasureId[] {
	const facets = new Set(facetsOf(dataset).map(({ id }) => id));
	const defined = new Set(dataset.index.manifest.indicators.map(({ id }) => id));
	return CASE_MEASURES.filter((id) => {
		const column = columnOfMeasure(id);
		const asked = PARTS[column]?.codes ?? [];
		const isCoded = asked.every((code) => dataset.codes[column]?.position.has(code));
		return facets.has(column) && isCoded && !defined.has(id);
	});
}

/** The measure of the cases that an id stands for; undefined where it is none of this dataset's. */
export function caseMeasureOf(dataset: Dataset, id: string): CaseMeasureId | undefined {
	const known = CASE_MEASURES.find((one) => one === id);
	return known && caseMeasuresOf(dataset).includes(known) ? known : undefined;
}
