import { describe, expect, it } from 'vitest';
import { caseGroups, caseTypes } from '#cli/demo-city/case-types.ts';
import { asOf } from '#cli/demo-city/books/dates.ts';
import { sampleCity } from '#cli/demo-city/books/sample-city.ts';
import { townshipsCompleteOn, villagesCompleteOn } from './committees.ts';
import { isOpenOn, type OrganisationKind } from './organisation.ts';
import { organisationsOf } from './organisations.ts';

const city = sampleCity();
const organisations = organisationsOf(6, city);
const levels = new Map(city.areas.map(({ code, level }) => [code, level]));

function openOf(kind: OrganisationKind, date: string) {
	return organisations.filter((each) => each.kind === kind && isOpenOn(each, date));
}

function coveredOn(level: string, date: string): number {
	const areas = openOf('people_mediation_committee', date).map(({ area }) => area);
	return new Set(areas.filter((area) => levels.get(area) === level)).size;
}

describe('organisations', () => {
	it.each<[OrganisationKind, Record<string, number>]>([
		['coordination_centre', { city: 1, county: 5, township: 60 }],
		['people_mediation_committee', { township: 60, village: 481 }],
		['marriage_family_room', { township: 38 }],
		['medical_committee', { city: 1, county: 2 }],
		['traffic_platform', { city: 1, county: 5, township: 5 }],
		['labour_tribunal', { county: 5 }],
		['consumer_station', { village: 90 }],
		['school_committee', { city: 1 }],
		['property_window', { city: 1 }],
		['third_party_platform', { city: 1 }],
		['pilot', { county: 2 }]
	])('of the kind %s are as many as the report says', (kind, expected) => {
		const counts: Record<string, number> = {};
		for (const { area } of openOf(kind, asOf)) {
			const level = levels.get(area) ?? 'none';
			counts[level] = (counts[level] ?? 0) + 1;
		}
		expect(counts).toEqual(expected);
	});

	it('have ids of their own, telephones that nobody has, and no two at one point', () => {
		const distinct = (valueOf: (each: (typeof organisations)[number]) => string) =>
			new Set(organisations.map(valueOf)).size;
		expect(distinct(({ id }) => id)).toBe(organisations.length);
		expect(distinct(({ phone }) => phone)).toBe(organisations.length);
		expect(distinct(({ lon, lat }) => `${lon} ${lat}`)).toBe(organisations.length);
		expect(organisations.filter(({ phone }) => !/^0000-\d{7}$/.test(phone))).toEqual([]);
	});

	it('serve areas that exist and matters that exist', () => {
		const matters = new Set([...caseGroups, ...caseTypes].map(({ code }) => code));
		for (const organisation of organisations) {
			const served = organisation.serves === '' ? [] : organisation.serves.split(' ');
			for (const code of [organisation.area, ...served]) expect(levels.has(code)).toBe(true);
			for (const matter of organisation.matters.split(' ')) expect(matters).toContain(matter);
		}
	});

	it('are closed after they were opened, if at all', () => {
		const closed = organisations.filter(({ closed_on }) => closed_on !== '');
		expect(closed.length).toBeGreaterThan(5);
		expect(closed.filter(({ opened_on, closed_on }) => closed_on <= opened_on)).toEqual([]);
		expect(organisations.filter(({ opened_on }) => opened_on > asOf)).toEqual([]);
	});

	it('give the districts one medical committee and the counties their own', () => {
		const serves = openOf('medical_committee', asOf).map(({ serves: codes }) => codes);
		expect(serves).toEqual(['990101000000 990102000000 990103000000', '', '']);
	});

	it('have consumer stations that serve their own village, and one a township that serves all of it', () => {
		const served = openOf('consumer_station', asOf).flatMap(({ area, serves }) =>
			serves === '' ? [area] : serves.split(' ')
		);
		expect(new Set(served).size).toBe(served.length);
		expect(served.filter((code) => levels.get(code) === 'village')).toHaveLength(90);
	});
});

describe('committees', () => {
	it.each([
		['township', townshipsCompleteOn, 60],
		['village', villagesCompleteOn, 481]
	])('reach every %s on %s, and on no day before', (level, completeOn, count) => {
		expect(coveredOn(level, completeOn)).toBe(count);
		const openings = organisations
			.filter(
				({ kind, area }) => kind === 'people_mediation_committee' && levels.get(area) === level
			)
			.flatMap(({ opened_on, closed_on }) => [opened_on, closed_on])
			.filter((date) => date !== '');
		for (const date of new Set(openings)) {
			expect([date, coveredOn(level, date) === count]).toEqual([date, date >= completeOn]);
		}
	});

	it('were more before some were merged, and were missing for a while where they began anew', () => {
		const open = (date: string) => openOf('people_mediation_committee', date).length;
		expect(open('2016-09-30')).toBeGreaterThan(541);
		expect(open(asOf)).toBe(541);
		const first = organisations.filter(({ id }) =>
			organisations.some((other) => other.id === `${id}-2`)
		);
		expect(first).toHaveLength(6);
		const gaps = first.filter(({ area, closed_on }) => {
			const successors = openOf('people_mediation_committee', closed_on);
			return !successors.some((other) => other.area === area);
		});
		expect(gaps).toHaveLength(5);
	});
});
