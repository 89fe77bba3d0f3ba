import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	AccountSchema,
	CatalogueSchema,
	datasetOf,
	DatasetIndexSchema,
	nodesOf,
	type DatasetIndex
} from './dataset-index.ts';
import { AppError } from './errors.ts';
import { makeHierarchy } from './hierarchy.ts';
import { smallIndex } from './small-dataset.ts';

const fixed = { seed: 42 };

describe('the index of a built dataset', () => {
	it('is read as it was written', () => {
		const json = JSON.parse(JSON.stringify(smallIndex())) as unknown;
		expect(v.parse(DatasetIndexSchema, json)).toEqual(smallIndex());
	});

	it.each(Object.keys(smallIndex()))('is refused without its %s', (field) => {
		const rest = Object.fromEntries(
			Object.entries(smallIndex()).filter(([name]) => name !== field)
		);
		expect(v.is(DatasetIndexSchema, rest)).toBe(false);
	});

	it.each<[string, Record<string, unknown>]>([
		['another format', { format: 2 }],
		['a manifest that is not sound', { manifest: { ...smallIndex().manifest, levels: [] } }],
		['a population in words', { areas: { ...smallIndex().areas, population: ['many'] } }],
		['a file without its size', { opening: { file: 'opening.cube.gz' } }],
		['cases without their number', { cases: { file: 'cases.arrow.gz', bytes: 1 } }]
	])('is refused with %s', (_, part) => {
		expect(v.is(DatasetIndexSchema, { ...smallIndex(), ...part })).toBe(false);
	});
});

describe('the dataset of an index', () => {
	it('has areas that can be asked by code, with their subtrees', () => {
		const { areas } = datasetOf(smallIndex());
		expect(areas.position.get('40')).toBe(7);
		expect(areas.names[7]).toEqual({ zh: '东县', en: 'East' });
		expect([...areas.end]).toEqual([10, 4, 3, 4, 6, 6, 7, 10, 9, 10]);
		expect([...areas.parent]).toEqual([-1, 0, 1, 1, 0, 4, 0, 0, 7, 7]);
		expect([...areas.level]).toEqual([2, 1, 0, 0, 1, 0, 1, 1, 0, 0]);
		expect([areas.lon[8], areas.lat[8]]).toEqual([110.9, 30]);
	});

	it('has no population where none is known, and 0 where nobody lives', () => {
		const { population } = datasetOf(smallIndex()).areas;
		expect(population[8]).toBeNaN();
		expect(population[6]).toBe(0);
		expect(population[0]).toBe(9000);
	});

	it('has its code lists as hierarchies', () => {
		const { codes } = datasetOf(smallIndex());
		expect(Object.keys(codes)).toEqual(['type', 'outcome']);
		expect([...(codes['type']?.end ?? [])]).toEqual([3, 2, 3, 4, 6, 6]);
		expect(codes['outcome']?.position.get('open')).toBe(1);
	});

	it('has the months that its period touches', () => {
		expect(datasetOf(smallIndex()).months).toEqual({ first: 2020 * 12 + 2, count: 16 });
	});

	it('cannot be made where the period ends before it begins', () => {
		const index = smallIndex();
		index.manifest.period = { from: '2021-06-30', to: '2020-03-09' };
		expect(() => datasetOf(index)).toThrow(AppError);
		expect(() => datasetOf(index)).toThrow(expect.objectContaining({ code: 'dataset-period' }));
	});

	it('gives a name its code where the name is missing', () => {
		const index = smallIndex();
		index.areas.zh = index.areas.zh.slice(0, 2);
		expect(datasetOf(index).areas.names[2]).toEqual({ zh: '11', en: 'North-A' });
	});

	it('has the hierarchy that was written into it, whatever its shape', () => {
		const picks = fc.array(fc.nat(), { maxLength: 40 });
		fc.assert(
			fc.property(picks, (parents) => {
				const nodes = parents.map((pick, i) => {
					const up = pick % (i + 1);
					const name = { zh: `${i}号`, en: `No. ${i}` };
					return { code: `n${i}`, parent: up === i ? undefined : `n${up}`, name };
				});
				const { tree } = makeHierarchy(nodes);
				const written = JSON.parse(JSON.stringify(nodesOf(tree))) as DatasetIndex['codeLists'][''];
				const index = { ...smallIndex(), codeLists: { type: written } };
				expect(v.is(DatasetIndexSchema, index)).toBe(true);
				expect(datasetOf(index).codes['type']).toEqual(tree);
			}),
			fixed
		);
	});
});

describe('the account of the rows', () => {
	it('holds counts and notes', () => {
		const account = { rows: 3, accepted: 1, rejected: 1, setAside: 1, notes: { 'no-point': 1 } };
		expect(v.parse(AccountSchema, account)).toEqual(account);
	});

	it.each(['rows', 'accepted', 'rejected', 'setAside', 'notes'])(
		'is refused without %s',
		(field) => {
			const whole = { rows: 3, accepted: 1, rejected: 1, setAside: 1, notes: {} };
			const rest = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
			expect(v.is(AccountSchema, rest)).toBe(false);
		}
	);
});

describe('the catalogue of a site', () => {
	const title = { zh: '小城', en: 'Small City' };

	it.each([
		['no dataset', []],
		['one dataset', [{ id: 'small', title, synthetic: true, version: 'abc' }]]
	])('may hold %s', (_, datasets) => {
		expect(v.parse(CatalogueSchema, { format: 1, datasets })).toEqual({ format: 1, datasets });
	});

	it('is refused where a dataset does not say whether it is invented', () => {
		const datasets = [{ id: 'small', title, version: 'abc' }];
		expect(v.is(CatalogueSchema, { format: 1, datasets })).toBe(false);
	});
});
