import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { sharedBorders } from './shared-borders.ts';

/** Four squares of a chequerboard. */
const square = (code: string, x: number, y: number) => ({
	type: 'Feature' as const,
	properties: { code },
	geometry: {
		type: 'Polygon' as const,
		coordinates: [
			[
				[x, y],
				[x, y + 1],
				[x + 1, y + 1],
				[x + 1, y],
				[x, y]
			]
		]
	}
});
const squares: FeatureCollection = {
	type: 'FeatureCollection',
	features: [square('a', 0, 0), square('b', 1, 0), square('c', 0, 1), square('d', 1, 1)]
};
const town = topology({ town: squares });

describe('areas that share a border', () => {
	it('meet along a line; those that meet at a corner do not', () => {
		expect(sharedBorders(town, 'town', 'a').sort()).toEqual(['b', 'c']);
	});

	it('are none for an unknown area or level', () => {
		expect(sharedBorders(town, 'town', 'z')).toEqual([]);
		expect(sharedBorders(town, 'county', 'a')).toEqual([]);
	});
});
