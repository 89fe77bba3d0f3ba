import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { topology as topologyOf } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { boundsOf, levelFeatures, type AreaFeature } from './level-features.ts';

const dataset = smallDataset();

const square = (west: number, south: number, side = 1): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[west, south],
			[west, south + side],
			[west + side, south + side],
			[west + side, south],
			[west, south]
		]
	]
});

/** Boundaries of two levels. The village 41 is two pieces; 99 is no area of the dataset; a code may be a number. */
function boundaries(): Topology {
	const feature = (code: unknown, geometry: Geometry): Feature => ({
		type: 'Feature',
		properties: { code, NAME: 'of the source' },
		geometry
	});
	const islands: MultiPolygon = {
		type: 'MultiPolygon',
		coordinates: [square(110, 30).coordinates, square(115, 36).coordinates]
	};
	const village: FeatureCollection = {
		type: 'FeatureCollection',
		features: [
			feature('42', square(111, 30)),
			feature('41', islands),
			feature('99', square(0, 0)),
			feature(11, square(-3, -4)),
			feature(undefined, square(5, 5))
		]
	};
	const county: FeatureCollection = {
		type: 'FeatureCollection',
		features: [feature('40', square(110, 30, 2))]
	};
	return topologyOf({ village, county });
}

const byCode = (features: readonly AreaFeature[], code: string): AreaFeature | undefined =>
	features.find(({ properties }) => properties.code === code);

describe('the boundaries of a level', () => {
	const { type, features } = levelFeatures(dataset, boundaries(), 'village');

	it('are features whose id is the position of their area', () => {
		expect(type).toBe('FeatureCollection');
		expect(features.map(({ id, properties }) => [id, properties])).toEqual([
			[9, { code: '42' }],
			[8, { code: '41' }],
			[2, { code: '11' }]
		]);
	});

	it('leave out what is no area of the dataset', () => {
		expect(byCode(features, '99')).toBeUndefined();
		expect(byCode(features, 'undefined')).toBeUndefined();
	});

	it('keep their shape, several pieces too', () => {
		expect(byCode(features, '42')?.geometry).toEqual(square(111, 30));
		expect(byCode(features, '41')?.geometry.type).toBe('MultiPolygon');
	});

	it('are those of the level asked for', () => {
		const counties = levelFeatures(dataset, boundaries(), 'county').features;
		expect(counties.map(({ id }) => id)).toEqual([7]);
	});

	it.each(['ward', ''])('cannot be had of a level that the file does not hold: %j', (level) => {
		expect(() => levelFeatures(dataset, boundaries(), level)).toThrow(RangeError);
	});
});

describe('the bounds of features', () => {
	const features: AreaFeature[] = levelFeatures(dataset, boundaries(), 'village').features;
	const of = (...codes: string[]) =>
		boundsOf(features.filter(({ properties }) => codes.includes(properties.code)));

	it.each([
		['one', ['42'], [111, 30, 112, 31]],
		['one of several pieces', ['41'], [110, 30, 116, 37]],
		['one west of Greenwich and south of the equator', ['11'], [-3, -4, -2, -3]],
		['all', ['42', '41', '11'], [-3, -4, 116, 37]]
	])('are west, south, east, north of %s', (_, codes, expected) => {
		expect(of(...codes)).toEqual(expected);
	});

	it('of none do not exist', () => {
		expect(boundsOf([])).toBeUndefined();
	});

	it('of a shape with a hole are those of its outline', () => {
		const rings = [square(0, 0, 10), square(4, 4)].flatMap(({ coordinates }) => coordinates);
		const holed: AreaFeature = {
			type: 'Feature',
			id: 0,
			properties: { code: '00' },
			geometry: { type: 'Polygon', coordinates: rings }
		};
		expect(boundsOf([holed])).toEqual([0, 0, 10, 10]);
	});
});
