import { strToU8, zipSync } from 'fflate';
import type { PackingLevel } from '#cli/demo-city/packing.ts';

/** A cell: text, or a number (codes and dates as a spreadsheet keeps them). */
export type Cell = string | number;

export interface Sheet {
	name: string;
	rows: readonly (readonly Cell[])[];
	/** Ranges such as A1:F1. */
	merged: readonly string[];
}

/** A workbook of one sheet, with the same bytes on every machine: entries bear no time. */
export function xlsxOf({ name, rows, merged }: Sheet, level: PackingLevel): Uint8Array {
	const cells = rows.map((row, i) => {
		const own = row.map((cell, column) => cellXml(cell, `${columnName(column)}${i + 1}`));
		return `<row r="${i + 1}">${own.join('')}</row>`;
	});
	const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
	const merges =
		merged.length > 0 ? `<mergeCells count="${merged.length}">${ranges}</mergeCells>` : '';
	const parts: Record<string, string> = {
		'[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
		'_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
		'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData>${merges}</worksheet>`
	};
	const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(declaration + xml)]);
	// A local date, because the format keeps local time: every zone writes the same.
	return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, {
		level,
		mtime: new Date(1980, 0, 1)
	});
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = 'http://schemas.openxmlformats.org';
const main = `${schemas}/spreadsheetml/2006/main`;
const office = `${schemas}/officeDocument/2006/relationships`;
const types = `${schemas}/package/2006/content-types`;
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function relations(kind: string, target: string): string {
	return `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
}

function cellXml(cell: Cell, place: string): string {
	if (cell === '') return '';
	if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
	return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** A, B, … Z, AA, … */
export function columnName(column: number): string {
	const last = String.fromCharCode(65 + (column % 26));
	return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
