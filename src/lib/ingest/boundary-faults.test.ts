import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { degreesFault, placeFault, shapeFault } from './boundary-faults.ts';

const fixed = { seed: 42, numRuns: 1_000 };
const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -90, max: 90, noNaN: true });

describe('two numbers as longitude and latitude', () => {
	it('are taken wherever on the earth', () => {
		fc.assert(
			fc.property(lon, lat, (x, y) => {
				expect(degreesFault(x, y)).toBeUndefined();
			}),
			fixed
		);
	});

	it('are called exchanged exactly when only the other way round they are a place', () => {
		fc.assert(
			fc.property(fc.double(), fc.double(), (x, y) => {
				const isPlace = Math.abs(x) <= 180 && Math.abs(y) <= 90;
				const turned = Math.abs(y) <= 180 && Math.abs(x) <= 90;
				const expected = isPlace ? undefined : turned ? 'swapped' : 'not-degrees';
				expect(degreesFault(x, y)).toBe(expected);
			}),
			fixed
		);
	});
});

describe('a geometry', () => {
	it('of any shape of JSON is judged and not tripped over', () => {
		const types = fc.constantFrom('Polygon', 'MultiPolygon', 'Point', 'GeometryCollection');
		const geometry = fc.record({ type: types, coordinates: fc.jsonValue() });
		fc.assert(
			fc.property(fc.oneof(geometry, fc.constant(null)), (one) => {
				// No JSON that is made at random is a closed ring of four numbers.
				expect(shapeFault(one as Geometry | null)).toBeDefined();
			}),
			fixed
		);
	});

	it('that is a closed ring of degrees has no fault', () => {
		const point = fc.tuple(lon, lat);
		fc.assert(
			fc.property(fc.array(point, { minLength: 3 }), ([first, ...rest]) => {
				const ring = [first, ...rest, first] as [number, number][];
				expect(shapeFault({ type: 'Polygon', coordinates: [ring] })).toBeUndefined();
				expect(shapeFault({ type: 'MultiPolygon', coordinates: [[ring]] })).toBeUndefined();
			}),
			fixed
		);
	});
});

describe('a box and the box of the city', () => {
	const city = { west: 70, south: 30, east: 74, north: 31 };
	it.each<[string, typeof city, string | undefined]>([
		['inside', { west: 71, south: 30.2, east: 72, north: 30.8 }, undefined],
		['over its edge', { west: 73, south: 30, east: 75, north: 32 }, undefined],
		['exchanged', { west: 30.2, south: 71, east: 30.8, north: 72 }, 'boundary-swapped'],
		['elsewhere', { west: 10, south: 50, east: 11, north: 51 }, 'boundary-outside']
	])('%s', (_, box, expected) => {
		expect(placeFault(box, city)).toBe(expected);
	});
});
