import { describe, expect, it } from 'vitest';
import { valueOf } from '#cli/demo-city/element-at.ts';
import { sampleCases, sampleCity } from '#cli/demo-city/books/sample-city.ts';
import { isOpenOn } from './organisation.ts';
import { organisationFor, type HandledCase } from './organisation-for.ts';
import { organisationsOf } from './organisations.ts';

const city = sampleCity();
const organisations = organisationsOf(6, city);
const handledBy = organisationFor(organisations);
const village = '990101001002';

function caseWith(facts: Partial<HandledCase>): HandledCase {
	return {
		id: 'YC-1',
		opened_on: '2018-07-02',
		area: village,
		handled_level: 'village',
		type: 'neighbourhood',
		channel: 'people',
		...facts
	};
}

/** Who takes the same case under a thousand numbers, and how often. */
function shares(facts: Partial<HandledCase>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (let number = 0; number < 1000; number += 1) {
		const id = handledBy(caseWith({ ...facts, id: `YC-${number}` }));
		counts[id] = (counts[id] ?? 0) + 1;
	}
	return counts;
}

describe('the organisation that handled a case', () => {
	it.each<[string, Partial<HandledCase>, string]>([
		['the committee of the village', {}, 'PMC-990101001002'],
		['the committee of the township', { handled_level: 'township' }, 'PMC-990101001000'],
		[
			'the room for marriage and family',
			{ handled_level: 'township', type: 'marriage_family' },
			'MFR-990101001000'
		],
		[
			'the committee, where the township has no room',
			{ handled_level: 'township', type: 'marriage_family', area: '990105121003' },
			'PMC-990105121000'
		],
		['the centre of the county', { handled_level: 'county' }, 'CC-990101000000'],
		[
			'the centre, where only the county is known',
			{ handled_level: 'county', area: '990101000000' },
			'CC-990101000000'
		],
		['nobody, where the village is not known', { area: '990101001000' }, ''],
		['nobody, before there was any', { opened_on: '2008-01-07' }, '']
	])('is %s', (_who, facts, id) => {
		expect(handledBy(caseWith(facts))).toBe(id);
	});

	it.each([
		['medical', village, 'MED-990100000000'],
		['medical', '990105110001', 'MED-990105000000'],
		['traffic', village, 'TRA-990101000000'],
		['labour', village, 'LAB-990101000000'],
		['school', village, 'SCH-990100000000'],
		['property_management', village, 'PRO-990100000000']
	])('is mostly the body for %s disputes that serves %s', (type, area, body) => {
		const county = `CC-${area.slice(0, 6)}000000`;
		const counts = shares({ type, area, handled_level: 'county' });
		expect(Object.keys(counts).sort()).toEqual([county, body].sort());
		expect((counts[body] ?? 0) / 1000).toBeCloseTo(0.8, 1);
	});

	it('is a body for its kind only beside the ordinary way, below the county', () => {
		const facts = { type: 'traffic', handled_level: 'township' } as const;
		expect(Object.keys(shares(facts))).toEqual(['PMC-990101001000']);
		expect(Object.keys(shares({ ...facts, channel: 'administrative' }))).toHaveLength(2);
	});

	it('is a pilot for what the courts send, where there is one, from its opening on', () => {
		const facts = { type: 'contract', channel: 'judicial', handled_level: 'county' } as const;
		expect(Object.keys(shares(facts)).sort()).toEqual(['CC-990101000000', 'PIL-990101000000']);
		expect(Object.keys(shares({ ...facts, opened_on: '2017-03-17' }))).toEqual(['CC-990101000000']);
		expect(Object.keys(shares({ ...facts, area: '990102001001' }))).toEqual(['CC-990102000000']);
	});

	it('was open on the day, and is the same whatever was asked before', () => {
		const cases = sampleCases(city);
		const byId = new Map(organisations.map((each) => [each.id, each]));
		const ids = cases.map(handledBy);
		ids.forEach((id, index) => {
			const opened = cases[index]?.opened_on ?? '';
			if (id !== '' && opened !== '') expect(isOpenOn(valueOf(byId, id), opened)).toBe(true);
		});
		expect([...cases].reverse().map(handledBy).reverse()).toEqual(ids);
	});
});
