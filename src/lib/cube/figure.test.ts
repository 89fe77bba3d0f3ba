import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '#lib/domain/indicator.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { byarInterval } from '#lib/stats/byar.ts';
import { wilsonInterval } from '#lib/stats/wilson.ts';
import { figureOf } from './figure.ts';

const fixed = { seed: 42 };

function indicatorOf(kind: Indicator['kind']): Indicator {
	const found = smallDataset().index.manifest.indicators.find((one) => one.kind === kind);
	if (!found) throw new Error(`The small city has no ${kind}.`);
	return found;
}
/** The share wants 10 cases; the rate is per 10 000 and wants 100 people and 5 cases. */
const [count, share, rate] = [indicatorOf('count'), indicatorOf('share'), indicatorOf('rate')];

describe('a count', () => {
	it.each([0, 1, 7119])('of %d is itself, with the interval of a Poisson count', (numerator) => {
		const [low, high] = byarInterval(numerator) ?? [];
		expect(figureOf(count, numerator, 123)).toEqual({
			numerator,
			denominator: NaN,
			value: numerator,
			low,
			high,
			state: 'ok'
		});
	});
});

describe('a share', () => {
	it('is numerator by denominator, with its Wilson interval', () => {
		const figure = figureOf(share, 6814, 7119);
		const [low, high] = wilsonInterval(6814, 7119) ?? [];
		expect(figure).toEqual({
			numerator: 6814,
			denominator: 7119,
			value: 6814 / 7119,
			low,
			high,
			state: 'ok'
		});
	});

	it.each([
		[10, 'ok'],
		[9, 'too_few'],
		[1, 'too_few']
	])('of %d cases is %s where 10 are wanted', (denominator, state) => {
		expect(figureOf(share, 1, denominator).state).toBe(state);
	});
});

describe('a rate', () => {
	it('is cases by people, times its scale, with the interval of the count on the same scale', () => {
		const figure = figureOf(rate, 30, 2600);
		const [low = NaN, high = NaN] = byarInterval(30) ?? [];
		expect(figure).toMatchObject({ numerator: 30, denominator: 2600, state: 'ok' });
		expect(figure.value).toBeCloseTo((30 / 2600) * 10_000, 9);
		expect(figure.low).toBeCloseTo((low / 2600) * 10_000, 9);
		expect(figure.high).toBeCloseTo((high / 2600) * 10_000, 9);
	});

	it.each([
		[5, 100, 'ok'],
		[4, 100, 'too_few'],
		[5, 99, 'too_few'],
		[0, 5000, 'too_few'],
		[0, 1, 'too_few']
	])('of %d cases among %d people is %s where 5 and 100 are wanted', (numerator, people, state) => {
		expect(figureOf(rate, numerator, people).state).toBe(state);
	});
});

describe.each([
	['share', share],
	['rate', rate]
])('a %s without a denominator', (_, indicator) => {
	it.each([
		['is 0', 0],
		['is not known', NaN],
		['is negative', -1]
	])('has neither value nor interval where the denominator %s', (_case, denominator) => {
		expect(figureOf(indicator, 3, denominator)).toEqual({
			numerator: 3,
			denominator,
			value: undefined,
			low: undefined,
			high: undefined,
			state: 'no_denominator'
		});
	});
});

describe('a figure of too few cases', () => {
	it.each([
		['share', share, 3, 4],
		['rate', rate, 2, 50]
	])(
		'keeps its value and interval, for those who ask: a %s',
		(_, indicator, numerator, denominator) => {
			const figure = figureOf(indicator, numerator, denominator);
			expect(figure.state).toBe('too_few');
			expect(figure.value).toBeGreaterThan(0);
			expect(figure.low).toBeLessThan(figure.value ?? NaN);
			expect(figure.high).toBeGreaterThan(figure.value ?? NaN);
		}
	);
});

describe('any figure', () => {
	it('has its value inside its interval, if it has one', () => {
		const counts = fc
			.nat({ max: 100_000 })
			.chain((denominator) => fc.tuple(fc.nat({ max: denominator }), fc.constant(denominator)));
		fc.assert(
			fc.property(fc.constantFrom(count, share, rate), counts, (indicator, [top, bottom]) => {
				const { value, low, high, state } = figureOf(indicator, top, bottom);
				if (state === 'no_denominator') {
					expect([value, low, high]).toEqual([undefined, undefined, undefined]);
					return;
				}
				expect(low).toBeLessThanOrEqual(value ?? NaN);
				expect(high).toBeGreaterThanOrEqual(value ?? NaN);
				expect(low).toBeGreaterThanOrEqual(0);
			}),
			{ ...fixed, numRuns: 500 }
		);
	});
});
