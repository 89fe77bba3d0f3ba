import type { Dataset } from '#lib/domain/dataset-index.ts';
import { formatPeriod } from '#lib/domain/format.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { levelInside, type View } from '#lib/domain/view.ts';
import { m } from '#lib/i18n/messages/messages.js';

/** One condition of a View in words, and the View without it. */
export interface Chosen {
	readonly key: string;
	readonly name: string;
	/** What taking it away does, for those who do not see the cross. */
	readonly label: string;
	readonly without: Partial<View>;
}

/** The conditions that a reader has added to the opening View: area, period, types, in this order. */
export function chosenOf(dataset: Dataset, view: View, locale: Locale): Chosen[] {
	const { areas, codes, index } = dataset;
	const { opening } = index.manifest;
	const found: Chosen[] = [];
	const root = areas.codes[0] ?? '';
	if (view.area !== root) {
		const name = inLocale(areas.names[areas.position.get(view.area) ?? 0] ?? NAMELESS, locale);
		const without = { area: root, level: levelInside(dataset, root) };
		found.push({ key: 'area', name, label: m.filter_reset_area({ name }), without });
	}
	if (view.from !== opening.from || view.to !== opening.to) {
		const name = formatPeriod(view.from, view.to, locale);
		const without = { from: opening.from, to: opening.to };
		found.push({ key: 'period', name, label: m.filter_reset_period({ name }), without });
	}
	const types = codes['type'];
	for (const code of view.types) {
		const name = inLocale(types?.names[types.position.get(code) ?? -1] ?? NAMELESS, locale);
		const without = { types: view.types.filter((one) => one !== code) };
		found.push({ key: `type ${code}`, name, label: m.filter_remove({ name }), without });
	}
	return found;
}

/** What clearing all conditions changes: the indicator and the order of the table stay. */
export function openingPart(dataset: Dataset): Partial<View> {
	const { from, to } = dataset.index.manifest.opening;
	const area = dataset.areas.codes[0] ?? '';
	return { area, level: levelInside(dataset, area), from, to, types: [] };
}

const NAMELESS = { zh: '', en: '' };

/** The chosen types by name, or that all are meant. */
export function typesInWords({ codes }: Dataset, { types }: View, locale: Locale): string {
	if (types.length === 0) return m.filter_all_types();
	const list = codes['type'];
	return types
		.map((code) => inLocale(list?.names[list.position.get(code) ?? -1] ?? NAMELESS, locale))
		.join(locale === 'en' ? ', ' : '、');
}

/** A View in one line, as paper says it: place, period, types, indicator. */
export function viewInWords(dataset: Dataset, view: View, locale: Locale): string {
	const { areas, index } = dataset;
	const indicator = index.manifest.indicators.find(({ id }) => id === view.indicator);
	const place = areas.names[areas.position.get(view.area) ?? 0] ?? NAMELESS;
	return [
		inLocale(place, locale),
		formatPeriod(view.from, view.to, locale),
		typesInWords(dataset, view, locale),
		inLocale(indicator?.name ?? NAMELESS, locale)
	].join(' · ');
}
