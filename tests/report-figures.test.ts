import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { integer, openBooks, type Books } from './by-hand/books.ts';

/*
 * The figures of the printed report, counted again from the demo city's own files by SQL that knows nothing of how the
 * product reads them. What the report prints is read from its figures as they were received.
 */
const folder = 'data/demo-city';
const reference = JSON.parse(
	readFileSync('tests/reference/seed-figures.json', 'utf8')
) as ReportFigures;

interface ReportFigures {
	cases: { handled: number; resolved: number; success_rate_printed: string };
	on_the_spot: { resolved: number };
	areas: Record<
		| 'county_level'
		| 'of_which_districts'
		| 'of_which_counties'
		| 'functional_zones'
		| 'townships'
		| 'villages',
		number
	>;
	organisations: {
		coordination_centres: number;
		people_mediation_committees: { townships_covered: number; villages_covered: number };
		marriage_family_rooms: number;
		medical_committees: { count: number };
		traffic_platforms: number;
		labour_tribunals: number;
		consumer_stations: number;
	};
	duties: { hidden_risk_disputes: number; listed_key_persons: number };
	budget_yuan: Record<'subsidy_budget' | 'subsidy_paid', { amount: number; at_least: boolean }>;
	work: { office_heads_meetings: number; supervision_visits: { count: number; at_least: boolean } };
	standing: { provincial_rank: number };
}

let books: Books;
beforeAll(async () => {
	books = await openBooks();
	const tables = `areas cases units zones zone_areas organisations posts duties care_counts budget meetings visits`;
	for (const table of tables.split(' ')) {
		const packed = table === 'cases' ? '.gz' : '';
		const file = join(folder, `${table}.csv${packed}`);
		await books.run(`CREATE TABLE ${table} AS FROM read_csv('${file}', all_varchar = true)`);
	}
}, 60_000);

async function count(sql: string): Promise<number> {
	const [row] = await books.rows(`SELECT (${sql})::INTEGER AS n`);
	if (!row) throw new Error(sql);
	return integer(row, 'n');
}

const report = `FROM cases WHERE opened_on BETWEEN '2018-01-01' AND '2018-08-31'`;
const active = `opened_on <= '2018-08-31' AND (closed_on IS NULL OR closed_on > '2018-08-31')`;
const ofKind = (kind: string): string =>
	`SELECT count(*) FROM organisations WHERE kind = '${kind}' AND ${active}`;
const covered = (level: string): string => `SELECT count(DISTINCT areas.code)
	FROM organisations JOIN areas ON areas.code = organisations.area
	WHERE kind = 'people_mediation_committee' AND level = '${level}' AND ${active}`;

const { cases, on_the_spot, areas, organisations, duties, budget_yuan, work } = reference;

describe('the figures of the report, counted again from the files', () => {
	it.each<[string, number, string]>([
		['handled', cases.handled, `SELECT count(*) ${report}`],
		['resolved', cases.resolved, `SELECT count(*) ${report} AND outcome = 'resolved'`],
		['on the spot', on_the_spot.resolved, `SELECT count(*) ${report} AND on_the_spot = 'yes'`],
		[
			'on the spot and resolved',
			on_the_spot.resolved,
			`SELECT count(*) ${report} AND on_the_spot = 'yes' AND outcome = 'resolved'`
		],
		[
			'units of county level',
			areas.county_level,
			`SELECT count(*) FROM areas WHERE level = 'county'`
		],
		[
			'districts',
			areas.of_which_districts,
			`SELECT count(*) FROM areas WHERE level = 'county' AND name_zh LIKE '%区'`
		],
		[
			'counties',
			areas.of_which_counties,
			`SELECT count(*) FROM areas WHERE level = 'county' AND name_zh LIKE '%县'`
		],
		['functional zones', areas.functional_zones, 'SELECT count(DISTINCT code) FROM zones'],
		['townships', areas.townships, `SELECT count(*) FROM areas WHERE level = 'township'`],
		['villages', areas.villages, `SELECT count(*) FROM areas WHERE level = 'village'`],
		['coordination centres', organisations.coordination_centres, ofKind('coordination_centre')],
		[
			'townships with a committee',
			organisations.people_mediation_committees.townships_covered,
			covered('township')
		],
		[
			'villages with a committee',
			organisations.people_mediation_committees.villages_covered,
			covered('village')
		],
		[
			'marriage and family rooms',
			organisations.marriage_family_rooms,
			ofKind('marriage_family_room')
		],
		['medical committees', organisations.medical_committees.count, ofKind('medical_committee')],
		['traffic platforms', organisations.traffic_platforms, ofKind('traffic_platform')],
		['labour tribunals', organisations.labour_tribunals, ofKind('labour_tribunal')],
		['consumer stations', organisations.consumer_stations, ofKind('consumer_station')],
		['hidden-risk disputes', duties.hidden_risk_disputes, 'SELECT count(DISTINCT id) FROM duties'],
		[
			'listed key persons',
			duties.listed_key_persons,
			`SELECT sum(n::INTEGER) FROM care_counts WHERE month = '2018-08'`
		],
		[
			'subsidies budgeted, at least',
			budget_yuan.subsidy_budget.amount,
			`SELECT sum(amount::INTEGER) FROM budget WHERE kind = 'budgeted' AND at_least = 'yes'`
		],
		[
			'subsidies paid, at least',
			budget_yuan.subsidy_paid.amount,
			`SELECT sum(amount::INTEGER) FROM budget WHERE kind = 'paid' AND at_least = 'yes'`
		],
		[
			'meetings of office heads',
			work.office_heads_meetings,
			`SELECT count(*) FROM meetings WHERE "on" BETWEEN '2018-01-01' AND '2018-08-31'`
		]
	])('%s: %d', async (_, printed, sql) => {
		expect(await count(sql)).toBe(printed);
	});

	it('success rate', async () => {
		const share =
			(await count(`SELECT count(*) ${report} AND outcome = 'resolved'`)) /
			(await count(`SELECT count(*) ${report}`));
		expect(`${(share * 100).toFixed(1)}%`).toBe(cases.success_rate_printed);
	});

	it('at least as many visits as it says', async () => {
		const visits = await count(
			`SELECT count(*) FROM visits WHERE "on" BETWEEN '2018-01-01' AND '2018-08-31'`
		);
		expect(visits).toBeGreaterThanOrEqual(work.supervision_visits.count);
	});

	it('every coordination centre has its full-time deputy director, and had not always', async () => {
		const filledOn = (day: string): string => `SELECT count(*) FROM (
			SELECT organisation, arg_max(filled::INTEGER, "from") AS filled
			FROM posts WHERE post = 'full_time_deputy_director' AND "from" <= '${day}'
			GROUP BY organisation
		) JOIN organisations ON id = organisation
		WHERE kind = 'coordination_centre' AND filled >= 1`;
		const centres = reference.organisations.coordination_centres;
		expect(await count(filledOn('2018-08-31'))).toBe(centres);
		expect(await count(filledOn('2017-06-30'))).toBeLessThan(centres);
	});

	it('one medical committee serves the three districts, the two counties have their own', async () => {
		const serving =
			await books.rows(`SELECT unnest(string_split(coalesce(serves, area), ' ')) AS area
			FROM organisations WHERE kind = 'medical_committee' ORDER BY 1`);
		const counties = await books.rows(
			`SELECT code FROM areas WHERE level = 'county' ORDER BY code`
		);
		expect(serving.map((row) => row['area'])).toEqual(counties.map((row) => row['code']));
	});

	it('a zone groups villages of more than one district, and no village twice', async () => {
		expect(await count('SELECT count(*) - count(DISTINCT area) FROM zone_areas')).toBe(0);
		expect(
			await count('SELECT count(DISTINCT left(area, 6)) FROM zone_areas')
		).toBeGreaterThanOrEqual(2);
		expect(
			await count(
				`SELECT count(*) FROM zone_areas JOIN areas ON code = area WHERE level = 'village'`
			)
		).toBeGreaterThan(10);
	});
});
