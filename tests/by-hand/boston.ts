import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsBy, integer, openBooks, text, type Books } from './books.ts';
import type { Area, CityByHand, Indicator } from './city.ts';
import { isInside } from './point-in-polygon.ts';

type Ring = [lon: number, lat: number][];

interface District {
	readonly properties: Readonly<Record<string, string | number>>;
	readonly geometry:
		| { readonly type: 'Polygon'; readonly coordinates: Ring[] }
		| { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] };
}

/** Open requests count as received; a due date only where one was set. */
const COUNTS = `
	count(*)::INTEGER AS cases,
	(count(*) FILTER (CASE_STATUS = 'Closed'))::INTEGER AS closed,
	(count(*) FILTER (CASE_STATUS = 'Closed' AND TARGET_DT IS NOT NULL))::INTEGER AS due_closed,
	(count(*) FILTER (CASE_STATUS = 'Closed' AND TARGET_DT IS NOT NULL AND OnTime_Status = 'ONTIME'))::INTEGER AS in_time`;

const MONTH = `strftime(strptime(OPEN_DT, '%m/%d/%Y %I:%M:%S %p'), '%Y-%m')`;

/** The list says what the publisher writes: a reason for a group, "reason > type" for a type. */
const OF_TYPES = `($types = '' OR EXISTS (
	FROM types WHERE code IN (SELECT unnest(string_split($types, ',')))
	AND source IN (REASON, REASON || ' > ' || TYPE)))`;

/** A geocoder that finds nothing writes City Hall. */
const CITY_HALL = { lon: -71.0587, lat: 42.3594 };

const received = { zh: '受理', en: 'Received' };

const INDICATORS: readonly Indicator[] = [
	{
		id: 'rate',
		kind: 'rate',
		name: { zh: '每万人诉求数', en: 'Requests per 10 000 residents' },
		numerator: 'cases',
		numeratorName: received
	},
	{
		id: 'count',
		kind: 'count',
		name: { zh: '诉求件数', en: 'Number of requests' },
		numerator: 'cases',
		numeratorName: received
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
		id: 'closed',
		kind: 'share',
		name: { zh: '办结率', en: 'Share closed' },
		numerator: 'closed',
		denominator: 'cases',
		numeratorName: { zh: '已办结', en: 'Closed' }
	}
];

/** Boston from the publisher's own columns. `folder` holds its files, `types` is the list of request types. */
export async function bostonByHand(folder: string, types: string): Promise<CityByHand> {
	const books = await openBooks();
	for (const [table, file] of [
		['cases', join(folder, 'cases.csv.gz')],
		['types', types]
	]) {
		const name = String(file).replaceAll("'", "''");
		await books.run(
			`CREATE TABLE ${String(table)} AS FROM read_csv('${name}', all_varchar = true)`
		);
	}
	const precincts = districts(join(folder, 'precincts.geojson'));
	await place(books, precincts);
	const codes = await books.rows('FROM types ORDER BY code');
	const months = await books.rows(`SELECT DISTINCT ${MONTH} AS month FROM cases ORDER BY month`);
	const [all] = await books.rows('SELECT count(*)::INTEGER AS cases FROM cases');

	return {
		levels: [
			{
				id: 'precinct',
				name: { zh: '选区', en: 'precincts' },
				one: { zh: '选区', en: 'precinct' }
			},
			{
				id: 'ward',
				name: { zh: '区（ward）', en: 'wards' },
				one: { zh: '区（ward）', en: 'ward' }
			},
			{ id: 'city', name: { zh: '全市', en: 'the city' }, one: { zh: '市', en: 'city' } }
		],
		areas: areasOf(folder, precincts),
		months: months.map((row) => text(row, 'month')),
		types: codes.map((row) => ({
			code: text(row, 'code'),
			name: { zh: text(row, 'zh'), en: text(row, 'en') }
		})),
		indicators: INDICATORS,
		headline: ['count', 'closed', 'in_time', 'rate'],
		cases: all ? integer(all, 'cases') : 0,
		countsByArea: async ({ from, to, types: chosen }) =>
			countsBy(
				'area',
				await books.rows(
					`SELECT whole AS area, ${COUNTS}
					FROM cases JOIN placed ON placed.id = CASE_ENQUIRY_ID
					WHERE ${MONTH} BETWEEN $from AND $to AND ${OF_TYPES}
					GROUP BY whole`,
					{ from, to, types: chosen.join(',') }
				)
			),
		countsByMonth: async ({ area, types: chosen }) =>
			countsBy(
				'month',
				await books.rows(
					`SELECT ${MONTH} AS month, ${COUNTS}
					FROM cases JOIN placed ON placed.id = CASE_ENQUIRY_ID
					WHERE whole = $area AND ${OF_TYPES}
					GROUP BY month`,
					{ area, types: chosen.join(',') }
				)
			)
	};
}

/**
 * Table `placed`: each request with every area that it counts for. A precinct that is stated and exists wins; else the
 * precinct that the point lies in, unless the point is City Hall's; else only the whole city.
 */
async function place(books: Books, precincts: readonly District[]): Promise<void> {
	await books.run('CREATE TABLE precincts (code VARCHAR, ward VARCHAR)');
	await books.append(
		'precincts',
		precincts.map((one) => [property(one, 'WARD_PRECINCT'), property(one, 'WARD')])
	);
	await books.run(`CREATE TABLE stated AS
		SELECT CASE_ENQUIRY_ID AS id, lpad(replace(precinct, '.0', ''), 4, '0') AS code FROM cases
		WHERE lpad(replace(precinct, '.0', ''), 4, '0') IN (SELECT code FROM precincts)`);
	const unstated = await books.rows(`SELECT CASE_ENQUIRY_ID AS id, LONGITUDE AS lon, LATITUDE AS lat
		FROM cases WHERE CASE_ENQUIRY_ID NOT IN (SELECT id FROM stated)
		AND LONGITUDE IS NOT NULL AND LATITUDE IS NOT NULL`);
	const found = unstated.flatMap((row): [string, string][] => {
		const [lon, lat] = [Number(text(row, 'lon')), Number(text(row, 'lat'))];
		if (lon === CITY_HALL.lon && lat === CITY_HALL.lat) return [];
		const around = precincts.find((one) => isInside([lon, lat], polygonsOf(one)));
		return around ? [[text(row, 'id'), property(around, 'WARD_PRECINCT')]] : [];
	});
	await books.append('stated', found);
	await books.run(`CREATE TABLE placed AS
		SELECT id, code AS whole FROM stated
		UNION ALL SELECT id, ward FROM stated JOIN precincts USING (code)
		UNION ALL SELECT CASE_ENQUIRY_ID, 'boston' FROM cases`);
}

function areasOf(folder: string, precincts: readonly District[]): Area[] {
	const [city] = districts(join(folder, 'city.geojson'));
	const wards = districts(join(folder, 'wards.geojson')).map((ward): Area => {
		const code = property(ward, 'WARD');
		return {
			code,
			name: { zh: `${code}区`, en: `Ward ${code}` },
			level: 'ward',
			parent: 'boston',
			population: Number(property(ward, 'TOTPOP'))
		};
	});
	const leaves = precincts.map((one): Area => {
		const [ward, precinct] = [property(one, 'WARD'), property(one, 'PRECINCT')];
		return {
			code: property(one, 'WARD_PRECINCT'),
			name: { zh: `${ward}区${precinct}选区`, en: `Precinct ${ward}-${precinct}` },
			level: 'precinct',
			parent: ward,
			population: Number(property(one, 'TOTPOP'))
		};
	});
	// "01" stands before "0101", and that before "02".
	const parts = [...wards, ...leaves].sort((a, b) => (a.code < b.code ? -1 : 1));
	const whole: Area = {
		code: 'boston',
		name: { zh: '波士顿', en: 'Boston' },
		level: 'city',
		parent: '',
		population: city ? Number(property(city, 'TOTPOP')) : NaN
	};
	return [whole, ...parts];
}

function districts(file: string): District[] {
	const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: District[] };
	return features;
}

function property({ properties }: District, name: string): string {
	const value = properties[name];
	if (value === undefined) throw new RangeError(`A district has no ${name}.`);
	return String(value);
}

function polygonsOf({ geometry }: District): Ring[][] {
	return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
