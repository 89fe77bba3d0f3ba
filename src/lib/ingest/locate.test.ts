import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Boundary } from './boundary.ts';
import { makeLocator } from './locate.ts';

const fixed = { seed: 42 };

type Ring = [number, number][];

const square = (west: number, south: number, size: number): Ring => [
	[west, south],
	[west + size, south],
	[west + size, south + size],
	[west, south + size],
	[west, south]
];

const area = (...rings: Ring[]): Boundary => ({
	type: 'Feature',
	properties: {},
	geometry: { type: 'Polygon', coordinates: rings }
});

/** Squares of one degree on a board of 4 × 3, each by its column and row. */
const board = makeLocator(
	new Map(
		[0, 1, 2, 3].flatMap((x) => [0, 1, 2].map((y) => [`${x}:${y}`, area(square(x, y, 1))] as const))
	)
);

/** Off the lines of the board, where two areas meet. */
const degrees = (min: number, max: number): fc.Arbitrary<number> =>
	fc.double({ min, max, noNaN: true }).filter((x) => Math.abs(x - Math.round(x)) > 1e-9);

describe('the place of a point', () => {
	it('on a board is its column and row, and nothing outside', () => {
		fc.assert(
			fc.property(degrees(-2, 6), degrees(-2, 5), (lon, lat) => {
				const inside = lon > 0 && lon < 4 && lat > 0 && lat < 3;
				const expected = inside ? `${Math.floor(lon)}:${Math.floor(lat)}` : undefined;
				expect(board(lon, lat)).toBe(expected);
			}),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('on a line between two areas is one of them, always the same', () => {
		expect(board(1, 0.5)).toBe('0:0');
		expect(board(1, 0.5)).toBe(board(1, 0.5));
	});

	it.each<[string, number, number, string | undefined]>([
		['in the ring', 0.5, 0.5, 'ring'],
		['in its hole', 1.5, 1.5, undefined],
		['in its other part, far away', 10.5, 10.5, 'parts'],
		['in the first part', 5.5, 5.5, 'parts'],
		['in the box of both parts, but in neither', 8, 8, undefined]
	])('knows holes and parts: %s', (_, lon, lat, expected) => {
		const parts: Boundary = {
			type: 'Feature',
			properties: {},
			geometry: { type: 'MultiPolygon', coordinates: [[square(5, 5, 1)], [square(10, 10, 1)]] }
		};
		const locate = makeLocator(
			new Map([
				['ring', area(square(0, 0, 3), square(1, 1, 1))],
				['parts', parts]
			])
		);
		expect(locate(lon, lat)).toBe(expected);
	});

	it('is unknown where there are no boundaries, or it is no number', () => {
		expect(makeLocator(new Map())(0, 0)).toBeUndefined();
		expect(board(NaN, 1.5)).toBeUndefined();
	});
});
