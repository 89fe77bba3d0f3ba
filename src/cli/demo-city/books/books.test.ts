import { beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '#lib/ingest/csv.ts';
import { forbiddenTexts } from '#cli/demo-city/forbidden.ts';
import { booksOf } from './books.ts';
import { sampleCases, sampleCity, sampleSilence } from './sample-city.ts';
import { zone } from './zone.ts';

const city = sampleCity();
const madeWith = (seed: number) => booksOf(seed, city, sampleCases(city), sampleSilence);
let books: Record<string, string>;

beforeAll(() => {
	books = madeWith(6);
});

function columnOf(file: string, name: string): string[] {
	const { column, rows } = parseCsv(books[file] ?? '');
	const place = column.get(name) ?? -1;
	return rows.map((row) => row[place] ?? 'no such column');
}

describe('the other books', () => {
	it('are the same bytes on a second run, and others for another seed', () => {
		expect(madeWith(6)).toEqual(books);
		expect(madeWith(7)['organisations.csv']).not.toBe(books['organisations.csv']);
	});

	it('can be read again: every row has the cells of its header', () => {
		for (const [name, text] of Object.entries(books)) {
			const { header, rows, broken } = parseCsv(text);
			expect([name, broken.size]).toEqual([name, 0]);
			expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
			expect(text.endsWith('\n')).toBe(true);
		}
	});

	it('hold nothing that names the real city', () => {
		for (const [name, text] of Object.entries(books)) {
			expect([name, forbiddenTexts.filter((forbidden) => text.includes(forbidden))]).toEqual([
				name,
				[]
			]);
		}
	});

	it.each([
		['organisations.csv', 'area'],
		['organisations.csv', 'serves'],
		['units.csv', 'area'],
		['duties.csv', 'area'],
		['filings.csv', 'unit'],
		['declared.csv', 'area'],
		['budget.csv', 'area'],
		['visits.csv', 'area'],
		['surveys.csv', 'area']
	])('name in %s, %s, only areas that there are, or the zone', (file, column) => {
		const known = new Set([...city.areas.map(({ code }) => code), zone.code, '']);
		const named = columnOf(file, column).flatMap((cell) => cell.split(' '));
		expect(named.filter((code) => !known.has(code))).toEqual([]);
	});

	it.each([
		['duties.csv', 'unit', 'units.csv', 'code'],
		['care_counts.csv', 'unit', 'units.csv', 'code'],
		['posts.csv', 'organisation', 'organisations.csv', 'id'],
		['duty_history.csv', 'duty', 'duties.csv', 'id']
	])('refer from %s, %s to %s, %s', (file, column, target, key) => {
		const known = new Set(columnOf(target, key));
		expect(columnOf(file, column).filter((code) => !known.has(code))).toEqual([]);
	});
});
