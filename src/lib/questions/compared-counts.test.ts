import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparisonOf } from '#lib/cube/comparison.ts';
import type { Against } from '#lib/domain/against.ts';
import { dayOf } from '#lib/domain/calendar-steps.ts';
import { sidesOf, type Sides } from '#lib/domain/compared-sides.ts';
import { openingCut, withPick, type Cut } from '#lib/domain/cut.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { sql, type Sql } from '#lib/engine/sql.ts';
import { comparedCounts } from './compared-counts.ts';

const city = smallDataset();
const opening = openingCut(city);
const cut: Cut = {
	...opening,
	span: { first: dayOf('2020-10-01'), last: dayOf('2020-12-31') }
};

let database: Database;
beforeAll(async () => {
	database = await openNativeDatabase();
	// 600 cases from July to December over all areas and types, a seventh of them without a type.
	await database.query(
		sql`CREATE TABLE cases AS
			SELECT area, opened_on, (year(opened_on) * 12 + month(opened_on) - 1)::USMALLINT AS opened_month,
				type, outcome, (1 - outcome)::UTINYINT AS met_tallies
			FROM (SELECT (i * 7 % 10)::UTINYINT AS area,
				DATE '2020-07-01' + (i * 31 % 184)::INTEGER AS opened_on,
				CASE WHEN i % 7 < 6 THEN (i % 7)::UTINYINT END AS type,
				(i % 11 // 8)::UTINYINT AS outcome
			FROM range(600) AS numbers(i))`
	);
});
afterAll(() => database.close());

async function hand(where: Sql): Promise<number> {
	const answer = await database.query(sql`SELECT count(*)::INTEGER AS n FROM cases WHERE ${where}`);
	return answer.numbers('n')[0] ?? NaN;
}
const sum = (counts: ArrayLike<number> | undefined): number =>
	Array.from(counts ?? []).reduce((all, n) => all + n, 0);

async function both(from: Cut, against: Against) {
	const sides = sidesOf(city, from, against) as Sides;
	const count = (side: Sides['own']) => comparedCounts(database, city, from, against, side);
	const counts = [await count(sides.own), await count(sides.other)] as const;
	return { counts, result: comparisonOf(city, from, against, sides, counts) };
}

describe('the counts of a comparison', () => {
	it('of two periods are those of the same conditions over the days of each', async () => {
		const from = withPick(cut, 'outcome', { codes: ['resolved'], isExcluded: false });
		const { counts, result } = await both(from, { by: 'before' });
		const autumn = sql`opened_on >= '2020-10-01' AND outcome = 0`;
		const summer = sql`opened_on < '2020-10-01' AND outcome = 0`;
		expect(sum(counts[0].areas['handled'])).toBe(await hand(autumn));
		expect(sum(counts[1].areas['handled'])).toBe(await hand(summer));
		expect(counts[0].areas['resolved']?.[4]).toBe(await hand(sql`${autumn} AND area = 4`));
		expect(counts[1].types[6]).toBe(await hand(sql`${summer} AND type IS NULL`));
		const august = 2020 * 12 + 7 - city.months.first;
		expect(counts[1].stretches[august]).toBe(await hand(sql`${summer} AND month(opened_on) = 8`));
		expect(result.days).toEqual([92, 92]);
		const north = result.areas.find(({ position }) => position === 1);
		expect(north?.own.numerator).toBe(await hand(sql`${autumn} AND area BETWEEN 1 AND 3`));
		expect(result.measures.map(({ indicator }) => indicator.id)).toEqual([
			'cases',
			'success',
			'rate'
		]);
	});

	it('of a village and its county are those of the village and of the rest', async () => {
		const from = withPick(cut, 'area', { codes: ['11'], isExcluded: false });
		const { counts, result } = await both(from, { by: 'area', code: '10' });
		const autumn = sql`opened_on >= '2020-10-01'`;
		expect(sum(counts[0].areas['handled'])).toBe(await hand(sql`${autumn} AND area = 2`));
		expect(sum(counts[1].areas['handled'])).toBe(await hand(sql`${autumn} AND area IN (1, 3)`));
		expect(sum(counts[1].stretches)).toBe(sum(counts[1].areas['handled']));
		expect(sum(counts[1].types)).toBe(sum(counts[1].areas['handled']));
		expect(result.areas).toEqual([]);
		expect(result.residents).toEqual([1000, 2000]);
		// Land with its border and use, as a share of all of the village, stated or not.
		const land = result.types.find(({ type }) => type === 0);
		expect(land?.own).toMatchObject({
			numerator: await hand(sql`${autumn} AND area = 2 AND type <= 2`),
			denominator: await hand(sql`${autumn} AND area = 2`)
		});
	});

	it('of two types follow areas that were picked in trends alone, and mix in each area', async () => {
		const land = withPick(cut, 'type', { codes: ['land'], isExcluded: false });
		const from = withPick(land, 'area', { codes: ['20'], isExcluded: false });
		const { counts, result } = await both(from, { by: 'type', code: 'family' });
		const autumn = sql`opened_on >= '2020-10-01'`;
		expect(sum(counts[0].areas['handled'])).toBe(await hand(sql`${autumn} AND type <= 2`));
		expect(sum(counts[1].areas['handled'])).toBe(await hand(sql`${autumn} AND type = 3`));
		expect(sum(counts[0].stretches)).toBe(
			await hand(sql`${autumn} AND type <= 2 AND area IN (4, 5)`)
		);
		expect(counts[0].types).toHaveLength(0);
		expect(result.isMix).toBe(true);
		const south = result.areas.find(({ position }) => position === 4);
		const inSouth = sql`${autumn} AND area IN (4, 5)`;
		expect(south?.own).toMatchObject({
			numerator: await hand(sql`${inSouth} AND type <= 2`),
			denominator: await hand(sql`${inSouth} AND type <= 3`)
		});
		expect(south?.other.denominator).toBe(
			await hand(sql`${autumn} AND area NOT IN (4, 5) AND type <= 3`)
		);
	});

	it('of a share and two types are the share of each in every area', async () => {
		const from = withPick({ ...cut, indicator: 'success' }, 'type', {
			codes: ['land'],
			isExcluded: false
		});
		const { result } = await both(from, { by: 'type', code: '-' });
		expect(result.isMix).toBe(false);
		const south = result.areas.find(({ position }) => position === 4);
		const inSouth = sql`opened_on >= '2020-10-01' AND area IN (4, 5)`;
		expect(south?.other).toMatchObject({
			numerator: await hand(sql`${inSouth} AND type IS NULL AND outcome = 0`),
			denominator: await hand(sql`${inSouth} AND type IS NULL`)
		});
	});
});
