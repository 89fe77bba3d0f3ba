import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenReading } from '#lib/cube/chosen-reading.ts';
import type { AreaReading } from '#lib/cube/reading.ts';
import { openingCut, type Cut } from '#lib/domain/cut.ts';
import { datasetOf } from '#lib/domain/dataset-index.ts';
import { facetsOf } from '#lib/domain/facet.ts';
import { smallIndex } from '#lib/domain/small-dataset.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql } from '#lib/engine/sql.ts';
import { areaMeasures } from './area-measures.ts';
import { linkedCounts } from './linked-counts.ts';

/** The small city with days, people and repeats. Positions: see `smallIndex`. */
const city = (() => {
	const index = smallIndex();
	const { cases } = index.manifest;
	const mapping = {
		...cases,
		closed_on: { from: 'closed_on', format: 'YYYY-MM-DD' as const },
		people: { from: 'people' },
		codes: { ...cases.codes, repeat: { from: 'repeat' } }
	};
	const repeat = { codes: ['yes', 'no'], zh: ['是', '否'], en: ['Yes', 'No'], parent: [-1, -1] };
	return datasetOf({
		...index,
		manifest: { ...index.manifest, cases: mapping },
		codeLists: { ...index.codeLists, repeat }
	});
})();

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
	// North-a: 101 cases that took 0 … 100 days, with 0 … 100 people, every fourth a repeat. South-a: 10 closed cases,
	// and 10 that were closed before they were opened.
	await database.query(
		sql`CREATE TABLE cases AS SELECT *,
			(CASE WHEN days < 0 THEN NULL WHEN days = 0 THEN 0 WHEN days <= 3 THEN 1 WHEN days <= 7 THEN 2
				WHEN days <= 14 THEN 3 WHEN days <= 30 THEN 4 WHEN days <= 60 THEN 5 WHEN days <= 90 THEN 6
				ELSE 7 END)::UTINYINT AS took_bin, 0::UTINYINT AS people_bin,
			opened_on + days AS closed_on
		FROM (SELECT 2::UTINYINT AS area, DATE '2020-08-01' AS opened_on, i::INTEGER AS days,
				i::UINTEGER AS people, (CASE WHEN i % 4 = 0 THEN 0 ELSE 1 END)::UTINYINT AS "repeat",
				1::UTINYINT AS met_tallies, 0::UTINYINT AS type, 0::UTINYINT AS outcome FROM range(101) AS t(i)
			UNION ALL
			SELECT 5, DATE '2020-08-01', CASE WHEN i < 10 THEN 4 ELSE -1 END, NULL, NULL, 0, 0, 1
			FROM range(20) AS t(i))`
	);
});
afterAll(() => database.close());

const NORTH = 1;
const SOUTH = 4;

async function read(part: Partial<Cut>, isExact: boolean): Promise<Map<number, AreaReading>> {
	const cut = { ...openingCut(city), ...part };
	const counts = await linkedCounts(database, city, cut, facetsOf(city));
	const exact = isExact ? await areaMeasures(database, city, cut) : undefined;
	const { areas } = chosenReading(city, cut, counts, undefined, exact);
	return new Map(areas.map((area) => [area.position, area]));
}

describe('measures of the cases by area', () => {
	it('are exact quantiles of days, with the interval between order statistics', async () => {
		const median = await read({ indicator: 'median_days' }, true);
		// 101 × 0.5 ∓ 1.96 × √101 ÷ 2 = 40.65, 60.35: ranks 40 and 62, whose values are 39 and 61.
		expect(median.get(NORTH)?.figure).toEqual({
			numerator: 101,
			denominator: 101,
			value: 50,
			low: 39,
			high: 61,
			state: 'ok'
		});
		const p90 = await read({ indicator: 'p90_days' }, true);
		// 90.9 ∓ 1.96 × 0.3 × √101 = 84.99, 96.81: ranks 84 and 98.
		expect(p90.get(NORTH)?.figure).toMatchObject({ value: 90, low: 83, high: 97, state: 'ok' });
	});

	it('leave out cases that were closed before they were opened, and judge none of too few', async () => {
		const median = await read({ indicator: 'median_days' }, true);
		expect(median.get(SOUTH)?.figure).toMatchObject({
			denominator: 10,
			value: 4,
			state: 'too_few'
		});
		expect(median.get(6)?.figure).toMatchObject({ denominator: 0, state: 'no_denominator' });
		expect(median.get(SOUTH)?.colour).toBeUndefined();
	});

	it('come from bins while a period is brushed: within the bin of the exact one, without interval', async () => {
		const cut = { ...openingCut(city), indicator: 'median_days' };
		const counts = await linkedCounts(database, city, cut, []);
		const reading = chosenReading(city, cut, counts);
		const figure = reading.areas.find(({ position }) => position === NORTH)?.figure;
		expect(reading.isEstimate).toBe(true);
		expect(figure).toMatchObject({ denominator: 101, low: undefined, high: undefined });
		expect(figure?.value).toBeGreaterThanOrEqual(31);
		expect(figure?.value).toBeLessThanOrEqual(60);
	});

	it('are people in all, and per case with the interval of their mean', async () => {
		const mean = await read({ indicator: 'people_per_case' }, true);
		const half = (1.959964 * Math.sqrt((101 * 102) / 12)) / Math.sqrt(101);
		const figure = mean.get(NORTH)?.figure;
		expect(figure).toMatchObject({ numerator: 5050, denominator: 101, value: 50 });
		expect(figure?.low).toBeCloseTo(50 - half, 6);
		expect(figure?.high).toBeCloseTo(50 + half, 6);
		const sum = await read({ indicator: 'people_sum' }, true);
		expect(sum.get(NORTH)?.figure).toMatchObject({ value: 5050, denominator: 101, low: undefined });
		expect(sum.get(SOUTH)?.figure.state).toBe('no_denominator');
	});

	it('are shares among the cases that say so, with their interval', async () => {
		const repeats = await read({ indicator: 'repeat' }, false);
		const figure = repeats.get(NORTH)?.figure;
		expect(figure).toMatchObject({ numerator: 26, denominator: 101, value: 26 / 101, state: 'ok' });
		expect(figure?.low).toBeLessThan(26 / 101);
		expect(repeats.get(SOUTH)?.figure.state).toBe('no_denominator');
	});

	it('are counted under every condition but that of the areas', async () => {
		const others = { codes: ['20'], isExcluded: false };
		const picked = await read({ indicator: 'median_days', picks: { area: others } }, true);
		expect(picked.get(NORTH)?.figure.value).toBe(50);
		const none = { outcome: { codes: ['open'], isExcluded: false } };
		const open = await read({ indicator: 'median_days', picks: none }, true);
		expect(open.get(NORTH)?.figure.denominator).toBe(0);
	});

	it('are not asked for where counts tell all of what is shown', async () => {
		const cut = { ...openingCut(city), indicator: 'repeat' };
		expect(await areaMeasures(database, city, cut)).toBeUndefined();
	});
});

describe('a smoothed cut', () => {
	it('judges whatever has a denominator, and keeps what was counted beside it', async () => {
		const raw = await read({ indicator: 'rate' }, false);
		const smoothed = await read({ indicator: 'rate', smooth: 'eb' }, false);
		for (const [position, { figure, raw: kept }] of smoothed) {
			expect(kept).toEqual(raw.get(position)?.figure);
			expect(figure.state).toBe((kept?.denominator ?? 0) > 0 ? 'ok' : 'no_denominator');
			expect([figure.low, figure.high]).toEqual([kept?.low, kept?.high]);
		}
		expect(smoothed.get(SOUTH)?.figure.value).toBeGreaterThan(raw.get(SOUTH)?.figure.value ?? NaN);
	});

	it('leaves a count as it is', async () => {
		const areas = await read({ indicator: 'cases', smooth: 'eb' }, false);
		expect(areas.get(NORTH)?.figure.value).toBe(101);
		expect(areas.get(NORTH)?.raw).toBeUndefined();
	});
});

describe('classes of a cut', () => {
	it.each<[NonNullable<Cut['classes']>, number[]]>([
		[
			[10, 97.5],
			[0.1, 0.975]
		],
		['equal', []],
		['jenks', [1]],
		['eb', [1]]
	])('%s', async (classes, breaks) => {
		const cut = { ...openingCut(city), indicator: 'success', classes };
		const counts = await linkedCounts(database, city, cut, []);
		const reading = chosenReading(city, cut, counts);
		if (classes === 'equal') expect(reading.breaks).toHaveLength(5);
		else if (classes === 'eb') expect(reading.breaks.length).toBeGreaterThan(0);
		else expect(reading.breaks).toEqual(breaks);
	});

	it('hold while they are fixed', async () => {
		const cut = { ...openingCut(city), indicator: 'success', classes: 'jenks' as const };
		const counts = await linkedCounts(database, city, cut, []);
		expect(chosenReading(city, cut, counts, [0.4]).breaks).toEqual([0.4]);
	});
});
