import type { Indicator } from './indicator.ts';
import { monthNumber, type Month } from './period.ts';
import type { Locale } from './text.ts';

/** Thin space between thousands; where a line could break in it, the style forbids that. */
const THIN_SPACE = '\u2009';

/** 7119 → "7 119", with a narrow space at every third digit. */
export function formatCount(count: number): string {
	return Math.round(count)
		.toString()
		.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}

/** A number as it stands, decimals and all, with thousands apart: 3 000 000, 95.7. */
export function formatNumber(value: number): string {
	return formatDecimal(value, decimalsOf(value));
}

/**
 * Halves up, as on paper: 23 of 80 are 28.75 %, which reads 28.8 although the nearest binary number lies a little below.
 * Twelve digits are what is left of a quotient once its rounding error is taken off.
 */
function formatDecimal(value: number, digits: number): string {
	const scale = 10 ** digits;
	const rounded = Math.round(Number((value * scale).toPrecision(12))) / scale;
	const [whole = '', fraction] = rounded.toFixed(digits).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
	return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A share between 0 and 1 as a percentage with one decimal. */
export function formatShare(share: number): string {
	return `${formatDecimal(share * 100, 1)}%`;
}

/** A value of an indicator, without its unit; "—" where there is none. */
export function formatValue(indicator: Indicator, value: number | undefined): string {
	if (value === undefined || Number.isNaN(value)) return '—';
	if (indicator.kind === 'count' || indicator.kind === 'sum') return formatCount(value);
	return indicator.kind === 'share' ? formatShare(value) : formatDecimal(value, 1);
}

/** A class limit: as short as it is exact, since limits are rounded before they are used. */
export function formatLimit(indicator: Indicator, limit: number): string {
	if (indicator.kind !== 'share') return formatDecimal(limit, decimalsOf(limit));
	const percent = Number((limit * 100).toPrecision(12));
	return `${formatDecimal(percent, decimalsOf(percent))}%`;
}

function decimalsOf(value: number): number {
	return (String(value).split('.')[1] ?? '').length;
}

const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function formatMonth(month: Month, locale: Locale): string {
	const number = monthNumber(month) ?? 0;
	const year = String(Math.floor(number / 12));
	const inYear = number % 12;
	if (locale === 'en') return `${MONTHS_EN[inYear] ?? ''} ${year}`;
	return `${year}年${String(inYear + 1)}月`;
}

/** "2018年1–8月", "Jan–Aug 2018"; the year is said once where it is the same. */
export function formatPeriod(from: Month, to: Month, locale: Locale): string {
	if (from === to) return formatMonth(from, locale);
	if (from.slice(0, 4) !== to.slice(0, 4)) {
		return `${formatMonth(from, locale)}${locale === 'en' ? ' – ' : '至'}${formatMonth(to, locale)}`;
	}
	const [first, last] = [from, to].map((month) => (monthNumber(month) ?? 0) % 12);
	const year = from.slice(0, 4);
	if (locale === 'en')
		return `${MONTHS_EN[first ?? 0] ?? ''}–${MONTHS_EN[last ?? 0] ?? ''} ${year}`;
	return `${year}年${String((first ?? 0) + 1)}–${String((last ?? 0) + 1)}月`;
}
