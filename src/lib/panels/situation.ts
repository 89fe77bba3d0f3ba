import { extremesOf } from '#lib/cube/extremes.ts';
import type { AreaReading, Reading } from '#lib/cube/reading.ts';
import { formatCount, formatValue } from '#lib/domain/format.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { figureText } from './describe.ts';

/** How things stand in one or two sentences: the whole, the ends, and how sure the upper end is. */
export function situationText(reading: Reading, locale: Locale): string {
	const { indicator, whole, areas, dataset } = reading;
	const nameOf = (position: number): string =>
		inLocale(dataset.areas.names[position] ?? { zh: '', en: '' }, locale);
	const valueOf = ({ figure }: AreaReading): string => formatValue(indicator, figure.value);
	if (reading.n === 0) return m.sentence_none();
	const words = {
		place: nameOf(reading.scope),
		indicator: inLocale(indicator.name, locale),
		value: figureText(indicator, whole)
	};
	const extremes = extremesOf(areas);
	if (!extremes) return m.sentence_one(words);
	const { highest, lowest, rivals } = extremes;
	const all = {
		...words,
		highest: nameOf(highest.position),
		high: valueOf(highest),
		from: formatValue(indicator, highest.figure.low),
		to: formatValue(indicator, highest.figure.high),
		lowest: nameOf(lowest.position),
		low: valueOf(lowest)
	};
	if (rivals === 0) return m.sentence_highest_alone(all);
	return m.sentence_highest({ ...all, rivals: formatCount(rivals) });
}
