import { caseMeasuresOf, type CaseMeasureId } from '#lib/domain/case-measure.ts';
import type { Classes } from '#lib/domain/classes.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { m } from '#lib/i18n/messages/messages.js';

const MEASURES: Readonly<Record<CaseMeasureId, () => string>> = {
	median_days: m.measure_median,
	p90_days: m.measure_p90,
	people_per_case: m.measure_people_mean,
	people_sum: m.measure_people_sum,
	can_escalate: m.measure_escalate,
	repeat: m.measure_repeat,
	kept: m.measure_kept
};

const CLASSES: Readonly<Record<string, () => string>> = {
	quantile: m.classes_quantile,
	jenks: m.classes_jenks,
	equal: m.classes_equal,
	eb: m.classes_eb
};

/** The measures of the cases that a dataset can show, by name. */
export function measureNames(dataset: Dataset): { id: string; name: string }[] {
	return caseMeasuresOf(dataset).map((id) => ({ id, name: MEASURES[id]() }));
}

/** Name of an indicator of the manifest, or of a measure of the cases. */
export function indicatorName(dataset: Dataset, id: string, locale: Locale): string {
	const defined = dataset.index.manifest.indicators.find((one) => one.id === id);
	if (defined) return inLocale(defined.name, locale);
	return measureNames(dataset).find((one) => one.id === id)?.name ?? '';
}

/** How classes are found, in a word or two. */
export function classesName(classes: Classes = 'quantile'): string {
	return typeof classes === 'string' ? (CLASSES[classes]?.() ?? '') : m.classes_custom();
}
