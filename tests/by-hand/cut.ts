import { join } from 'node:path';
import { integer, openBooks, text, type Row } from './books.ts';

/** What the Explore page looks at, as its link says it; nothing here knows how the site reads a link. */
export interface HandCut {
	/** The area that is open. */
	readonly area: string;
	readonly first: string;
	readonly last: string;
	readonly step: 'day' | 'week' | 'month' | 'quarter' | 'year';
	/** By column, `area` among them: these codes, or all but these. */
	readonly picks: Readonly<Record<string, { codes: readonly string[]; isExcluded: boolean }>>;
}

/** Cases by value, for each panel under the conditions of all the others; values without cases are left out. */
export interface HandCounts {
	readonly n: number;
	readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
	/** By the area of the drawn level, and by stretch of time in the words of the page. */
	readonly areas: Readonly<Record<string, number>>;
	readonly times: Readonly<Record<string, number>>;
	/** Exact measures of the cases that meet every condition. */
	readonly median: number;
	readonly p90: number;
	readonly people: number;
}

export const HAND_FACETS = ['type', 'channel', 'outcome', 'source', 'took', 'people'] as const;

/** Bins as the page words their codes in links. */
const TOOK = `CASE WHEN took IS NULL THEN '-' WHEN took = 0 THEN '0' WHEN took <= 3 THEN '1-3'
	WHEN took <= 7 THEN '4-7' WHEN took <= 14 THEN '8-14' WHEN took <= 30 THEN '15-30'
	WHEN took <= 60 THEN '31-60' WHEN took <= 90 THEN '61-90' WHEN took <= 180 THEN '91-180'
	WHEN took <= 365 THEN '181-365' ELSE '366+' END`;
const PEOPLE = `CASE WHEN people IS NULL THEN '-' WHEN people <= 1 THEN '0-1' WHEN people = 2 THEN '2'
	WHEN people <= 4 THEN '3-4' WHEN people <= 9 THEN '5-9' WHEN people <= 29 THEN '10-29'
	WHEN people <= 99 THEN '30-99' ELSE '100+' END`;

const TIMES: Readonly<Record<HandCut['step'], string>> = {
	day: `strftime(opened, '%Y-%m-%d')`,
	week: `strftime(date_trunc('week', opened), '%Y-%m-%d') || '起一周'`,
	month: `year(opened) || '年' || month(opened) || '月'`,
	quarter: `year(opened) || '年' || quarter(opened) || '季度'`,
	year: `year(opened) || '年'`
};

/** Counts cuts of the invented city from the columns of its own tables. */
export async function demoCityCuts(
	folder: string
): Promise<(cut: HandCut, level: string) => Promise<HandCounts>> {
	const books = await openBooks();
	for (const name of ['cases.csv.gz', 'areas.csv', 'types.csv']) {
		const [table = ''] = name.split('.');
		const file = join(folder, name).replaceAll("'", "''");
		await books.run(`CREATE TABLE ${table} AS FROM read_csv('${file}', all_varchar = true)`);
	}
	await books.run(`CREATE TABLE part_of AS
		WITH RECURSIVE up(code, whole) AS (
			SELECT code, code FROM areas
			UNION ALL
			SELECT up.code, areas.parent FROM up JOIN areas ON areas.code = up.whole
			WHERE areas.parent IS NOT NULL
		) SELECT up.code, up.whole, areas.level FROM up JOIN areas ON areas.code = up.whole`);
	await books.run(`CREATE TABLE explored AS
		SELECT id, area, opened, took_days, people_stated, type, channel, outcome, source,
			${TOOK} AS took, ${PEOPLE} AS people
		FROM (SELECT id, area, opened_on::DATE AS opened,
			closed_on::DATE - opened_on::DATE AS took, closed_on::DATE - opened_on::DATE AS took_days,
			people::INTEGER AS people, people::INTEGER AS people_stated, coalesce(type, '-') AS type,
			coalesce(channel, '-') AS channel, coalesce(outcome, '-') AS outcome,
			coalesce(source, '-') AS source
			FROM cases)`);

	return async (cut, level) => {
		/** Cases under every condition but one panel's. */
		const under = (left: string): string => {
			const conditions = [
				`area IN (SELECT code FROM part_of WHERE whole = ${quoted(cut.area)})`,
				...(left === 'time'
					? []
					: [`opened BETWEEN ${quoted(cut.first)}::DATE AND ${quoted(cut.last)}::DATE`]),
				...Object.entries(cut.picks)
					.filter(([column]) => column !== left)
					.map(([column, { codes, isExcluded }]) => {
						const list = codes.map(quoted).join(', ');
						const parts =
							column === 'area'
								? `area IN (SELECT code FROM part_of WHERE whole IN (${list}))`
								: column === 'type'
									? `(type IN (${list}) OR type IN (SELECT code FROM types WHERE parent IN (${list})))`
									: `${column} IN (${list})`;
						return isExcluded ? `NOT (${parts})` : parts;
					})
			];
			return `(FROM explored WHERE ${conditions.join(' AND ')})`;
		};
		const counts = async (sql: string): Promise<Record<string, number>> =>
			Object.fromEntries(
				(await books.rows(sql)).map((row): [string, number] => [
					text(row, 'value'),
					integer(row, 'n')
				])
			);
		const facets: Record<string, Record<string, number>> = {};
		for (const facet of HAND_FACETS) {
			const own = await counts(
				`SELECT ${facet} AS value, count(*)::INTEGER AS n FROM ${under(facet)} GROUP BY value`
			);
			const groups =
				facet === 'type'
					? await counts(
							`SELECT parent AS value, count(*)::INTEGER AS n FROM ${under('type')} AS one
							JOIN types ON types.code = one.type WHERE parent IS NOT NULL GROUP BY parent`
						)
					: {};
			facets[facet] = { ...own, ...groups };
		}
		const [measured] = await books.rows(`SELECT count(*)::INTEGER AS n,
			coalesce(quantile_cont(took_days, 0.5), -1)::DOUBLE AS median,
			coalesce(quantile_cont(took_days, 0.9), -1)::DOUBLE AS p90,
			coalesce(sum(people_stated), 0)::INTEGER AS people FROM ${under('')}`);
		return {
			n: number(measured, 'n'),
			facets,
			areas: await counts(
				`SELECT whole AS value, count(*)::INTEGER AS n FROM ${under('area')} AS one
				JOIN part_of ON part_of.code = one.area WHERE level = ${quoted(level)} GROUP BY whole`
			),
			times: await counts(
				`SELECT ${TIMES[cut.step]} AS value, count(*)::INTEGER AS n FROM ${under('time')} GROUP BY value`
			),
			median: number(measured, 'median'),
			p90: number(measured, 'p90'),
			people: number(measured, 'people')
		};
	};
}

function number(row: Row | undefined, column: string): number {
	return Number(row?.[column] ?? NaN);
}

/** Codes come from the page that is tested: a quote in one ends no text. */
function quoted(value: string): string {
	return `'${value.replaceAll("'", "''")}'`;
}
