import { describe, expect, it } from 'vitest';
import type { Indicator } from '#lib/domain/indicator.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { ratesDiffer, sharesDiffer } from '#lib/stats/exact-comparison.ts';
import { countDifference, differenceOf, judged, partDifference } from './difference.ts';
import { differenceClass, sizeLimits } from './difference-classes.ts';
import { indicatorOf } from './reading.ts';

const indicator = (id: string): Indicator => indicatorOf(smallDataset(), id);

describe('a difference of an indicator', () => {
	it('of a rate is a ratio by exposure, tested given the sum', () => {
		const own = { count: 30, of: 1000, exposure: 30_000 };
		const found = differenceOf(indicator('rate'), own, { count: 10, of: 1000, exposure: 20_000 });
		expect(found.change).toMatchObject({ kind: 'ratio', value: 2 });
		expect(found.p).toBe(ratesDiffer(30, 30_000, 10, 20_000));
		expect([found.own.value, found.other.value]).toEqual([300, 100]);
	});

	it('of a share is in points, tested by Fisher', () => {
		const own = { count: 30, of: 40, exposure: NaN };
		const found = differenceOf(indicator('success'), own, { count: 10, of: 40, exposure: NaN });
		expect(found.change).toMatchObject({ kind: 'points', value: 0.5 });
		expect(found).toMatchObject({ state: 'ok', p: sharesDiffer(30, 40, 10, 40) });
	});

	it.each([
		['cases: five can say nothing', 'cases', [5, NaN, 1], [0, NaN, 1], 'too_few'],
		['cases: six can', 'cases', [6, NaN, 1], [0, NaN, 1], 'ok'],
		['a place without residents', 'rate', [9, 0, 0], [9, 1000, 1], 'no_denominator'],
		['a place of few residents', 'rate', [9, 99, 99], [9, 99, 99], 'too_few'],
		['a share of nothing', 'success', [0, 0, 1], [9, 20, 1], 'no_denominator'],
		['a share of few', 'success', [9, 20, 1], [2, 9, 1], 'too_few']
	] as const)('says what cannot be judged: %s', (_, id, own, other, state) => {
		const part = ([count, of, exposure]: readonly [number, number, number]) => ({
			count,
			of,
			exposure
		});
		const found = differenceOf(indicator(id), part(own), part(other));
		expect(found.state).toBe(state);
		if (state !== 'ok') expect(found.p).toBe(1);
	});

	it('of parts of fewer than ten cases is not judged, nor one of none', () => {
		expect(partDifference(9, 9, 1, 100).state).toBe('too_few');
		expect(partDifference(0, 0, 1, 100).state).toBe('too_few');
		expect(partDifference(9, 10, 1, 100).state).toBe('ok');
	});

	it('is beyond chance after as many tests as there are that can be judged', () => {
		const strong = countDifference([40, 10], [1, 1]);
		const weak = countDifference([16, 6], [1, 1]);
		const few = countDifference([1, 0], [1, 1]);
		const beyond = (...some: (typeof strong)[]): boolean[] =>
			judged(some).map(({ isBeyond }) => isBeyond);
		expect(weak.p).toBeGreaterThan(0.05);
		expect(beyond(strong, weak, few)).toEqual([true, false, false]);
		const near = countDifference([17, 6], [1, 1]);
		expect(near.p).toBeLessThan(0.05);
		expect(beyond(near, few)).toEqual([true, false]);
		expect(beyond(near, weak, weak)).toEqual([false, false, false]);
		expect(judged([])).toEqual([]);
	});
});

describe('the grade of a difference', () => {
	const found = judged(
		[
			[1000, 800],
			[1000, 600],
			[1000, 300],
			[300, 1000],
			[600, 1000],
			[100, 101],
			[2, 1],
			[50, 0],
			[0, 50]
		].map(([a = 0, b = 0]) => countDifference([a, b], [1, 1]))
	);

	it('is by size on both sides, 0 within chance, none where it cannot be judged', () => {
		const grades = found.map((one) => differenceClass(one, [1.5, 2]));
		expect(grades).toEqual([1, 2, 3, -3, -2, 0, undefined, 3, -3]);
	});

	it('has the round limits that divide the sizes most evenly; the first ones where there is nothing', () => {
		expect(sizeLimits(found.slice(0, 3), 'ratio')).toEqual([1.5, 2]);
		expect(sizeLimits([], 'ratio')).toEqual([1.1, 1.25]);
		expect(sizeLimits([], 'points')).toEqual([0.005, 0.01]);
	});
});
