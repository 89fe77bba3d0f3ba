import Papa from 'papaparse';

/** A table as text: cells by column name (lower case) and row, and the line each row began on. */
export interface CsvTable {
	/** Names as the file writes them. */
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Line of the file, counted from 1, on which each row begins. */
	readonly lines: readonly number[];
	/** Position of a column, by its name without regard to case; the first where a name stands twice. */
	readonly column: ReadonlyMap<string, number>;
	/** Line of the header. */
	readonly headerLine: number;
	/** Rows whose quotes are broken, by their position (-1 is the header): the quote that breaks them. */
	readonly broken: ReadonlyMap<number, BrokenQuote>;
}

export interface BrokenQuote {
	readonly line: number;
	/** Position of its column. */
	readonly column: number;
}

const DELIMITERS = [',', '\t', ';'];

/** As far as a header is looked for. */
const HEADER_LENGTH = 0x10000;

/**
 * Reads comma- (or tab- or semicolon-) separated text; which one, the header says. Lines may end in LF,
 * CRLF or both, or (without any LF in the file) in CR. Cells are kept as they are, not trimmed; blank
 * lines are passed over. A row with too few or too many cells is returned as it is, one whose quotes
 * are broken (it may have swallowed the lines after it) without cells: whoever reads the rows compares
 * their length with the header's.
 */
export function parseCsv(text: string): CsvTable {
	const content = text.replace(/^\uFEFF/, '');
	const newline = content.includes('\n') ? '\n' : '\r';
	const rows: string[][] = [];
	const lines: number[] = [];
	const broken = new Map<number, BrokenQuote>();
	let header: string[] | undefined;
	let headerLine = 1;
	let line = 1;
	let rowStart = 0;
	const delimiter = delimiterOf(content);
	/** After a quote that is not one of its cell, nothing in the row can be relied on. */
	const brokenQuote = (index: number, begins: number): BrokenQuote => {
		const before = content.slice(rowStart, index - 1);
		const [cells = []] = Papa.parse<string[]>(before, { delimiter, newline }).data;
		return { line: begins + countOf(newline, before), column: Math.max(0, cells.length - 1) };
	};
	Papa.parse<string[]>(content, {
		delimiter,
		newline,
		step: ({ data, errors, meta }) => {
			const begins = line;
			line += 1 + data.reduce((breaks, cell) => breaks + countOf(newline, cell), 0);
			const cells = withoutReturn(data, content, meta.cursor);
			const quotes = errors.find(({ type }) => type === 'Quotes');
			const blank = !quotes && cells.length === 1 && cells[0] === '';
			if (quotes) broken.set(header ? rows.length : -1, brokenQuote(quotes.index ?? 0, begins));
			rowStart = meta.cursor;
			if (blank) return;
			if (!header) {
				header = cells;
				headerLine = begins;
				return;
			}
			rows.push(quotes ? [] : cells);
			lines.push(begins);
		}
	});
	const names = header ?? [];
	return {
		header: names,
		rows,
		lines,
		// The last entry of a Map wins: from the right, the first column of a name does.
		column: new Map(names.map((name, i) => [name.trim().toLowerCase(), i] as const).reverse()),
		headerLine,
		broken
	};
}

/** The header decides, outside its quotes: the cells below may hold any of them. */
function delimiterOf(content: string): string {
	const start = content.slice(0, HEADER_LENGTH).replace(/^[\r\n]+/, '');
	const [header = ''] = start.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
	return DELIMITERS.reduce((best, one) =>
		countOf(one, header) > countOf(best, header) ? one : best
	);
}

/**
 * Drops the CR of a line that ends in CRLF. One inside the quotes of the last cell belongs to it: then
 * the file does not show the cell as it is, from the separator to the line's end.
 */
function withoutReturn(cells: string[], content: string, end: number): string[] {
	const last = cells.at(-1) ?? '';
	if (!last.endsWith('\r') || !content.endsWith(last, end - 1)) return cells;
	if (content[end - 2 - last.length] === '"') return cells;
	return [...cells.slice(0, -1), last.slice(0, -1)];
}

function countOf(character: string, text: string): number {
	let count = 0;
	for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
	return count;
}
