import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { cityOf, type City } from '#cli/demo-city/areas.ts';
import { caseBookOf, sceneOf } from '#cli/demo-city/cases/case-book.ts';
import type { CaseRow } from '#cli/demo-city/cases/case-row.ts';
import { demoCitySeed } from '#cli/demo-city/generate.ts';
import { identifierColumns, ledgerColumns, ledgerRow } from './ledger.ts';
import { rawFiles } from './raw-files.ts';

let city: City;
let cases: CaseRow[];
let files: Record<string, string | Uint8Array>;
/** Cells of each file by row, from 1. */
let sheets: Map<string, string[][]>;
let faults: Record<string, string>[];

beforeAll(() => {
	city = cityOf(demoCitySeed);
	cases = caseBookOf(demoCitySeed, sceneOf(demoCitySeed, city.homes));
	files = rawFiles(demoCitySeed, city.areas, cases);
	sheets = new Map(
		Object.entries(files).flatMap(([name, content]) =>
			typeof content === 'string' ? [] : [[name.slice(4), cellsOf(name, content)] as const]
		)
	);
	faults = Papa.parse<Record<string, string>>(String(files['raw/faults.csv']), {
		header: true,
		skipEmptyLines: true
	}).data;
}, 240_000);

function cellsOf(name: string, content: Uint8Array): string[][] {
	if (name.endsWith('.csv')) {
		const text = new TextDecoder('gb18030', { fatal: true }).decode(content);
		return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
	}
	const sheet = strFromU8(unzipSync(content)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
	return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row = '']) => {
		const cells = ledgerColumns.map(() => '');
		for (const [, column = '', text = ''] of row.matchAll(
			/<c r="([A-Z])\d+"[^>]*>.*?<t[^>]*>(.*?)<\/t>/g
		)) {
			cells[column.charCodeAt(0) - 65] = text.replaceAll('&amp;', '&');
		}
		return cells;
	});
}

const wholeRows = ['title_row', 'blank_row', 'subtotal_row', 'total_row', 'signature_row'];
const faultsIn = (file: string) => faults.filter((fault) => fault['file'] === file);

describe('the clerks’ files', () => {
	it('are a file for each county and each of three months, both kinds, within 2 MB', () => {
		expect(sheets.size).toBe(15);
		const kinds = [...sheets.keys()].map((name) => name.split('.').at(-1));
		expect([...new Set(kinds)].sort()).toEqual(['csv', 'xlsx']);
		const bytes = Object.values(files).map((content) => Buffer.byteLength(content));
		expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
	});

	it('are the case book again once everything in the list of faults is mended', () => {
		const byCode = new Map(city.areas.map((area) => [area.code, area]));
		const byId = new Map(cases.map((each) => [String(each.id), each]));
		const found = new Set<string>();
		for (const [file, rows] of sheets) {
			const listed = faultsIn(file);
			const noCase = new Set(
				listed
					.filter(({ kind = '' }) => wholeRows.includes(kind) || kind === 'duplicate_row')
					.map(({ row }) => Number(row))
			);
			const mended = rows.map((row) => [...row]);
			for (const { row, column, written, right, kind = '' } of listed) {
				if (column === '' || kind === 'identifier_column') continue;
				const cells = mended[Number(row) - 1] ?? [];
				const at = ledgerColumns.findIndex((name) => name === column);
				expect(cells[at], `${file} ${String(row)} ${String(column)}`).toBe(written);
				cells[at] = right ?? '';
			}
			let number = 0;
			mended.forEach((cells, i) => {
				// The header stands on line 3.
				if (i === 2 || noCase.has(i + 1)) return;
				number += 1;
				const id = cells[1] ?? '';
				const clean = byId.get(id);
				if (!clean) throw new Error(`${file} ${String(i + 1)}: ${id}`);
				const wanted = ledgerRow(clean, Number(cells[0]), byCode);
				expect(cells).toEqual(ledgerColumns.map((column) => wanted[column]));
				expect(found.has(id)).toBe(false);
				found.add(id);
			});
			expect(number).toBeGreaterThan(50);
		}
		const entered = cases.filter(({ entered_on }) => String(entered_on) >= '2018-06-01');
		expect(found.size).toBe(entered.length);
	});

	it('say twice only what the list calls a duplicate', () => {
		const doubled = faults.filter(({ kind }) => kind === 'duplicate_row');
		expect(doubled.length).toBeGreaterThan(3);
		for (const { file = '', row, right } of doubled) {
			const rows = sheets.get(file) ?? [];
			expect(rows[Number(row) - 1]).toEqual(rows[Number(right) - 1]);
		}
	});

	it('have every kind of fault that clerks make', () => {
		const kinds = new Set(faults.map(({ kind }) => kind));
		expect([...kinds].sort()).toEqual(
			[
				...[
					'blank_row',
					'code_decimals',
					'code_eaten',
					'date_impossible',
					'date_serial',
					'date_style'
				],
				...[
					'digits_full_width',
					'duplicate_row',
					'formula',
					'identifier_column',
					'identifier_in_text'
				],
				...[
					'merged_cell',
					'name_blanked',
					'name_old',
					'number_with_words',
					'outcome_in_other_words'
				],
				...[
					'signature_row',
					'spaces',
					'subtotal_row',
					'title_row',
					'total_row',
					'type_in_other_words'
				],
				'value_missing'
			].sort()
		);
	});

	it('name no one who could exist', () => {
		for (const [file, rows] of sheets) {
			const noCase = new Set(
				faultsIn(file)
					.filter(({ kind = '' }) => wholeRows.includes(kind))
					.map(({ row }) => Number(row))
			);
			rows.forEach((cells, i) => {
				if (i === 2 || noCase.has(i + 1)) return;
				const [who, number, phone, home] = identifierColumns.map(
					(name) => cells[ledgerColumns.indexOf(name)]
				);
				expect(who).toMatch(/^虚构.、虚构.$/);
				expect(number).toMatch(/^990000190000\d{6}$/);
				expect(phone).toMatch(/^0{7}\d{4}$/);
				expect(home).toMatch(/^虚构路\d+号$/);
			});
		}
	});
});
