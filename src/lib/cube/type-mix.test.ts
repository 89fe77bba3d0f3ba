import { describe, expect, it } from 'vitest';
import { typeMix, type TypeCount } from './type-mix.ts';

const of = (type: number, own: number, all: number): TypeCount => ({ type, own, all });

describe('the types of an area', () => {
	it('are none for an area without cases', () => {
		expect(typeMix([of(0, 0, 30), of(1, 0, 70)], 0, 100, 5)).toEqual([]);
	});

	it('are the shares of its own cases beside those of the whole', () => {
		const [first, second] = typeMix([of(3, 30, 100), of(7, 10, 300)], 40, 400, 5);
		expect(first).toMatchObject({ type: 3, own: 30, all: 100, share: 0.75, whole: 0.25 });
		expect(second).toMatchObject({ type: 7, share: 0.25, whole: 0.75 });
	});

	it('leave out what the area does not have, and what comes after the most that is wanted', () => {
		const types = [of(0, 0, 50), of(1, 6, 20), of(2, 3, 20), of(3, 1, 10)];
		expect(typeMix(types, 10, 100, 2).map(({ type }) => type)).toEqual([1, 2]);
		expect(typeMix(types, 10, 100, 9).map(({ type }) => type)).toEqual([1, 2, 3]);
	});

	it.each<[string, readonly TypeCount[], number, number, readonly boolean[]]>([
		['the same as the rest', [of(0, 20, 200), of(1, 20, 200)], 40, 400, [false, false]],
		['a little unlike the rest', [of(0, 22, 200), of(1, 18, 200)], 40, 400, [false, false]],
		// 38 of 40 against 162 of 360.
		['quite unlike the rest', [of(0, 38, 200), of(1, 2, 200)], 40, 400, [true, true]],
		['unlike the rest, in a handful of cases', [of(0, 3, 200), of(1, 0, 200)], 3, 400, [false]],
		['all there are', [of(0, 30, 30), of(1, 10, 10)], 40, 40, [false, false]]
	])('differ beyond chance or not: %s', (_, types, own, all, expected) => {
		expect(typeMix(types, own, all, 9).map(({ isBeyond }) => isBeyond)).toEqual(expected);
	});

	it('are tested together with those that are not shown', () => {
		// 9 of 20 against 20 of 100 has p = 0.024: beyond chance alone, and not among twelve types.
		const alone = [of(0, 9, 29), of(1, 11, 91)];
		expect(typeMix(alone, 20, 120, 1).map(({ isBeyond }) => isBeyond)).toEqual([true]);
		const among = [
			of(0, 9, 29),
			...Array.from({ length: 11 }, (_, i) => of(i + 1, 1, i === 0 ? 11 : 8))
		];
		expect(typeMix(among, 20, 120, 1).map(({ isBeyond }) => isBeyond)).toEqual([false]);
	});
});
