import { describe, expect, it } from 'vitest';
import { axisOf, cellsIn, tallyOf, type Cube } from './cube.ts';

const cube: Cube = {
	dimensions: [
		{ name: 'area', size: 2 },
		{ name: 'month', size: 3 }
	],
	tallies: { handled: Uint32Array.of(1, 2, 3, 4, 5, 6) }
};

describe('a cube', () => {
	it.each([
		['no dimension', [], 1],
		['one dimension', [4], 4],
		['three dimensions', [2, 3, 5], 30],
		['an empty dimension', [2, 0, 5], 0]
	])('of %s has the product of the sizes as its cells', (_, sizes, cells) => {
		expect(cellsIn(sizes.map((size, i) => ({ name: `d${i}`, size })))).toBe(cells);
	});

	it('knows its dimensions by name', () => {
		expect(axisOf(cube, 'area')).toBe(0);
		expect(axisOf(cube, 'month')).toBe(1);
	});

	it('knows its tallies by name', () => {
		expect(tallyOf(cube, 'handled')).toBe(cube.tallies['handled']);
	});

	it.each(['type', '', 'Area'])('refuses a dimension that it does not have: %j', (name) => {
		expect(() => axisOf(cube, name)).toThrow(RangeError);
	});

	it.each(['resolved', '', 'Handled'])('refuses a tally that it does not have: %j', (name) => {
		expect(() => tallyOf(cube, name)).toThrow(RangeError);
	});
});
