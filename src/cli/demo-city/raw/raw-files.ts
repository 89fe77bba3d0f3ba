import type { Area } from '#cli/demo-city/areas.ts';
import type { CaseRow } from '#cli/demo-city/cases/case-row.ts';
import { csvOf } from '#cli/demo-city/csv.ts';
import { packedWith } from '#cli/demo-city/packing.ts';
import { Random } from '#cli/demo-city/random.ts';
import { gb18030 } from './gb18030.ts';
import { ledgerColumns, ledgerRow } from './ledger.ts';
import { ledgerSheet, type Fault, type LedgerSheet } from './ledger-sheet.ts';
import { xlsxOf } from './xlsx.ts';

const months = ['2018-06', '2018-07', '2018-08'];

const faultColumns = ['file', 'row', 'column', 'kind', 'written', 'right'] as const;

/**
 * The last three months as the counties' clerks sent them, a file for each county and month: the districts as CSV in
 * GB18030, the counties as workbooks. `faults.csv` names everything that is wrong, row by row; cells that it does not
 * name are right. Cases recorded a month late stand in the file of the month in which they were entered.
 */
export function rawFiles(
	seed: number,
	areas: readonly Area[],
	cases: readonly CaseRow[]
): Record<string, string | Uint8Array> {
	const byCode = new Map(areas.map((area) => [area.code, area]));
	const files: Record<string, string | Uint8Array> = {};
	const faults: (Fault & { file: string })[] = [];
	for (const county of areas.filter(({ level }) => level === 'county')) {
		for (const month of months) {
			const own = cases
				.filter(({ area }) => String(area).startsWith(county.code.slice(0, 6)))
				.filter(({ entered_on: entered }) => String(entered).startsWith(month));
			const isWorkbook = county.name.zh.endsWith('县');
			const name = `矛盾纠纷台账_${county.name.zh}_${month}.${isWorkbook ? 'xlsx' : 'csv'}`;
			const sheet = ledgerSheet(
				{ county: county.name.zh, month, isMerged: isWorkbook },
				own.map((each, i) => ledgerRow(each, i + 1, byCode)),
				new Random(seed, 'raw', county.code, month)
			);
			files[`raw/${name}`] = isWorkbook
				? packedWith((level) =>
						xlsxOf({ name: '台账', rows: sheet.rows, merged: sheet.merged }, level)
					)
				: gb18030(csvOfSheet(sheet));
			faults.push(...sheet.faults.map((fault) => ({ file: name, ...fault })));
		}
	}
	files['raw/faults.csv'] = csvOf(faultColumns, faults);
	return files;
}

/** Lines end as office software on Windows ends them. */
function csvOfSheet({ rows }: LedgerSheet): string {
	const numbers = ledgerColumns.map((_, i) => String(i));
	const cells = rows.map((row) => Object.fromEntries(row.map((cell, i) => [String(i), cell])));
	const [, ...lines] = csvOf(numbers, cells).trimEnd().split('\n');
	return `${lines.join('\r\n')}\r\n`;
}
