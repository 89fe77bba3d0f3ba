import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { datasetOf, type Dataset } from '#lib/domain/dataset-index.ts';
import { smallIndex } from '#lib/domain/small-dataset.ts';
import { landOf, rankOf } from './land.ts';

const topology: Topology = {
	type: 'Topology',
	objects: {
		water: {
			type: 'GeometryCollection',
			geometries: [1, 3, 2].map((rank) => ({ type: 'LineString', arcs: [0], properties: { rank } }))
		},
		hills: { type: 'Polygon', arcs: [[1]], properties: { shade: 2 } }
	},
	arcs: [
		[
			[0, 0],
			[1, 1]
		],
		[
			[0, 0],
			[1, 0],
			[1, 1],
			[0, 0]
		]
	]
};

function datasetWith(context: Dataset['index']['manifest']['context']): Dataset {
	const index = smallIndex();
	return datasetOf({ ...index, manifest: { ...index.manifest, context } });
}

describe('the land of a dataset', () => {
	it('is sorted by kind, small rivers before the large ones that are drawn over them', () => {
		const dataset = datasetWith([
			{ id: 'water', kind: 'river', file: 'land.json' },
			{ id: 'hills', kind: 'relief', file: 'land.json' },
			{ id: 'roads', kind: 'road', file: 'land.json' }
		]);
		const land = landOf(dataset, topology);
		expect(land?.river.map(rankOf)).toEqual([3, 2, 1]);
		expect(land?.relief.map(({ properties }) => properties.shade)).toEqual([2]);
		expect(land?.road).toEqual([]);
	});

	it('is not there before it has come', () => {
		expect(landOf(datasetWith(undefined), undefined)).toBeUndefined();
	});

	it.each([
		[1, 1],
		[2, 2],
		[3, 3],
		[7, 3],
		[undefined, 3]
	])('takes a way of rank %s as of rank %s', (rank, taken) => {
		const geometry = { type: 'LineString' as const, coordinates: [] };
		const properties = rank === undefined ? {} : { rank };
		expect(rankOf({ type: 'Feature', properties, geometry })).toBe(taken);
	});
});
