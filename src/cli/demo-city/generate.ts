import { cityOf, type Area, type Home } from './areas.ts';
import type { BookCase } from './books/book-case.ts';
import { booksOf } from './books/books.ts';
import type { Silence } from './books/returns/silence.ts';
import { caseColumns, casesOf, type CaseRow } from './cases.ts';
import { caseGroups, caseTypes } from './case-types.ts';
import { csvOf } from './csv.ts';

/** The seed of the committed files in data/demo-city. */
export const demoCitySeed = 6;

/**
 * The invented city 云川: file name → text. The same seed gives the same bytes on every machine: no
 * clock, no locale, no platform randomness.
 */
export function generateDemoCity(seed: number): { files: Record<string, string> } {
	const city = cityOf(seed);
	const { areas, homes, boundaries } = city;
	const rows = casesOf(seed, homes);
	const cases = rows.map(bookCaseOf);
	return {
		files: {
			'areas.csv': areasCsv(areas),
			'boundaries.topo.json': `${JSON.stringify(boundaries)}\n`,
			'cases.csv': csvOf(caseColumns, rows),
			'types.csv': typesCsv(),
			...booksOf(seed, city, cases, quietPairOf(homes, cases))
		}
	};
}

function bookCaseOf(row: CaseRow): BookCase {
	const text = (column: (typeof caseColumns)[number]) => String(row[column]);
	return {
		id: text('id'),
		screened_on: '',
		opened_on: text('opened_on'),
		closed_on: text('closed_on'),
		area: text('area'),
		handled_level: text('handled_level'),
		type: text('type'),
		channel: text('channel'),
		source: text('source'),
		outcome: text('outcome'),
		major: text('major'),
		people: Number(row.people)
	};
}

/** Two villages of one township that have no case in nine weeks: one will not have filed, the other will have filed nil. */
function quietPairOf(homes: readonly Home[], cases: readonly BookCase[]): Silence {
	const [silentFrom, silentTo] = ['2018-06-25', '2018-08-26'];
	const busy = new Set(
		cases
			.filter(({ opened_on }) => opened_on >= silentFrom && opened_on <= silentTo)
			.map(({ area }) => area)
	);
	const quiet = homes.filter(({ code }) => !busy.has(code));
	for (const { code, township } of quiet) {
		const other = quiet.find((home) => home.township === township && home.code !== code);
		if (other) return { silentVillage: code, nilVillage: other.code, silentFrom, silentTo };
	}
	throw new Error('no two quiet villages in one township');
}

function areasCsv(areas: readonly Area[]): string {
	const columns = [
		'code',
		'name_zh',
		'name_en',
		'level',
		'parent',
		'population',
		'households',
		'urban_rural',
		'lon',
		'lat'
	] as const;
	const rows = areas.map(({ name, urbanRural, ...area }) => ({
		...area,
		name_zh: name.zh,
		name_en: name.en,
		urban_rural: urbanRural
	}));
	return csvOf(columns, rows);
}

function typesCsv(): string {
	const rows = caseGroups.flatMap((group) => [
		{ ...group, parent: '' },
		...caseTypes.filter((type) => type.parent === group.code)
	]);
	return csvOf(['code', 'parent', 'zh', 'en'] as const, rows);
}
