import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf, fitProjection, shapeOf, type Outlined } from './area-shapes.ts';

const none = { top: 0, right: 0, bottom: 0, left: 0 };

function square(id: number, west: number, south: number, size: number): Outlined {
	const [east, north] = [west + size, south + size];
	const ring = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
	return { id, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const numbersOf = (path: string): [number, number][] =>
	[...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the projection that fits areas into a box', () => {
	it('fills it in one direction and stands in the middle of the other', () => {
		const project = fitProjection([square(1, 0, 0, 1)], { width: 300, height: 100, padding: none });
		// At the equator a square degree is square to a few parts in a hundred thousand.
		expect(project?.(0, 0).x).toBeCloseTo(100, 1);
		expect(project?.(0, 0).y).toBeCloseTo(100, 6);
		expect(project?.(1, 1).x).toBeCloseTo(200, 1);
		expect(project?.(1, 1).y).toBeCloseTo(0, 6);
	});

	it('leaves the padding free', () => {
		const padding = { top: 10, right: 20, bottom: 30, left: 40 };
		const project = fitProjection([square(1, 0, 0, 1)], { width: 160, height: 140, padding });
		expect(project?.(0, 0).y).toBeCloseTo(110, 6);
		expect(project?.(1, 1).y).toBeCloseTo(10, 6);
		expect(project?.(0.5, 0.5).x).toBeCloseTo(90, 6);
	});

	it('is the Mercator projection: at 60° north a degree of latitude is twice as long', () => {
		const project = fitProjection([square(1, 0, 60, 0.01)], {
			width: 1000,
			height: 1000,
			padding: none
		});
		const [a, b] = [project?.(0, 60), project?.(0.01, 60.01)];
		expect(((a?.y ?? NaN) - (b?.y ?? NaN)) / ((b?.x ?? NaN) - (a?.x ?? NaN))).toBeCloseTo(2, 2);
	});

	it.each([
		['no areas', [], { width: 100, height: 100, padding: none }],
		['a point', [square(1, 10, 10, 0)], { width: 100, height: 100, padding: none }],
		['no room', [square(1, 0, 0, 1)], { width: 0, height: 100, padding: none }],
		[
			'more padding than box',
			[square(1, 0, 0, 1)],
			{ width: 50, height: 50, padding: { ...none, left: 60 } }
		]
	])('does not exist for %s', (_, areas, box) => {
		expect(fitProjection(areas, box)).toBeUndefined();
	});

	it('keeps every corner inside the padding, wherever the areas lie', () => {
		const area = fc.tuple(
			fc.double({ min: -170, max: 160, noNaN: true }),
			fc.double({ min: -70, max: 60, noNaN: true }),
			fc.double({ min: 0.001, max: 10, noNaN: true })
		);
		fc.assert(
			fc.property(
				fc.array(area, { minLength: 1, maxLength: 8 }),
				fc.integer({ min: 100, max: 2000 }),
				fc.integer({ min: 100, max: 2000 }),
				(places, width, height) => {
					const areas = places.map(([west, south, size], i) => square(i, west, south, size));
					const padding = { top: 10, right: 20, bottom: 30, left: 40 };
					const project = fitProjection(areas, { width, height, padding });
					const corners = areas.flatMap((one) => (project ? numbersOf(shapeOf(one, project)) : []));
					const [x, y] = [corners.map((one) => one[0]), corners.map((one) => one[1])];
					const isInside =
						corners.length > 0 &&
						Math.min(...x) >= 40 - 0.1 &&
						Math.max(...x) <= width - 20 + 0.1 &&
						Math.min(...y) >= 10 - 0.1 &&
						Math.max(...y) <= height - 30 + 0.1;
					expect(isInside).toBe(true);
				}
			),
			{ seed: 42 }
		);
	});
});

describe('the outline of an area', () => {
	const plain = (lon: number, lat: number) => ({ x: lon, y: -lat });

	it('closes each ring without saying its first corner twice', () => {
		expect(shapeOf(square(1, 0, 0, 10), plain)).toBe('M0,0L10,0L10,-10L0,-10Z');
	});

	it('has a part for each hole and each island', () => {
		const hole = square(1, 2, 2, 1).geometry.coordinates[0] as number[][];
		const outer = square(1, 0, 0, 10).geometry.coordinates[0] as number[][];
		const island = square(1, 20, 0, 5).geometry.coordinates[0] as number[][];
		const path = shapeOf(
			{ id: 1, geometry: { type: 'MultiPolygon', coordinates: [[outer, hole], [island]] } },
			plain
		);
		expect(path.match(/M/g)).toHaveLength(3);
		expect(path.match(/Z/g)).toHaveLength(3);
	});

	it('is rounded to a tenth of a pixel, and leaves out corners that fall together', () => {
		const ring = [
			[0, 0],
			[0.01, 0.01],
			[5.123, 0],
			[5.123, 4],
			[0, 0]
		];
		expect(shapeOf({ id: 1, geometry: { type: 'Polygon', coordinates: [ring] } }, plain)).toBe(
			'M0,0L5.1,0L5.1,-4Z'
		);
	});
});

describe('the course of a river or a road', () => {
	const project = (lon: number, lat: number) => ({ x: lon * 10, y: -lat * 10 });

	it('is an open path, without repeats', () => {
		const coordinates = [
			[0, 0],
			[1, 0.5],
			[1.001, 0.501],
			[2, 1]
		];
		const geometry = { type: 'LineString' as const, coordinates };
		expect(courseOf({ geometry }, project)).toBe('M0,0L10,-5L20,-10');
	});

	it('has a part for each part', () => {
		const coordinates = [
			[
				[0, 0],
				[1, 0]
			],
			[
				[2, 0],
				[3, 0]
			]
		];
		const geometry = { type: 'MultiLineString' as const, coordinates };
		expect(courseOf({ geometry }, project)).toBe('M0,0L10,0M20,0L30,0');
	});
});
