import { absenceOf, type Figure } from '#lib/cube/figure.ts';
import { formatCount, formatValue } from '#lib/domain/format.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { absenceWord } from '#lib/ui/absence-word.ts';

/** "95% interval 80.1–112.4", or nothing where there is none. */
export function intervalText(indicator: Indicator, { low, high }: Figure): string {
	if (low === undefined || high === undefined) return '';
	return m.figure_interval({
		low: formatValue(indicator, low),
		high: formatValue(indicator, high)
	});
}

/** "6 814 ÷ 7 119": the arithmetic behind a share or rate; empty for a count. */
export function arithmeticText(indicator: Indicator, figure: Figure): string {
	if (indicator.kind === 'count' || Number.isNaN(figure.denominator)) return '';
	if (indicator.kind === 'days') return m.explore_of_closed({ n: formatCount(figure.denominator) });
	if (indicator.kind === 'sum') return m.explore_of_stated({ n: formatCount(figure.denominator) });
	return `${formatCount(figure.numerator)} ÷ ${formatCount(figure.denominator)}`;
}

/** The value, or why there is none. */
export function figureText(indicator: Indicator, figure: Figure): string {
	const absence = absenceOf(figure);
	return absence ? absenceWord(absence) : formatValue(indicator, figure.value);
}

/** What the denominator of an indicator counts. */
export function denominatorName(manifest: Manifest, indicator: Indicator, locale: Locale): string {
	if (indicator.kind === 'count') return m.no_denominator_needed();
	if (indicator.kind === 'rate') return m.residents();
	if ('among' in indicator) return inLocale(indicator.among, locale);
	const tally = manifest.tallies.find(({ id }) => id === indicator.denominator);
	return tally ? inLocale(tally.name, locale) : '';
}

export function numeratorName(manifest: Manifest, indicator: Indicator, locale: Locale): string {
	if ('counted' in indicator) return inLocale(indicator.counted, locale);
	const tally = manifest.tallies.find(({ id }) => id === indicator.numerator);
	return tally ? inLocale(tally.name, locale) : '';
}
