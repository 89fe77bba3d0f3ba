import Papa from 'papaparse';

/** A table as text: cells by column name (lower case) and row, and the line each row began on. */
export interface CsvTable {
	/** Names as the file writes them. */
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Line of the file, counted from 1, on which each row begins. */
	readonly lines: readonly number[];
	/** Position of a column, by its name without regard to case. */
	readonly column: ReadonlyMap<string, number>;
}

/**
 * Reads comma- (or tab- or semicolon-) separated text. Cells are kept as they are, not trimmed;
 * blank lines are passed over. A row with too few or too many cells is returned as it is: whoever reads
 * the rows compares their length with the header's.
 */
export function parseCsv(text: string): CsvTable {
	const rows: string[][] = [];
	const lines: number[] = [];
	let header: string[] | undefined;
	let line = 1;
	Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
		delimitersToGuess: [',', '\t', ';'],
		step: ({ data }) => {
			const blank = data.length === 1 && data[0] === '';
			if (!header) header = blank ? undefined : data;
			else if (!blank) {
				rows.push(data);
				lines.push(line);
			}
			line += 1 + data.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
		}
	});
	const names = header ?? [];
	return {
		header: names,
		rows,
		lines,
		column: new Map(names.map((name, i) => [name.trim().toLowerCase(), i]))
	};
}

function lineBreaks(cell: string): number {
	let breaks = 0;
	for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++;
	return breaks;
}
