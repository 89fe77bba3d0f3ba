import { describe, expect, it } from 'vitest';
import { parseCsv } from '#lib/ingest/csv.ts';
import { repeatCases } from './repeat-cases.ts';

const book = [
	'id,opened_on,area,handled_level,type',
	'A,2017-01-01,01,village,fence',
	'B,2017-01-02,02,township,"well, dry"',
	'C,2017-01-03,03,village,noise'
].join('\n');

describe('a case book many times over', () => {
	it('begins with the book itself', () => {
		expect(repeatCases(book, 3).startsWith(`${book}\n`)).toBe(true);
		expect(repeatCases(book, 1)).toBe(`${book}\n`);
	});

	it('has that many rows, no id twice', () => {
		const { rows } = parseCsv(repeatCases(book, 13));
		expect(rows).toHaveLength(39);
		expect(new Set(rows.map(([id]) => id)).size).toBe(39);
	});

	it('keeps what happened when, and gives each copy places of other rows', () => {
		// 691 rows further, of 3, is one row further.
		const { rows } = parseCsv(repeatCases(book, 2));
		expect(rows.slice(3)).toEqual([
			['A-1', '2017-01-01', '02', 'township', 'fence'],
			['B-1', '2017-01-02', '03', 'village', 'well, dry'],
			['C-1', '2017-01-03', '01', 'village', 'noise']
		]);
	});

	it.each([
		['id', 'number,area\n1,01\n'],
		['area', 'id,place\n1,01\n']
	])('refuses a book without a column "%s"', (_, csv) => {
		expect(() => repeatCases(csv, 2)).toThrow(RangeError);
	});
});
