import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourTowards, type Direction } from './neighbour.ts';

const fixed = { seed: 42 };
const opposite = { left: 'right', right: 'left', up: 'down', down: 'up' } as const;
const directions: Direction[] = ['left', 'right', 'up', 'down'];

/** A grid of three by three at the equator; 4 is the middle, 0 the north-west corner. */
const grid = {
	all: [0, 1, 2, 3, 4, 5, 6, 7, 8],
	lon: [-1, 0, 1, -1, 0, 1, -1, 0, 1],
	lat: [1, 1, 1, 0, 0, 0, -1, -1, -1]
};

describe('an arrow key', () => {
	it.each([
		['left', 4, 3],
		['right', 4, 5],
		['up', 4, 1],
		['down', 4, 7],
		['right', 0, 1],
		['down', 0, 3],
		['up', 8, 5],
		['left', 8, 7]
	] as const)('%s leads on a grid from %d to %d', (direction, from, to) => {
		expect(neighbourTowards(direction, from, grid.all, grid.lon, grid.lat)).toBe(to);
	});

	it.each([
		['left', 3],
		['right', 5],
		['up', 1],
		['down', 7],
		['left', 0],
		['up', 0]
	] as const)('%s leads nowhere at the edge, from %d', (direction, from) => {
		expect(neighbourTowards(direction, from, grid.all, grid.lon, grid.lat)).toBeUndefined();
	});

	it.each(directions)('%s leads nowhere where there is no other area', (direction) => {
		expect(neighbourTowards(direction, 4, [], grid.lon, grid.lat)).toBeUndefined();
		expect(neighbourTowards(direction, 4, [4], grid.lon, grid.lat)).toBeUndefined();
	});

	it('leads to one of the areas that are drawn only', () => {
		expect(neighbourTowards('right', 3, [3, 5, 8], grid.lon, grid.lat)).toBe(5);
	});

	it('leads to a farther area straight ahead rather than to a nearer one aside', () => {
		// Straight ahead at 2.5: 2.5. Ahead 1, aside 0.9: 1 + 2 × 0.9 = 2.8.
		const lon = [0, 2.5, 1];
		const lat = [0, 0, 0.9];
		expect(neighbourTowards('right', 0, [0, 1, 2], lon, lat)).toBe(1);
		expect(neighbourTowards('right', 0, [0, 1, 2], [0, 2.9, 1], lat)).toBe(2);
	});

	it('does not lead to an area that lies more to the side', () => {
		expect(neighbourTowards('right', 0, [0, 1], [0, 1], [0, 1.1])).toBeUndefined();
		expect(neighbourTowards('up', 0, [0, 1], [0, 1], [0, 1.1])).toBe(1);
	});

	it('leads to an area exactly on the diagonal, which no key would reach otherwise', () => {
		expect(neighbourTowards('left', 4, [4, 0], grid.lon, grid.lat)).toBe(0);
		expect(neighbourTowards('up', 4, [4, 0], grid.lon, grid.lat)).toBe(0);
		expect(neighbourTowards('right', 4, [4, 0], grid.lon, grid.lat)).toBeUndefined();
	});

	it('narrows degrees of longitude by the latitude', () => {
		// At 60° a degree of longitude is half as long: 1.99° east is less than 1° north.
		const lon = [10, 11.99];
		expect(neighbourTowards('up', 0, [0, 1], lon, [60, 61])).toBe(1);
		expect(neighbourTowards('right', 0, [0, 1], lon, [60, 61])).toBeUndefined();
		expect(neighbourTowards('up', 0, [0, 1], [10, 12.01], [60, 61])).toBeUndefined();
		expect(neighbourTowards('right', 0, [0, 1], lon, [0, 1])).toBe(1);
	});

	it('passes over areas whose point is not known', () => {
		expect(neighbourTowards('right', 0, [0, 1, 2], [0, NaN, 2], [0, 0, 0])).toBe(2);
		expect(neighbourTowards('right', 0, [0, 1], [0, 1], [0, NaN])).toBeUndefined();
	});

	it('does not lead to another area at the same point', () => {
		for (const direction of directions) {
			expect(neighbourTowards(direction, 0, [0, 1], [5, 5], [5, 5])).toBeUndefined();
		}
	});

	const maps = fc
		.array(fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) }), {
			minLength: 1,
			maxLength: 30
		})
		.chain((points) =>
			fc.record({
				lon: fc.constant(points.map(({ x }) => 110 + x / 100)),
				lat: fc.constant(points.map(({ y }) => 30 + y / 100)),
				from: fc.nat({ max: points.length - 1 })
			})
		);

	it('leads to an area that lies in its direction, and more so than to the side', () => {
		fc.assert(
			fc.property(maps, fc.constantFrom(...directions), ({ lon, lat, from }, direction) => {
				const to = neighbourTowards(direction, from, [...lon.keys()], lon, lat);
				if (to === undefined) return;
				const narrowing = Math.cos(((lat[from] ?? NaN) * Math.PI) / 180);
				const east = ((lon[to] ?? NaN) - (lon[from] ?? NaN)) * narrowing;
				const north = (lat[to] ?? NaN) - (lat[from] ?? NaN);
				const ahead = { left: -east, right: east, up: north, down: -north }[direction];
				const aside = Math.abs(direction === 'left' || direction === 'right' ? north : east);
				expect(to).not.toBe(from);
				expect(ahead).toBeGreaterThan(0);
				expect(aside).toBeLessThanOrEqual(ahead);
			}),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('leads somewhere in at least one direction, where there is another area elsewhere', () => {
		fc.assert(
			fc.property(maps, ({ lon, lat, from }) => {
				const all = [...lon.keys()];
				const elsewhere = all.some((at) => lon[at] !== lon[from] || lat[at] !== lat[from]);
				const found = directions.map((direction) =>
					neighbourTowards(direction, from, all, lon, lat)
				);
				expect(found.some((to) => to !== undefined)).toBe(elsewhere);
			}),
			fixed
		);
	});

	it('leads back again on a grid', () => {
		for (const from of grid.all) {
			for (const direction of directions) {
				const to = neighbourTowards(direction, from, grid.all, grid.lon, grid.lat);
				if (to === undefined) continue;
				const back = neighbourTowards(opposite[direction], to, grid.all, grid.lon, grid.lat);
				expect(back, `${direction} from ${from}`).toBe(from);
			}
		}
	});
});
