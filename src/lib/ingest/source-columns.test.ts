import { describe, expect, it } from 'vitest';
import type { CaseMapping } from '#lib/domain/mapping.ts';
import { parseCsv } from './csv.ts';
import { makeCellReader, missingColumns } from './source-columns.ts';

const mapping: CaseMapping = {
	files: ['cases.csv'],
	id: { from: 'ID' },
	area: { from: 'AREA', clean: [], otherwise: 'reject' },
	opened_on: { from: 'OPENED', format: 'YYYY-MM-DD' },
	codes: { outcome: { rules: [{ when: { CLASS: ['Resolved'] }, code: 'resolved' }] } },
	derivedColumns: {
		CLASS: {
			from: 'REASON_TEXT',
			patterns: [
				{ matches: '\\bCase Resolved\\b', value: 'Resolved' },
				{ matches: '\\bCase Noted\\b', value: 'Noted' }
			],
			otherwise: 'other'
		}
	},
	refused: []
};

describe('columns derived from a text', () => {
	it.each([
		['Case Closed. case resolved by crew, call 555', 'Resolved'],
		['Case Noted, not Case Resolved', 'Resolved'],
		['Case Noted', 'Noted'],
		['Suitcase Resolvedly', 'other'],
		['', '']
	])('reads the first pattern that is found: "%s" is "%s"', (text, value) => {
		const source = parseCsv(`ID,AREA,OPENED,reason_text\n1,a,2018-01-01,"${text}"\n`);
		const cell = makeCellReader(source, mapping)(source.rows[0] ?? []);
		expect(cell('CLASS')).toBe(value);
		expect(cell('class')).toBe(value);
	});

	it('leaves a column alone that the file has itself', () => {
		const source = parseCsv(
			'ID,AREA,OPENED,Class,REASON_TEXT\n1,a,2018-01-01,Noted,Case Resolved\n'
		);
		expect(makeCellReader(source, mapping)(source.rows[0] ?? [])('CLASS')).toBe('Noted');
	});
});

describe('missing columns', () => {
	it.each([
		['ID,AREA,OPENED,CLASS', []],
		['id,area,opened,reason_text', []],
		['ID,AREA,OPENED', ['REASON_TEXT']],
		['AREA,CLASS', ['ID', 'OPENED']]
	])('of "%s" are %j', (header, missing) => {
		expect(missingColumns(parseCsv(`${header}\n`), mapping)).toEqual(missing);
	});

	it('are matched without regard to case, derived ones too', () => {
		const rules = [{ when: { class: ['Resolved'] }, code: 'resolved' }];
		const other = { ...mapping, codes: { outcome: { rules } } };
		expect(missingColumns(parseCsv('id,area,opened,Reason_Text\n'), other)).toEqual([]);
		expect(missingColumns(parseCsv('id,area,opened\n'), other)).toEqual(['REASON_TEXT']);
	});
});
