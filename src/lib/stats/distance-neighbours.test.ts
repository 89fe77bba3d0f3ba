import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	connectingThreshold,
	distanceBand,
	nearestDistances,
	nearestNeighbours
} from './distance-neighbours.ts';
import { earthPlaces, planarPlaces } from './places.ts';

const fixed = { seed: 42, numRuns: 60 };
const degrees = fc.array(
	fc.tuple(
		fc.integer({ min: -1700, max: 1700 }).map((x) => x / 10),
		fc.integer({ min: -800, max: 800 }).map((y) => y / 10)
	),
	{ minLength: 1, maxLength: 30 }
);
const kinds = [
	['a plane', planarPlaces],
	['the earth', earthPlaces]
] as const;

describe.each(kinds)('neighbours on %s', (_, placesOf) => {
	it('are those that trying all pairs gives', () => {
		fc.assert(
			fc.property(degrees, fc.integer({ min: 1, max: 7 }), (points, k) => {
				const places = placesOf(
					points.map(([x]) => x),
					points.map(([, y]) => y)
				);
				const numbers = points.map((_point, i) => i);
				const threshold = connectingThreshold(places);
				const others = numbers.map((i) =>
					numbers
						.filter((j) => j !== i)
						.sort((a, b) => places.distance(i, a) - places.distance(i, b) || a - b)
				);
				expect(nearestNeighbours(places, k)).toEqual(others.map((list) => list.slice(0, k)));
				const near = (i: number, j: number): boolean =>
					places.distance(i, j) > 0 && places.distance(i, j) <= threshold;
				expect(distanceBand(places, threshold)).toEqual(
					others.map((list, i) => list.filter((j) => near(i, j)).sort((a, b) => a - b))
				);
			}),
			fixed
		);
	});

	it('of none and of one are none', () => {
		expect(nearestNeighbours(placesOf([], []), 3)).toEqual([]);
		expect(nearestNeighbours(placesOf([1], [1]), 3)).toEqual([[]]);
		expect(distanceBand(placesOf([1], [1]), 5)).toEqual([[]]);
		expect(nearestDistances(placesOf([1], [1]))[0]).toBeNaN();
		expect(connectingThreshold(placesOf([1], [1]))).toBeNaN();
	});

	it('are none for a place without coordinates', () => {
		const places = placesOf([0, NaN, 1], [0, 0, 0]);
		expect(nearestNeighbours(places, 2)).toEqual([[2], [], [0]]);
		expect(distanceBand(places, Infinity)).toEqual([[2], [], [0]]);
	});

	it('that lie together are nearest, but in no band', () => {
		const places = placesOf([0, 0, 1], [0, 0, 0]);
		expect(nearestNeighbours(places, 1)).toEqual([[1], [0], [0]]);
		expect(distanceBand(places, places.distance(0, 2))).toEqual([[2], [2], [0, 1]]);
	});

	it('of number 0 are none', () => {
		expect(nearestNeighbours(placesOf([0, 1], [0, 0]), 0)).toEqual([[], []]);
	});
});
