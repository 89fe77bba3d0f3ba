import { join } from 'node:path';
import { countsBy, integer, openBooks, text, type Row } from './books.ts';
import type { Area, CityByHand, Indicator, View } from './city.ts';

/** Cases opened in the period count as handled, whatever became of them. */
const COUNTS = `
	count(*)::INTEGER AS cases,
	(count(*) FILTER (outcome = 'resolved'))::INTEGER AS resolved,
	(count(*) FILTER (closed_on IS NOT NULL AND due_on IS NOT NULL))::INTEGER AS due_closed,
	(count(*) FILTER (closed_on IS NOT NULL AND due_on IS NOT NULL AND closed_on <= due_on))::INTEGER AS in_time`;

/** A chosen code stands for itself and for the types under it; no code for all. */
const OF_TYPES = `($types = ''
	OR type IN (SELECT unnest(string_split($types, ',')))
	OR type IN (SELECT code FROM types WHERE parent IN (SELECT unnest(string_split($types, ',')))))`;

/** What the demo city's manifest opens with. */
export const opening: View = {
	area: '990100000000',
	level: 'township',
	from: '2018-01',
	to: '2018-08',
	types: [],
	indicator: 'rate',
	sort: 'value',
	ascending: false
};

const handled = { zh: '调处', en: 'Handled' };

const INDICATORS: readonly Indicator[] = [
	{
		id: 'rate',
		kind: 'rate',
		name: { zh: '每万人纠纷数', en: 'Disputes per 10 000 residents' },
		numerator: 'cases',
		numeratorName: handled
	},
	{
		id: 'count',
		kind: 'count',
		name: { zh: '纠纷件数', en: 'Number of disputes' },
		numerator: 'cases',
		numeratorName: handled
	},
	{
		id: 'in_time',
		kind: 'share',
		name: { zh: '按期办结率', en: 'Share closed in time' },
		numerator: 'in_time',
		denominator: 'due_closed',
		numeratorName: { zh: '按期办结', en: 'Closed in time' }
	},
	{
		id: 'resolution',
		kind: 'share',
		name: { zh: '调处成功率', en: 'Resolution rate' },
		numerator: 'resolved',
		denominator: 'cases',
		numeratorName: { zh: '调处成功', en: 'Resolved' }
	}
];

/** The invented city from its own tables: `cases.csv.gz`, `areas.csv`, `types.csv` in a folder. */
export async function demoCityByHand(folder: string): Promise<CityByHand> {
	const books = await openBooks();
	for (const name of ['cases.csv.gz', 'areas.csv', 'types.csv']) {
		const [table = ''] = name.split('.');
		const file = join(folder, name).replaceAll("'", "''");
		await books.run(`CREATE TABLE ${table} AS FROM read_csv('${file}', all_varchar = true)`);
	}
	// A case stated for a township counts for it, its county and the city, and for no village.
	await books.run(`CREATE TABLE part_of AS
		WITH RECURSIVE up(code, whole) AS (
			SELECT code, code FROM areas
			UNION ALL
			SELECT up.code, areas.parent FROM up JOIN areas ON areas.code = up.whole
			WHERE areas.parent IS NOT NULL
		) FROM up`);
	const areas = await books.rows('FROM areas ORDER BY code');
	const months = await books.rows(`SELECT strftime(month, '%Y-%m') AS month FROM (
		SELECT unnest(generate_series(min(opened_on::DATE), max(opened_on::DATE), INTERVAL 1 MONTH)) AS month
		FROM cases)`);
	const types = await books.rows('FROM types ORDER BY code');
	const [all] = await books.rows('SELECT count(*)::INTEGER AS cases FROM cases');

	return {
		levels: [
			{
				id: 'village',
				name: { zh: '村（社区）', en: 'villages and communities' },
				one: { zh: '村（社区）', en: 'village' }
			},
			{
				id: 'township',
				name: { zh: '乡镇（街道）', en: 'townships and subdistricts' },
				one: { zh: '乡镇（街道）', en: 'township' }
			},
			{
				id: 'county',
				name: { zh: '区县', en: 'counties and districts' },
				one: { zh: '区县', en: 'county' }
			},
			{ id: 'city', name: { zh: '全市', en: 'the city' }, one: { zh: '市', en: 'city' } }
		],
		areas: areas.map(areaOf),
		months: months.map((row) => text(row, 'month')),
		types: types.map(typeOf),
		indicators: INDICATORS,
		headline: ['count', 'resolution', 'in_time', 'rate'],
		cases: all ? integer(all, 'cases') : 0,
		countsByArea: async ({ from, to, types }) =>
			countsBy(
				'area',
				await books.rows(
					`SELECT whole AS area, ${COUNTS}
					FROM cases JOIN part_of ON part_of.code = cases.area
					WHERE left(opened_on, 7) BETWEEN $from AND $to AND ${OF_TYPES}
					GROUP BY whole`,
					{ from, to, types: types.join(',') }
				)
			),
		countsByMonth: async ({ area, types }) =>
			countsBy(
				'month',
				await books.rows(
					`SELECT left(opened_on, 7) AS month, ${COUNTS}
					FROM cases JOIN part_of ON part_of.code = cases.area
					WHERE whole = $area AND ${OF_TYPES}
					GROUP BY month`,
					{ area, types: types.join(',') }
				)
			)
	};
}

function typeOf(row: Row): CityByHand['types'][number] {
	return { code: text(row, 'code'), name: { zh: text(row, 'zh'), en: text(row, 'en') } };
}

function areaOf(row: Row): Area {
	return {
		code: text(row, 'code'),
		name: { zh: text(row, 'name_zh'), en: text(row, 'name_en') },
		level: text(row, 'level'),
		parent: row['parent'] === null ? '' : text(row, 'parent'),
		population: Number(text(row, 'population')),
		point: [Number(text(row, 'lon')), Number(text(row, 'lat'))]
	};
}
