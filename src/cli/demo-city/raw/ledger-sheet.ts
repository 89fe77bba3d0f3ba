import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Random } from '#cli/demo-city/random.ts';
import { spoilt } from './cell-faults.ts';
import { identifierColumns, ledgerColumns, type LedgerColumn, type LedgerRow } from './ledger.ts';
import { columnName } from './xlsx.ts';

/** One entry of the list of what is wrong; `row` counts from 1, the title included. */
export interface Fault {
	row: number;
	column: LedgerColumn | '';
	kind: string;
	written: string;
	right: string;
}

export interface LedgerSheet {
	rows: string[][];
	merged: string[];
	faults: Fault[];
}

export interface Heading {
	county: string;
	month: string;
	/** Adds a subtotal after each township and merges its name over its rows, as in a printed ledger. */
	isMerged: boolean;
}

const lastColumn = columnName(ledgerColumns.length - 1);

/** The ledger of a county and a month as it is sent: rows of cases between rows that are none. */
export function ledgerSheet(
	{ county, month, isMerged }: Heading,
	ledger: readonly LedgerRow[],
	random: Random
): LedgerSheet {
	const sheet: LedgerSheet = { rows: [], merged: [], faults: [] };
	const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
	wholeRow(
		sheet,
		'title_row',
		`${county}${year}年${number}月矛盾纠纷排查调处台账（演示数据 虚构城市）`
	);
	wholeRow(
		sheet,
		'title_row',
		`填报单位：${county}\u3000\u3000填报日期：${year}年${number + 1}月2日`
	);
	sheet.rows.push([...ledgerColumns]);
	for (const column of identifierColumns) note(sheet, 'identifier_column', column);

	const inOrder = isMerged ? byTownship(ledger) : ledger;
	let block: { township: string; from: number } | undefined;
	for (const clean of inOrder) {
		const township = clean['乡镇（街道）'];
		if (isMerged && block && block.township !== township) {
			closeBlock(sheet, block);
			block = undefined;
		}
		addCase(sheet, clean, random, isMerged && block !== undefined);
		if (isMerged) block ??= { township, from: sheet.rows.length };
		if (random.isTrueWith(0.004)) addAgain(sheet);
		if (random.isTrueWith(0.003)) blankRow(sheet);
	}
	if (block) closeBlock(sheet, block);
	totalRow(sheet, '合计', 'total_row', ledger.length);
	wholeRow(sheet, 'signature_row', '审核人：\u3000\u3000\u3000\u3000制表人：');
	return sheet;
}

function byTownship(ledger: readonly LedgerRow[]): LedgerRow[] {
	const order = [...new Set(ledger.map((row) => row['乡镇（街道）']))];
	return order.flatMap((township) => ledger.filter((row) => row['乡镇（街道）'] === township));
}

function addCase(
	sheet: LedgerSheet,
	clean: LedgerRow,
	random: Random,
	isUnderMerged: boolean
): void {
	const { row, faults } = spoilt(clean, random);
	const kept = isUnderMerged ? faults.filter(({ column }) => column !== '乡镇（街道）') : faults;
	const cells = isUnderMerged ? { ...row, '乡镇（街道）': '' } : row;
	sheet.rows.push(ledgerColumns.map((column) => cells[column]));
	for (const fault of kept) sheet.faults.push({ row: sheet.rows.length, ...fault });
	if (isUnderMerged && clean['乡镇（街道）'] !== '') {
		note(sheet, 'merged_cell', '乡镇（街道）', clean['乡镇（街道）']);
	}
}

/** The row once more, as when a ledger is pasted together from two; `right` is the row of the first one. */
function addAgain(sheet: LedgerSheet): void {
	const first = sheet.rows.length;
	sheet.rows.push([...elementAt(sheet.rows, first - 1)]);
	note(sheet, 'duplicate_row', '', String(first));
}

function blankRow(sheet: LedgerSheet): void {
	sheet.rows.push(ledgerColumns.map(() => ''));
	note(sheet, 'blank_row', '');
}

function closeBlock(sheet: LedgerSheet, block: { township: string; from: number }): void {
	const last = sheet.rows.length;
	if (last > block.from) {
		const column = columnName(ledgerColumns.indexOf('乡镇（街道）'));
		sheet.merged.push(`${column}${block.from}:${column}${last}`);
	}
	totalRow(sheet, '小计', 'subtotal_row', last - block.from + 1);
}

function totalRow(sheet: LedgerSheet, word: string, kind: string, count: number): void {
	sheet.rows.push(
		ledgerColumns.map((_, i) => (i === 0 ? word : i === 1 ? `${String(count)}件` : ''))
	);
	note(sheet, kind, '');
}

function wholeRow(sheet: LedgerSheet, kind: string, text: string): void {
	sheet.rows.push(ledgerColumns.map((_, i) => (i === 0 ? text : '')));
	const row = sheet.rows.length;
	sheet.merged.push(`A${row}:${lastColumn}${row}`);
	note(sheet, kind, '');
}

function note(sheet: LedgerSheet, kind: string, column: LedgerColumn | '', right = ''): void {
	sheet.faults.push({ row: sheet.rows.length, column, kind, written: '', right });
}
