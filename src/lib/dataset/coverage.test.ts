import { describe, expect, it } from 'vitest';
import { dayNumber } from '#lib/domain/period.ts';
import { bookFiles } from '#lib/ingest/small-books.ts';
import { coverageOf, organisationsByKind } from './coverage.ts';
import { smallSource } from './small-source.ts';

const day = (year: number, month: number, of: number): number => dayNumber(year, month, of) ?? NaN;

// P-2 serves 0102 until the end of June 2020, P-3 two villages from July, P-4 one of them from 2021.
const days: [string, number, number, number][] = [
	['before any was open', day(2014, 12, 31), 0, 0],
	['the day on which two opened', day(2015, 1, 1), 2, 2],
	['the day before one closed', day(2020, 6, 29), 2, 2],
	['the day on which it closed', day(2020, 6, 30), 1, 1],
	['the day on which one opened for two', day(2020, 7, 1), 2, 3],
	['when one more opened in an area that was served', day(2021, 1, 1), 3, 3]
];

describe.each(days)('%s', (_, on, open, villages) => {
	it(`${String(open)} committees serve ${String(villages)} villages`, async () => {
		const source = await smallSource(bookFiles());
		const { people_mediation_committee: count = 0 } = organisationsByKind(source, on);
		expect(count).toBe(open);
		const covered = coverageOf(source, on)['people_mediation_committee'];
		expect(covered).toEqual(open === 0 ? undefined : { village: { covered: villages, of: 4 } });
	});
});

it('a centre of the whole city covers the one city', async () => {
	const coverage = coverageOf(await smallSource(bookFiles()), day(2020, 12, 31));
	expect(coverage['coordination_centre']).toEqual({ city: { covered: 1, of: 1 } });
});

it('nothing is covered where there is no table of organisations', async () => {
	expect(coverageOf(await smallSource(), day(2020, 12, 31))).toEqual({});
	expect(organisationsByKind(await smallSource(), day(2020, 12, 31))).toEqual({});
});
