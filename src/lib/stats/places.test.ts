import { describe, expect, it } from 'vitest';
import { earthPlaces, planarPlaces, spherePlaces, withCoordinates } from './places.ts';

describe('distances', () => {
	it('in a plane are straight', () => {
		expect(planarPlaces([0, 3], [0, 4]).distance(0, 1)).toBe(5);
	});

	it('between Paris and Washington are those of Meeus, example 11.c', () => {
		const places = earthPlaces(
			[2 + 20 / 60 + 14 / 3600, -(77 + 3 / 60 + 56 / 3600)],
			[48 + 50 / 60 + 11 / 3600, 38 + 55 / 60 + 17 / 3600]
		);
		expect(places.distance(0, 1)).toBeCloseTo(6181.63, 1);
		expect(places.distance(1, 0)).toBe(places.distance(0, 1));
	});

	it.each([
		['a place and itself', 10, 20, 10, 20, 0],
		['a place and itself, once round', -180, 20, 180, 20, 0],
		['two sides of the earth', 0, 0, 180, 0, 20003.93],
		['a degree of the equator', 0, 0, 1, 0, 111.3195]
	])('of %s', (_, x, y, otherX, otherY, km) => {
		expect(earthPlaces([x, otherX], [y, otherY]).distance(0, 1)).toBeCloseTo(km, 3);
	});

	it.each([
		['a place and itself', 10, 20, 10, 20, 0],
		['two sides of the sphere', 0, 0, 180, 0, Math.PI * 6371.0088],
		['a degree of the equator', 0, 0, 1, 0, (Math.PI * 6371.0088) / 180],
		['a degree of a meridian', 7, 45, 7, 46, (Math.PI * 6371.0088) / 180],
		['either side of the date line', -179.5, 0, 179.5, 0, (Math.PI * 6371.0088) / 180]
	])('on a sphere, of %s', (_, x, y, otherX, otherY, km) => {
		expect(spherePlaces([x, otherX], [y, otherY]).distance(0, 1)).toBeCloseTo(km, 9);
	});

	it('need coordinates: the first place without is named', () => {
		const places = planarPlaces([0, 1, NaN], [0, NaN, 0]);
		expect(() => withCoordinates(places)).toThrow(
			expect.objectContaining({
				code: 'place-missing',
				at: 1,
				message: 'place, number 1: place-missing'
			})
		);
	});
});
