import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { figureOf, type Figure } from '#lib/cube/figure.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { smallIndex } from '#lib/domain/small-dataset.ts';
import { overwriteGetLocale } from '#lib/i18n/messages/runtime.js';
import {
	arithmeticText,
	denominatorName,
	figureText,
	intervalText,
	numeratorName
} from './describe.ts';

const { manifest } = smallIndex();
const thin = '\u2009';

function indicatorOf(kind: Indicator['kind']): Indicator {
	const found = manifest.indicators.find((one) => one.kind === kind);
	if (!found) throw new Error(`The small city has no ${kind}.`);
	return found;
}
const [count, share, rate] = [indicatorOf('count'), indicatorOf('share'), indicatorOf('rate')];

const figures: [string, Indicator, Figure][] = [
	['count', count, figureOf(count, 7119, NaN)],
	['share', share, figureOf(share, 6814, 7119)],
	['rate', rate, figureOf(rate, 30, 2600)]
];

beforeEach(() => overwriteGetLocale(() => 'en'));
afterAll(() => overwriteGetLocale(() => 'zh-CN'));

describe('the text of a figure', () => {
	it.each([
		['count', `7${thin}119`],
		['share', '95.7%'],
		['rate', '115.4']
	])('of a %s is its value: %s', (kind, text) => {
		const [, indicator, figure] = figures.find(([name]) => name === kind) ?? [];
		expect(indicator && figure && figureText(indicator, figure)).toBe(text);
	});

	it('says that there are too few cases instead of a value', () => {
		const figure = figureOf(share, 3, 4);
		expect(figure.value).toBe(0.75);
		expect(figureText(share, figure)).toBe('Too few cases to judge');
		overwriteGetLocale(() => 'zh-CN');
		expect(figureText(share, figure)).toBe('案件数过少，不作评价');
	});

	it.each([
		['nobody lives there', figureOf(rate, 3, 0)],
		['nobody knows how many live there', figureOf(rate, 3, NaN)]
	])('says that a figure does not apply where %s', (_, figure) => {
		expect(figureText(rate, figure)).toBe('Not applicable');
		overwriteGetLocale(() => 'zh-CN');
		expect(figureText(rate, figure)).toBe('不适用');
	});
});

describe('the text of an interval', () => {
	it.each([
		['en', '95% interval 95.2%–96.2%'],
		['zh-CN', '95% 区间 95.2%–96.2%']
	] as const)('has both limits, in %s', (locale, text) => {
		overwriteGetLocale(() => locale);
		expect(intervalText(share, figureOf(share, 6814, 7119))).toBe(text);
	});

	it('is in the unit of the indicator', () => {
		expect(intervalText(rate, figureOf(rate, 30, 2600))).toBe('95% interval 77.8–164.7');
		expect(intervalText(count, figureOf(count, 10_000, NaN))).toBe(
			`95% interval 9${thin}805–10${thin}198`
		);
	});

	it('is empty where there is none', () => {
		expect(intervalText(rate, figureOf(rate, 3, NaN))).toBe('');
		expect(intervalText(share, { ...figureOf(share, 3, 4), high: undefined })).toBe('');
	});

	it('is there where a limit is 0', () => {
		expect(intervalText(share, figureOf(share, 0, 40))).toBe('95% interval 0.0%–8.8%');
	});
});

describe('the arithmetic of a figure', () => {
	it.each([
		['share', `6${thin}814 ÷ 7${thin}119`],
		['rate', `30 ÷ 2${thin}600`],
		['count', '']
	])('of a %s reads %j', (kind, text) => {
		const [, indicator, figure] = figures.find(([name]) => name === kind) ?? [];
		expect(indicator && figure && arithmeticText(indicator, figure)).toBe(text);
	});

	it('is empty where the denominator is not known', () => {
		expect(arithmeticText(rate, figureOf(rate, 3, NaN))).toBe('');
	});
});

describe('the names on a definition card', () => {
	it.each([
		['a count, which has none', count, 'A count has no denominator', '件数没有分母'],
		['a share: its tally', share, 'Handled', '受理'],
		['a rate: the residents', rate, 'Resident population', '常住人口']
	])('say what is divided by, for %s', (_, indicator, en, zh) => {
		expect(denominatorName(manifest, indicator, 'en')).toBe(en);
		overwriteGetLocale(() => 'zh-CN');
		expect(denominatorName(manifest, indicator, 'zh-CN')).toBe(zh);
	});

	it.each([
		['a count', count, 'Handled', '受理'],
		['a share', share, 'Resolved', '成功'],
		['a rate', rate, 'Handled', '受理']
	])('say what is counted, for %s', (_, indicator, en, zh) => {
		expect(numeratorName(manifest, indicator, 'en')).toBe(en);
		expect(numeratorName(manifest, indicator, 'zh-CN')).toBe(zh);
	});
});
