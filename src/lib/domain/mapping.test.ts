import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AreaMappingSchema, CaseMappingSchema } from './mapping.ts';

const smallest = {
	files: ['cases.csv'],
	id: { from: 'id' },
	area: { from: 'area', otherwise: 'reject' },
	opened_on: { from: 'opened_on', format: 'YYYY-MM-DD' },
	codes: {},
	refused: []
};

describe('the mapping of the case file', () => {
	it('needs little, and cleans nothing unless told', () => {
		expect(v.parse(CaseMappingSchema, smallest)).toEqual({
			...smallest,
			area: { from: 'area', clean: [], otherwise: 'reject' },
			derivedColumns: {}
		});
	});

	it('gives each dataset a list of its own for the cleaning', () => {
		const first = v.parse(CaseMappingSchema, smallest).area.clean;
		first.push('drop-decimals');
		expect(v.parse(CaseMappingSchema, smallest).area.clean).toEqual([]);
	});

	it.each([
		[
			'a column made from the text of another',
			{
				derivedColumns: {
					Outcome: {
						from: 'Remarks',
						patterns: [{ matches: '^Closed', value: 'closed' }],
						otherwise: 'other'
					}
				}
			}
		],
		['a point', { point: { lon: 'x', lat: 'y', notLocations: [[0, 0]] } }],
		['a day due and a day closed', { due_on: smallest.opened_on, closed_on: smallest.opened_on }],
		[
			'the American way to write a date',
			{ opened_on: { from: 'd', format: 'MM/DD/YYYY hh:mm:ss A' } }
		],
		['people', { people: { from: 'people' } }],
		['further days', { dates: { paid_on: { from: 'paid', format: 'YYYY-MM-DD' } } }],
		['further numbers', { numbers: { amount: { from: 'yuan' } } }],
		[
			'steps that clean a code',
			{ area: { from: 'a', clean: ['drop-decimals', { padStart: 4 }], otherwise: 'point' } }
		],
		['a code from a column', { codes: { type: { from: 'type' } } }],
		['a code from several columns', { codes: { type: { from: ['class', 'type'] } } }],
		['a code that is derived', { codes: { in_time: { derived: 'in_time' } } }],
		[
			'a code by a list of values',
			{ codes: { outcome: { rules: [{ when: { status: ['Closed'] }, code: 'done' }] } } }
		],
		[
			'a code by whether a cell is filled',
			{ codes: { outcome: { rules: [{ when: { closed: { filled: true } }, code: 'done' }] } } }
		],
		[
			'a code by a pattern',
			{ codes: { outcome: { rules: [{ when: { why: { matches: '^Done' } }, code: 'done' }] } } }
		]
	])('can name %s', (_, part) => {
		const mapping = { ...smallest, ...part };
		expect(v.parse(CaseMappingSchema, mapping)).toMatchObject(mapping);
	});

	it.each(Object.keys(smallest))('is refused without its %s', (field) => {
		const rest = Object.fromEntries(Object.entries(smallest).filter(([name]) => name !== field));
		expect(v.is(CaseMappingSchema, rest)).toBe(false);
	});

	it.each([
		['no file', { files: [] }],
		['a date format that nobody reads', { opened_on: { from: 'd', format: 'DD.MM.YYYY' } }],
		['no word on areas that are unknown', { area: { from: 'a' } }],
		['another word on areas that are unknown', { area: { from: 'a', otherwise: 'guess' } }],
		['an unknown step that cleans', { area: { from: 'a', clean: ['trim'], otherwise: 'reject' } }],
		['an unknown derived code', { codes: { x: { derived: 'age' } } }],
		['a code from nowhere', { codes: { x: {} } }],
		['a rule without its code', { codes: { x: { rules: [{ when: {} }] } } }],
		['a place that is half a point', { point: { lon: 'x', lat: 'y', notLocations: [[0]] } }],
		[
			'a derived column without a value for the rest',
			{ derivedColumns: { Outcome: { from: 'Remarks', patterns: [] } } }
		],
		[
			'a pattern without its value',
			{ derivedColumns: { X: { from: 'Y', patterns: [{ matches: 'a' }], otherwise: '' } } }
		],
		['a point without latitude', { point: { lon: 'x', notLocations: [] } }]
	])('is refused with %s', (_, part) => {
		expect(v.is(CaseMappingSchema, { ...smallest, ...part })).toBe(false);
	});
});

describe('the mapping of the areas', () => {
	it.each([{ from: 'table', files: ['areas.csv'] }, { from: 'boundaries' }])(
		'can be %j',
		(mapping) => {
			expect(v.parse(AreaMappingSchema, mapping)).toEqual(mapping);
		}
	);

	it.each([{ from: 'table' }, { from: 'table', files: [] }, { from: 'thin air' }, {}])(
		'cannot be %j',
		(mapping) => {
			expect(v.is(AreaMappingSchema, mapping)).toBe(false);
		}
	);
});
