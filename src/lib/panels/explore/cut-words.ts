import { daysOf, firstDayOf, stretchOf, type Step } from '#lib/domain/calendar-steps.ts';
import { openingCut, withPick, type Cut, type FacetPick } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { facetsOf } from '#lib/domain/facet.ts';
import { formatMonth, formatPeriod } from '#lib/domain/format.ts';
import { isoDay, monthOf } from '#lib/domain/period.ts';
import type { Days } from '#lib/domain/period-text.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { levelInside } from '#lib/domain/view.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { facetName, valueName } from './facet-names.ts';
import { classesName, indicatorName } from './measure-names.ts';

/** One condition of a cut in words, and the cut without it. */
export interface CutCondition {
	readonly key: string;
	readonly name: string;
	/** What taking it away does, for those who do not see the cross. */
	readonly label: string;
	readonly without: Partial<Cut>;
}

/** A period in words: whole months as months, anything else by its days. */
export function spanInWords(dataset: Dataset, { first, last }: Days, locale: Locale): string {
	const all = daysOf(dataset);
	const begins = isoDay(first).endsWith('-01') || first === all.first;
	const ends = isoDay(last + 1).endsWith('-01') || last === all.last;
	if (begins && ends)
		return formatPeriod(isoDay(first).slice(0, 7), isoDay(last).slice(0, 7), locale);
	if (first === last) return isoDay(first);
	return `${isoDay(first)} – ${isoDay(last)}`;
}

/** The stretch of time that begins on a day, in words. */
export function stretchName(firstDay: number, step: Step, locale: Locale): string {
	const number = stretchOf(firstDay, step);
	const year = isoDay(firstDay).slice(0, 4);
	if (step === 'day') return isoDay(firstDay);
	if (step === 'week') return m.explore_week_name({ date: isoDay(firstDayOf(number, step)) });
	if (step === 'month') return formatMonth(monthOf(number), locale);
	if (step === 'year') return m.explore_year_name({ year });
	return m.explore_quarter_name({ year, quarter: (number % 4) + 1 });
}

/** The conditions that a reader has added to what opens: area, period, picks in the order of the facets. */
export function conditionsOf(dataset: Dataset, cut: Cut, locale: Locale): CutCondition[] {
	const opening = openingCut(dataset);
	const found: CutCondition[] = [];
	const areaName = (code: string): string =>
		inLocale(
			dataset.areas.names[dataset.areas.position.get(code) ?? 0] ?? { zh: '', en: '' },
			locale
		);
	if (cut.area !== opening.area) {
		const name = areaName(cut.area);
		const without = { area: opening.area, level: levelInside(dataset, opening.area) };
		found.push({ key: 'scope', name, label: m.filter_reset_area({ name }), without });
	}
	if (cut.span.first !== opening.span.first || cut.span.last !== opening.span.last) {
		const name = spanInWords(dataset, cut.span, locale);
		const label = m.filter_reset_period({ name });
		found.push({ key: 'span', name, label, without: { span: opening.span } });
	}
	const add = (id: string, pick: FacetPick, nameOf: (code: string) => string): void => {
		for (const code of pick.codes) {
			const plain = nameOf(code);
			const name = pick.isExcluded ? m.explore_not({ name: plain }) : plain;
			const codes = pick.codes.filter((one) => one !== code);
			const { picks } = withPick(cut, id, { ...pick, codes });
			found.push({
				key: `${id} ${code}`,
				name,
				label: m.filter_remove({ name }),
				without: { picks }
			});
		}
	};
	const areas = cut.picks['area'];
	if (areas) addAreas(found, cut, areas, areaName, add);
	for (const facet of facetsOf(dataset)) {
		const pick = cut.picks[facet.id];
		if (!pick) continue;
		add(facet.id, pick, (code) => {
			const value = valueName(dataset, facet, code, locale);
			// "Yes" alone says nothing.
			const isNamed = facet.id === 'type' || facet.kind !== 'codes';
			if (isNamed) return value;
			return m.explore_of_facet({ facet: facetName(dataset, facet, locale), value });
		});
	}
	if (cut.smooth !== undefined) {
		const name = m.smooth_eb();
		found.push({
			key: 'smooth',
			name,
			label: m.filter_remove({ name }),
			without: { smooth: undefined }
		});
	}
	return found;
}

/** What is looked at, for paper: place, indicator, period, and every condition. */
export function cutInWords(dataset: Dataset, cut: Cut, locale: Locale): string {
	const conditions = conditionsOf(dataset, cut, locale).filter(({ key }) => !isFrame(key));
	const place = dataset.areas.names[dataset.areas.position.get(cut.area) ?? 0];
	const parts = place ? [inLocale(place, locale)] : [];
	parts.push(indicatorName(dataset, cut.indicator, locale));
	parts.push(spanInWords(dataset, cut.span, locale), ...conditions.map(({ name }) => name));
	if (cut.classes !== undefined) parts.push(m.classes_note({ how: classesName(cut.classes) }));
	return parts.join(' · ');
}

/** The period and what is counted, as short as a legend needs it: more than two conditions are only numbered. */
export function cutInShort(dataset: Dataset, cut: Cut, locale: Locale): string {
	const conditions = conditionsOf(dataset, cut, locale).filter(({ key }) => !isFrame(key));
	const names =
		conditions.length > 2
			? [m.explore_conditions({ count: conditions.length })]
			: conditions.map(({ name }) => name);
	return [spanInWords(dataset, cut.span, locale), ...names].join(' · ');
}

/** Place and period stand in words already where conditions are listed after them. */
const isFrame = (key: string): boolean => key === 'scope' || key === 'span';

/** Many areas are one condition: a chip each would fill the screen. */
function addAreas(
	found: CutCondition[],
	cut: Cut,
	pick: FacetPick,
	nameOf: (code: string) => string,
	add: (id: string, pick: FacetPick, nameOf: (code: string) => string) => void
): void {
	const [first = '', ...others] = pick.codes;
	if (others.length < 5) {
		add('area', pick, nameOf);
		return;
	}
	const plain = m.explore_areas_chosen({ name: nameOf(first), count: pick.codes.length });
	const name = pick.isExcluded ? m.explore_not({ name: plain }) : plain;
	const { picks } = withPick(cut, 'area', undefined);
	found.push({ key: 'area', name, label: m.filter_remove({ name }), without: { picks } });
}

/** What clearing all conditions changes: the indicator, the step of time and the order of the table stay. */
export function withoutConditions(dataset: Dataset): Partial<Cut> {
	const { area, level, span } = openingCut(dataset);
	return { area, level, span, picks: {}, smooth: undefined };
}
