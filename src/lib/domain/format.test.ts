import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	formatCount,
	formatNumber,
	formatLimit,
	formatMonth,
	formatPeriod,
	formatShare,
	formatValue
} from './format.ts';
import type { Indicator } from './indicator.ts';
import { monthOf } from './period.ts';
import { smallIndex } from './small-dataset.ts';

const fixed = { seed: 42 };
const thin = '\u2009';

function indicatorOf(kind: Indicator['kind']): Indicator {
	const found = smallIndex().manifest.indicators.find((one) => one.kind === kind);
	if (!found) throw new Error(`The small city has no ${kind}.`);
	return found;
}
const [count, share, rate] = [indicatorOf('count'), indicatorOf('share'), indicatorOf('rate')];

describe('a number as text', () => {
	it.each([
		[7119, `7${thin}119`],
		[3_000_000, `3${thin}000${thin}000`],
		[95.7, '95.7'],
		[1234.25, `1${thin}234.25`],
		[0, '0']
	])('%d reads %s', (number, text) => {
		expect(formatNumber(number)).toBe(text);
	});
});

describe('a count as text', () => {
	it.each([
		[0, '0'],
		[7, '7'],
		[999, '999'],
		[1000, `1${thin}000`],
		[7119, `7${thin}119`],
		[123_456, `123${thin}456`],
		[10_000_000, `10${thin}000${thin}000`],
		[-1234, `-1${thin}234`],
		[-123, '-123'],
		[-0.4, '0'],
		[2.5, '3'],
		[1999.6, `2${thin}000`]
	])('%d reads %s', (number, text) => {
		expect(formatCount(number)).toBe(text);
	});

	it('has all its digits, in groups of three from the right', () => {
		fc.assert(
			fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (number) => {
				const groups = formatCount(number).split(thin);
				expect(Number(groups.join(''))).toBe(number);
				expect(groups[0]).toMatch(/^\d{1,3}$/);
				for (const group of groups.slice(1)) expect(group).toMatch(/^\d{3}$/);
			}),
			fixed
		);
	});
});

describe('a share as text', () => {
	it.each([
		[0, '0.0%'],
		[1, '100.0%'],
		[6814 / 7119, '95.7%'],
		[4471 / 4776, '93.6%'],
		[0.0004, '0.0%'],
		[0.9999, '100.0%'],
		// Halves go up, although the nearest binary number may lie a little below.
		[23 / 80, '28.8%'],
		[0.0005, '0.1%'],
		[0.1245, '12.5%'],
		[0.12449, '12.4%'],
		// Halves go up, also where the quotient's binary number lies below: 28.749999999999996.
		[23 / 80, '28.8%'],
		[41 / 80, '51.3%'],
		[3 / 2000, '0.2%'],
		[12.5, `1${thin}250.0%`]
	])('%d reads %s', (number, text) => {
		expect(formatShare(number)).toBe(text);
	});
});

describe('a value as text', () => {
	it.each([
		['a count without decimals', count, 7119, `7${thin}119`],
		['a share in percent', share, 0.957, '95.7%'],
		['a rate with one decimal', rate, 12.345, '12.3'],
		['a rate with halves up', rate, 57 * (10_000 / 1216), '468.8'],
		['a large rate in groups', rate, 12_345.67, `12${thin}345.7`],
		['a count of 0 as 0', count, 0, '0'],
		['a rate of 0 as 0.0', rate, 0, '0.0']
	])('is %s', (_, indicator, value, text) => {
		expect(formatValue(indicator, value)).toBe(text);
	});

	it.each([
		['count', count],
		['share', share],
		['rate', rate]
	])('is a dash where a %s does not exist, and never 0', (_, indicator) => {
		expect(formatValue(indicator, undefined)).toBe('—');
		expect(formatValue(indicator, NaN)).toBe('—');
	});
});

describe('a class limit as text', () => {
	it.each([
		[count, 12, '12'],
		[count, 1200, `1${thin}200`],
		[count, 2.5, '2.5'],
		[rate, 0.15, '0.15'],
		[rate, 12, '12'],
		[rate, 31_000, `31${thin}000`],
		[rate, 0, '0'],
		[share, 0.957, '95.7%'],
		[share, 0.95, '95%'],
		[share, 0.07, '7%'],
		[share, 0.29, '29%'],
		[share, 0.0123, '1.23%'],
		[share, 1, '100%'],
		[share, 0, '0%']
	])('of a $kind at %d reads %s', (indicator, limit, text) => {
		expect(formatLimit(indicator, limit)).toBe(text);
	});

	/** Numbers of up to three significant digits, as class limits are; down to a hundred-thousandth. */
	const limits = fc
		.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -5, max: 6 }))
		.map(([digits, power]) => Number(`${digits}e${power}`));

	it('says exactly the limit of a count or a rate', () => {
		fc.assert(
			fc.property(fc.constantFrom(count, rate), limits, (indicator, limit) => {
				expect(Number(formatLimit(indicator, limit).replaceAll(thin, ''))).toBe(limit);
			}),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('says exactly the limit of a share', () => {
		fc.assert(
			fc.property(
				limits.filter((limit) => limit <= 1),
				(limit) => {
					const text = formatLimit(share, limit);
					expect(text.endsWith('%')).toBe(true);
					expect(Number(`${text.slice(0, -1)}e-2`)).toBe(limit);
				}
			),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('never ends in a zero behind the decimal point', () => {
		fc.assert(
			fc.property(fc.constantFrom(count, share, rate), limits, (indicator, limit) => {
				expect(formatLimit(indicator, limit)).not.toMatch(/\.\d*0%?$/);
			}),
			fixed
		);
	});
});

describe('a month as text', () => {
	it.each([
		['2018-01', 'zh-CN', '2018年1月'],
		['2018-12', 'zh-CN', '2018年12月'],
		['2018-01', 'en', 'Jan 2018'],
		['2018-12', 'en', 'Dec 2018']
	] as const)('%s in %s reads %s', (month, locale, text) => {
		expect(formatMonth(month, locale)).toBe(text);
	});

	it.each(['zh-CN', 'en'] as const)(
		'is another one for every month of a century, in %s',
		(locale) => {
			const months = Array.from({ length: 1200 }, (_, i) => monthOf(2000 * 12 + i));
			expect(new Set(months.map((month) => formatMonth(month, locale))).size).toBe(1200);
		}
	);
});

describe('a period as text', () => {
	it.each([
		['one month as that month', '2018-08', '2018-08', '2018年8月', 'Aug 2018'],
		['months of one year with the year once', '2018-01', '2018-08', '2018年1–8月', 'Jan–Aug 2018'],
		['a whole year', '2018-01', '2018-12', '2018年1–12月', 'Jan–Dec 2018'],
		['two years with both', '2017-11', '2018-02', '2017年11月至2018年2月', 'Nov 2017 – Feb 2018'],
		[
			'the same month of two years',
			'2017-03',
			'2018-03',
			'2017年3月至2018年3月',
			'Mar 2017 – Mar 2018'
		]
	])('says %s', (_, from, to, zh, en) => {
		expect(formatPeriod(from, to, 'zh-CN')).toBe(zh);
		expect(formatPeriod(from, to, 'en')).toBe(en);
	});
});
