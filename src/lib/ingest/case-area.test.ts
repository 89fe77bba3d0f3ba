import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AreaTree } from '#lib/domain/area.ts';
import type { CaseMapping } from '#lib/domain/mapping.ts';
import { readAreas } from './areas.ts';
import { readBoundaries } from './boundaries.ts';
import type { Boundary } from './boundary.ts';
import { makePlacing, type Placed } from './case-area.ts';
import { folderOf, smallFiles, smallManifest } from './small-folder.ts';

const fixed = { seed: 42 };

let areas: AreaTree;
let leaves: ReadonlyMap<string, Boundary>;
beforeAll(async () => {
	const [folder, manifest] = [folderOf(smallFiles()), smallManifest()];
	const { boundaries } = await readBoundaries(folder, manifest);
	const read = await readAreas(folder, manifest, boundaries);
	if (!read.areas) throw new Error('The small city cannot be read.');
	areas = read.areas;
	leaves = boundaries.get('village') ?? new Map<string, Boundary>();
});

function placed(
	{ Village = '', X = '', Y = '' }: { Village?: string; X?: string; Y?: string },
	mapping: CaseMapping = smallManifest().cases
): Placed & { code: string | undefined } {
	const cells: Record<string, string> = { Village, X, Y };
	const found = makePlacing(mapping, areas, leaves)((column) => cells[column] ?? '');
	return { ...found, code: found.area === undefined ? undefined : areas.codes[found.area] };
}

describe('an area code', () => {
	it.each([
		['0101', '0101'],
		['101', '0101'],
		['101.0', '0101'],
		['101.00', '0101'],
		['101.', '0101'],
		[' 101.0 ', '0101'],
		['0100', '0100'],
		['0', '0000'],
		['0.0', '0000']
	])('as spreadsheets write it finds its area: "%s" is %s', (Village, code) => {
		expect(placed({ Village })).toMatchObject({ code, source: 'area_stated' });
	});

	it.each([
		'101.5',
		'101.10',
		'1010',
		'0101.0.0',
		'village 101',
		'01O1',
		'１０１',
		'',
		' ',
		'-101'
	])('that is another is never bent into one: "%s"', (Village) => {
		expect(placed({ Village })).toMatchObject({ code: '0000', source: 'area_unknown' });
	});

	it('comes back from a column of floating numbers, whatever it was', () => {
		const tree: AreaTree = { ...areas, position: new Map([['0308', 3]]) };
		fc.assert(
			fc.property(fc.nat(9_999), fc.nat(3), (number, zeros) => {
				const place = makePlacing(smallManifest().cases, tree, leaves);
				const point = zeros === 0 ? '' : `.${'0'.repeat(zeros)}`;
				const found = place((column) => (column === 'Village' ? `${number}${point}` : ''));
				expect(found.source).toBe(number === 308 ? 'area_stated' : 'area_unknown');
			}),
			{ ...fixed, examples: [[308, 1]] }
		);
	});

	it('is cleaned step by step, in the order given', () => {
		const mapping = smallManifest().cases;
		mapping.area.clean = [{ padStart: 4 }, 'drop-decimals'];
		expect(placed({ Village: '0101.0' }, mapping).code).toBe('0101');
		expect(placed({ Village: '101.0' }, mapping).source).toBe('area_unknown');
		mapping.area.clean = [];
		expect(placed({ Village: '0101' }, mapping).code).toBe('0101');
		expect(placed({ Village: '101' }, mapping).source).toBe('area_unknown');
	});
});

describe('the area of a case', () => {
	it.each<[string, { Village?: string; X?: string; Y?: string }, object]>([
		[
			'is the stated one, though the point lies elsewhere',
			{ Village: '0101', X: '102.5', Y: '30.5' },
			{ code: '0101', source: 'area_stated', lon: 102.5, lat: 30.5, defaultPoint: false }
		],
		[
			'is a coarser one where that is stated',
			{ Village: '0200', X: '100.5', Y: '30.5' },
			{ code: '0200', source: 'area_stated' }
		],
		[
			'is where the point lies when nothing is stated',
			{ X: '102.5', Y: '30.5' },
			{ code: '0201', source: 'area_from_point', lon: 102.5, lat: 30.5 }
		],
		[
			'is where the point lies when the stated one does not exist',
			{ Village: '9999', X: '101.5', Y: '30.5' },
			{ code: '0102', source: 'area_from_point' }
		],
		[
			'is the whole city for a point outside',
			{ X: '99.5', Y: '30.5' },
			{ code: '0000', source: 'area_unknown', lon: 99.5 }
		],
		[
			'is the whole city without area and point',
			{},
			{ code: '0000', source: 'area_unknown', lon: NaN, lat: NaN, defaultPoint: false }
		],
		[
			'is the whole city for the default point, which is no location',
			{ X: '103.5', Y: '30.5' },
			{ code: '0000', source: 'area_unknown', lon: NaN, lat: NaN, defaultPoint: true }
		],
		[
			'is the stated one with the default point, which is still no location',
			{ Village: '0202', X: '103.50004', Y: '30.49996' },
			{ code: '0202', source: 'area_stated', lon: NaN, lat: NaN, defaultPoint: true }
		],
		[
			'is found by a point that is only near the default one',
			{ X: '103.5001', Y: '30.5' },
			{ code: '0202', source: 'area_from_point', lon: 103.5001, defaultPoint: false }
		]
	])('%s', (_, cells, expected) => {
		expect(placed(cells)).toMatchObject(expected);
	});

	it.each([
		['half of a point', '102.5', ''],
		['the other half', '', '30.5'],
		['blanks', ' ', ' '],
		['words', 'east', 'north'],
		['no number', 'NaN', '30.5'],
		['infinity', '102.5', 'Infinity']
	])('is not found by %s', (_, X, Y) => {
		expect(placed({ X, Y })).toMatchObject({
			source: 'area_unknown',
			lon: NaN,
			lat: NaN,
			defaultPoint: false
		});
	});

	it.each([
		['102.5', '30.5', undefined],
		['99.5', '30.5', undefined],
		['10.5', '50.5', undefined],
		['0', '0', undefined],
		['30.5', '102.5', 'point-swapped'],
		['30.5', '170', 'point-swapped'],
		['180.1', '95', 'point-not-degrees'],
		['501234', '3412345', 'point-not-degrees']
	])('is not looked for at a point that is none: %s, %s', (X, Y, pointFault) => {
		expect(placed({ X, Y }).pointFault).toBe(pointFault);
	});

	it('is looked for only where exchanged degrees would not be in this city instead', () => {
		const moved = new Map(
			[...leaves].map(([code, { geometry, ...rest }]) => {
				const ring = [
					[70, 30],
					[74, 30],
					[74, 31],
					[70, 31],
					[70, 30]
				];
				return [code, { ...rest, geometry: { ...geometry, coordinates: [ring] } } as Boundary];
			})
		);
		const faultAt = (X: string, Y: string): string | undefined =>
			makePlacing(
				smallManifest().cases,
				areas,
				moved
			)((column) => (column === 'X' ? X : column === 'Y' ? Y : '')).pointFault;
		expect([faultAt('71', '30.5'), faultAt('30.5', '71'), faultAt('35', '71')]).toEqual([
			undefined,
			'point-swapped',
			undefined
		]);
	});

	it('does not exist where unknown ones are to be rejected', () => {
		const mapping = smallManifest().cases;
		mapping.area.otherwise = 'reject';
		const cells = { Village: '9999', X: '101.5', Y: '30.5' };
		expect(placed(cells, mapping)).toMatchObject({ area: undefined, source: 'area_unknown' });
		expect(placed({ ...cells, Village: '0102' }, mapping).code).toBe('0102');
	});

	it('is found without points where the mapping has none', () => {
		const mapping = smallManifest().cases;
		delete mapping.point;
		expect(placed({ X: '102.5', Y: '30.5' }, mapping)).toMatchObject({ code: '0000', lon: NaN });
	});
});
