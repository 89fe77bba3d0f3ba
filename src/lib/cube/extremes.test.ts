import { describe, expect, it } from 'vitest';
import { extremesOf } from './extremes.ts';
import type { Figure } from './figure.ts';
import type { AreaReading } from './reading.ts';

function area(
	position: number,
	value: number,
	interval: [low: number, high: number],
	state: Figure['state'] = 'ok'
): AreaReading {
	const [low, high] = interval;
	const figure = { numerator: value, denominator: 1, value, low, high, state };
	return { position, figure, colour: undefined };
}

describe('the extremes of a list of areas', () => {
	it('are the highest and the lowest, with those that may be as high', () => {
		const found = extremesOf([
			area(0, 5, [4, 6]),
			area(1, 9, [7, 11]),
			area(2, 6, [5, 7]),
			area(3, 2, [1, 3])
		]);
		expect(found?.highest.position).toBe(1);
		expect(found?.lowest.position).toBe(3);
		expect(found?.rivals, 'an interval that only touches overlaps').toBe(1);
	});

	it('have no rival where the highest stands apart', () => {
		expect(extremesOf([area(0, 1, [0, 2]), area(1, 9, [7, 11])])?.rivals).toBe(0);
	});

	it('leave out what cannot be judged, however high', () => {
		const few = area(2, 99, [1, 300], 'too_few');
		const found = extremesOf([area(0, 1, [0, 2]), area(1, 9, [7, 11]), few]);
		expect([found?.highest.position, found?.lowest.position, found?.rivals]).toEqual([1, 0, 0]);
	});

	it('are, among equals, the first and the last', () => {
		const equal = [0, 1, 2].map((position) => area(position, 3, [2, 4]));
		const found = extremesOf(equal);
		expect([found?.highest.position, found?.lowest.position, found?.rivals]).toEqual([0, 2, 2]);
	});

	it.each([
		['no area', []],
		['one area', [area(0, 3, [2, 4])]],
		['one that can be judged', [area(0, 3, [2, 4]), area(1, 3, [2, 4], 'too_few')]]
	])('are not named for %s', (_, areas) => {
		expect(extremesOf(areas)).toBeUndefined();
	});
});
