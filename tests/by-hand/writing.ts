import type { Indicator, Language } from './city.ts';
import type { Figure } from './figure.ts';
import { wording } from './wording.ts';

const THIN_SPACE = '\u2009';

/** 1117987 → "1 117 987" */
export function whole(number: number): string {
	const digits = String(number);
	const groups: string[] = [];
	for (let end = digits.length; end > 0; end -= 3) {
		groups.unshift(digits.slice(Math.max(0, end - 3), end));
	}
	return groups.join(THIN_SPACE);
}

/** One decimal, thousands apart. */
function tenths(number: number): string {
	const [before = '', after = ''] = number.toFixed(1).split('.');
	return `${whole(Number(before))}.${after}`;
}

/** A quotient of whole numbers to one decimal, halves up: exact, as with paper and pencil. */
export function quotientText(numerator: number, denominator: number): string {
	const [n, d] = [BigInt(numerator), BigInt(denominator)];
	return tenths(Number((20n * n + d) / (2n * d)) / 10);
}

/** The value of a figure in its unit; it must have one. */
export function valueText(indicator: Indicator, { numerator, denominator }: Figure): string {
	if (denominator === undefined) return whole(numerator);
	if (indicator.kind === 'rate') return quotientText(numerator * 10_000, denominator);
	return `${quotientText(numerator * 100, denominator)}%`;
}

/** The value of a figure, or why there is none. */
export function figureText(indicator: Indicator, figure: Figure, language: Language): string {
	if (figure.value === undefined) return wording(language, 'not_applicable');
	if (!figure.judged) return wording(language, 'too_few');
	return valueText(indicator, figure);
}

export function arithmeticText({ numerator, denominator }: Figure): string {
	return denominator === undefined ? '' : `${whole(numerator)} ÷ ${whole(denominator)}`;
}

/** "80.1–112.4" */
export function limitsText({ kind }: Indicator, { interval }: Figure): string {
	const text = (limit: number): string => {
		if (kind === 'count') return whole(Math.round(limit));
		return kind === 'rate' ? tenths(limit) : `${tenths(limit * 100)}%`;
	};
	return interval ? interval.map(text).join('–') : '';
}

/** A limit between two classes: as many decimals as it has. */
export function limitText({ kind }: Indicator, limit: number): string {
	const shown = kind === 'share' ? Number((limit * 100).toPrecision(6)) : limit;
	const [before = '', after] = String(shown).split('.');
	const text = after === undefined ? whole(Number(before)) : `${whole(Number(before))}.${after}`;
	return kind === 'share' ? `${text}%` : text;
}

const ENGLISH = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function monthText(month: string, language: Language): string {
	const [year = '', number = ''] = month.split('-');
	return language === 'zh'
		? `${year}年${String(Number(number))}月`
		: `${ENGLISH[Number(number) - 1] ?? ''} ${year}`;
}
