import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '#lib/cube/fold.ts';
import { CASES, RunningSums, type LinkedCounts } from '#lib/cube/linked-counts.ts';
import { calendarOf, daysOf, STEPS } from '#lib/domain/calendar-steps.ts';
import { openingCut, type Cut, type FacetPick } from '#lib/domain/cut.ts';
import { datasetOf, type Dataset } from '#lib/domain/dataset-index.ts';
import { isAbort } from '#lib/domain/errors.ts';
import {
	binOf,
	facetsOf,
	NOT_STATED,
	PEOPLE_BINS,
	TOOK_BINS,
	type Bins
} from '#lib/domain/facet.ts';
import { isoDay, monthNumber } from '#lib/domain/period.ts';
import { smallIndex } from '#lib/domain/small-dataset.ts';
import { levelInside } from '#lib/domain/view.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { joined, sql } from '#lib/engine/sql.ts';
import { brushCubes, linkedCounts } from './linked-counts.ts';

/** The small city, whose cases also say when they were closed and how many people they concern. */
function dataset(): Dataset {
	const index = smallIndex();
	const { cases } = index.manifest;
	const closed_on = { from: 'closed_on', format: 'YYYY-MM-DD' as const };
	const mapping = { ...cases, closed_on, people: { from: 'people' } };
	return datasetOf({ ...index, manifest: { ...index.manifest, cases: mapping } });
}
const city = dataset();
const facets = facetsOf(city);
const { first, last } = daysOf(city);
const { areas, codes } = city;
const types = codes['type'];

interface Row {
	readonly area: number;
	readonly opened: number;
	/** Days from opening to closing; below zero where the book is wrong. */
	readonly took: number | null;
	readonly people: number | null;
	readonly type: number | null;
	readonly outcome: number | null;
}

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
});
afterAll(() => database.close());

async function fill(rows: readonly Row[]): Promise<void> {
	await database.query(
		sql`CREATE OR REPLACE TABLE cases (area UTINYINT, opened_on DATE, opened_month USMALLINT, closed_on DATE, people UINTEGER, took_bin UTINYINT, people_bin UTINYINT, met_tallies UTINYINT, type UTINYINT, outcome UTINYINT)`
	);
	const values = rows.map(
		({ area, opened, took, people, type, outcome }) =>
			sql`(${area}, ${isoDay(opened)}::DATE, ${monthNumber(isoDay(opened).slice(0, 7)) ?? null}, ${took === null ? null : isoDay(opened + took)}::DATE, ${people}, ${binAt(TOOK_BINS, took)}, ${binAt(PEOPLE_BINS, people)}, ${Number(outcome === 0)}, ${type}, ${outcome})`
	);
	if (rows.length > 0) {
		await database.query(sql`INSERT INTO cases VALUES ${joined(values, sql`, `, sql`()`)}`);
	}
}

function binAt(bins: Bins, value: number | null): number | null {
	return value === null ? null : (binOf(bins, value) ?? null);
}

/** The value of a case on a facet, in words of the list; written apart from how the question asks. */
function valueOf(row: Row, facet: string): string {
	if (facet === 'took')
		return bin(row.took, '0 1-3 4-7 8-14 15-30 31-60 61-90 91-180 181-365 366+');
	if (facet === 'people') return bin(row.people, '0-1 2 3-4 5-9 10-29 30-99 100+');
	const at = facet === 'type' ? row.type : row.outcome;
	return at === null ? NOT_STATED : (codes[facet]?.codes[at] ?? '');
}

function bin(value: number | null, bins: string): string {
	const found = bins.split(' ').find((text) => {
		const [low = '', high] = text.replace('+', '-Infinity').split('-');
		return value !== null && value >= Number(low) && value <= Number(high ?? low);
	});
	return found ?? NOT_STATED;
}

/** A value and all that it is a part of. */
function withParents(row: Row, facet: string): string[] {
	const value = valueOf(row, facet);
	if (facet !== 'type') return [value];
	const found = [value];
	for (let at = row.type ?? -1; at >= 0; at = types?.parent[at] ?? -1) {
		found.push(types?.codes[at] ?? '');
	}
	return found;
}

function meets(row: Row, cut: Cut, left: string): boolean {
	const { span, picks } = cut;
	if (left !== 'day' && (row.opened < span.first || row.opened > span.last)) return false;
	return Object.entries(picks).every(([facet, pick]) => {
		if (facet === left) return true;
		const own = facet === 'area' ? areaCodes(row.area) : withParents(row, facet);
		return own.some((code) => pick.codes.includes(code)) !== pick.isExcluded;
	});
}

function areaCodes(at: number): string[] {
	const found: string[] = [];
	for (let up = at; up >= 0; up = areas.parent[up] ?? -1) found.push(areas.codes[up] ?? '');
	return found;
}

type Counts = Record<string, Record<string, number>>;

/** Counts of every panel, case by case: cases by value, for areas and the whole with tallies; values without cases left out. */
function byHand(rows: readonly Row[], cut: Cut): Record<string, Counts> {
	const scope = rows.filter(({ area }) => areaCodes(area).includes(cut.area));
	const panel = (name: string, value: (row: Row) => string): Counts =>
		counted(
			scope.filter((row) => meets(row, cut, name)),
			value,
			name === 'area' || name === ''
		);
	return {
		day: panel('day', ({ opened }) => isoDay(opened)),
		area: panel('area', ({ area }) => areas.codes[area] ?? ''),
		...Object.fromEntries(facets.map(({ id }) => [id, panel(id, (row) => valueOf(row, id))])),
		total: panel('', () => 'all')
	};
}

function counted(rows: readonly Row[], value: (row: Row) => string, isTallied: boolean): Counts {
	const found: Counts = {};
	for (const row of rows) {
		const cell = (found[value(row)] ??= {
			[CASES]: 0,
			...(isTallied && { handled: 0, resolved: 0 })
		});
		const add = (tally: string, n: number): number => (cell[tally] = (cell[tally] ?? 0) + n);
		add(CASES, 1);
		if (isTallied) {
			add('handled', 1);
			add('resolved', Number(row.outcome === 0));
		}
	}
	return found;
}

function plain({ panels, total }: LinkedCounts): Record<string, Counts> {
	const names: Record<string, (at: number) => string> = {
		day: (at) => isoDay(first + at),
		area: (at) => areas.codes[at] ?? '',
		...Object.fromEntries(facets.map(({ id, codes: own }) => [id, (at: number) => own[at] ?? '']))
	};
	const of = (
		tallies: Readonly<Record<string, Uint32Array>>,
		name: (at: number) => string
	): Counts => {
		const found: Counts = {};
		tallies[CASES]?.forEach((count, at) => {
			const cell = Object.entries(tallies).map(([id, counts]) => [id, counts[at]] as const);
			if (count > 0) found[name(at)] = Object.fromEntries(cell) as Record<string, number>;
		});
		return found;
	};
	return {
		...Object.fromEntries(
			[...panels].map(([name, cube]) => [name, of(cube.tallies, names[name] ?? String)])
		),
		total: of(total.tallies, () => 'all')
	};
}

const orNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { freq: 5 });
const rows = fc.array(
	fc.record<Row>({
		area: fc.nat(areas.codes.length - 1),
		opened: fc.integer({ min: first, max: last }),
		took: orNull(
			fc.oneof(fc.integer({ min: -2, max: 40 }), fc.constantFrom(90, 91, 365, 366, 900))
		),
		people: orNull(fc.oneof(fc.nat(12), fc.constantFrom(29, 30, 99, 100, 5000))),
		type: orNull(fc.nat((types?.codes.length ?? 1) - 1)),
		outcome: orNull(fc.nat(1))
	}),
	{ maxLength: 60 }
);
const picks = fc
	.tuple(
		...[...facets, { id: 'area', codes: areas.codes }].map(({ id, codes: own }) =>
			fc.record({
				id: fc.constant(id),
				pick: fc.option(
					fc.record<FacetPick>({
						codes: fc.shuffledSubarray([...own], { minLength: 1 }),
						isExcluded: fc.boolean()
					})
				)
			})
		)
	)
	.map((all) => Object.fromEntries(all.flatMap(({ id, pick }) => (pick ? [[id, pick]] : []))));
const cuts = fc
	.record({
		area: fc.constantFrom(...areas.codes),
		span: fc.tuple(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last })),
		step: fc.constantFrom(...STEPS),
		picks
	})
	.map(({ area, span: [a, b], step, picks: chosen }): Cut => ({
		...openingCut(city),
		area,
		level: levelInside(city, area),
		span: { first: Math.min(a, b), last: Math.max(a, b) },
		step,
		picks: chosen
	}));

describe('linked counts', () => {
	it('are what counting case by case gives, for any cases and any conditions', async () => {
		await fc.assert(
			fc.asyncProperty(rows, cuts, async (cases, cut) => {
				await fill(cases);
				const counts = await linkedCounts(database, city, cut, facets);
				expect(plain(counts)).toEqual(byHand(cases, cut));
			}),
			{ seed: 42, numRuns: 60 }
		);
	}, 60_000);

	it('are sums of runs of brush cubes, whatever period is brushed', async () => {
		await fc.assert(
			fc.asyncProperty(rows, cuts, fc.nat(20), fc.nat(20), async (cases, cut, a, b) => {
				await fill(cases);
				const sums = new RunningSums(await brushCubes(database, city, cut, cut.step, facets));
				const { starts, count } = calendarOf(city, cut.step);
				const [from, end] = [Math.min(a, b) % count, Math.max(a, b) + 1];
				const upTo = Math.min(Math.max(end, from), count);
				const span = { first: starts[from] ?? NaN, last: (starts[upTo] ?? NaN) - 1 };
				const { day, ...expected } = byHand(cases, { ...cut, span });
				expect(day).toBeDefined();
				expect(plain(sums.over(from, end))).toEqual(expected);
			}),
			{ seed: 42, numRuns: 60 }
		);
	}, 60_000);

	it('add up: every panel without a pick has the total', async () => {
		await fill([{ area: 2, opened: first, took: 3, people: 2, type: 1, outcome: 0 }]);
		const span = { first, last };
		const { panels, total } = await linkedCounts(
			database,
			city,
			{ ...openingCut(city), span },
			facets
		);
		for (const [name, cube] of panels) {
			expect(total.tallies, name).toMatchObject(fold(cube, name).tallies);
		}
	});

	it('are given up when asked to', async () => {
		await fill([]);
		const asked = linkedCounts(database, city, openingCut(city), facets, AbortSignal.abort());
		await expect(asked).rejects.toSatisfy(isAbort);
	});
});
