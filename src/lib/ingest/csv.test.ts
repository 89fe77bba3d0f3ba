import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';
import { csvOf } from './small-folder.ts';

const fixed = { seed: 42 };

/** Cells that trouble a reader, and any others. */
const cells = fc.oneof(
	fc.constantFrom(
		'',
		' ',
		'"',
		'""',
		',',
		';',
		'\t',
		'\n',
		'\r\n',
		'\r',
		'a,b',
		'5"',
		'x;y;z',
		'纠纷'
	),
	fc.constantFrom(
		'first\nsecond',
		'first\r\nsecond\r\n',
		'"quoted", then not',
		'\uFEFF',
		"'",
		'\\"'
	),
	fc.string({ maxLength: 12 }),
	fc.string({ maxLength: 6, unit: 'binary' })
);

/** Tables of two to five columns: a line of one empty cell would be a blank line. */
const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
	fc.array(fc.array(cells, { minLength: width, maxLength: width }), {
		minLength: 1,
		maxLength: 12
	})
);

const newlines = fc.constantFrom('\n', '\r\n');

/** A writer that quotes only where it must. */
function sparing(table: readonly (readonly string[])[], newline: string): string {
	const written = (cell: string): string =>
		/["\r\n,;\t\uFEFF]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
	return table.map((row) => row.map(written).join(',') + newline).join('');
}

/** The line on which each row but the first begins, by counting line breaks in the text before it. */
function linesOf(
	table: readonly (readonly string[])[],
	write: (rows: string[][]) => string
): number[] {
	return table.slice(1).map((_, i) => {
		const before = write(table.slice(0, i + 1).map((row) => [...row]));
		return before.split('\n').length;
	});
}

describe('a table of any texts', () => {
	it.each<[string, (table: readonly (readonly string[])[], newline: string) => string]>([
		['that quotes every cell', (table, newline) => csvOf(table, { newline })],
		['that quotes where it must', sparing]
	])('comes back identical from a writer %s, each row with its line', (_, write) => {
		fc.assert(
			fc.property(tables, newlines, fc.boolean(), (table, newline, marked) => {
				const parsed = parseCsv((marked ? '\uFEFF' : '') + write(table, newline));
				expect([parsed.header, ...parsed.rows]).toEqual(table);
				expect(parsed.lines).toEqual(linesOf(table, (rows) => write(rows, newline)));
			}),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('comes back whatever stands between the cells, if the header shows it', () => {
		fc.assert(
			fc.property(
				tables,
				newlines,
				fc.constantFrom(',', '\t', ';'),
				(table, newline, delimiter) => {
					const parsed = parseCsv(csvOf(table, { newline, delimiter }));
					expect([parsed.header, ...parsed.rows]).toEqual(table);
				}
			),
			fixed
		);
	});

	it('comes back whichever way each line ends, each row with its line', () => {
		const ends = fc.array(newlines, { minLength: 12, maxLength: 12 });
		fc.assert(
			fc.property(tables, ends, (table, ending) => {
				const text = table.map((row, i) => csvOf([row], { newline: ending[i] ?? '\n' })).join('');
				const parsed = parseCsv(text);
				expect([parsed.header, ...parsed.rows]).toEqual(table);
				expect(parsed.lines).toEqual(linesOf(table, (rows) => csvOf(rows)));
			}),
			fixed
		);
	});

	it('comes back without a line break at the end', () => {
		fc.assert(
			fc.property(tables, newlines, (table, newline) => {
				const parsed = parseCsv(csvOf(table, { newline }).slice(0, -newline.length));
				expect([parsed.header, ...parsed.rows]).toEqual(table);
			}),
			fixed
		);
	});
});

describe('lines', () => {
	it.each<[string, string, number[]]>([
		['plain', 'a,b\n1,2\n3,4\n', [2, 3]],
		['with a carriage return', 'a,b\r\n1,2\r\n3,4\r\n', [2, 3]],
		['of an old Macintosh', 'a,b\r1,2\r3,4', [2, 3]],
		['after blank lines', '\n\na,b\n\n1,2\n\n\n3,4\n', [5, 8]],
		['after a quoted line break', 'a,b\n"x\ny",2\n3,4\n', [2, 4]],
		['after a line break in the header', '"a\nb",c\n1,2\n', [3]],
		['after a quoted line break of another kind', 'a,b\r\n"x\ny",2\r\n3,4\r\n', [2, 4]]
	])('are counted as an editor does: %s', (_, text, lines) => {
		expect(parseCsv(text).lines).toEqual(lines);
	});

	it.each([
		['CRLF after LF', 'a,b\n1,2\r\n3,4\r\n5,6\n'],
		['LF after CRLF', 'a,b\r\n1,2\r\n3,4\n5,6\n'],
		['quoted', 'a,b\r\n"1","2"\n"3","4"\r\n"5","6"\n']
	])('may end in two ways in one file: %s', (_, text) => {
		const { header, rows, lines } = parseCsv(text);
		expect(header).toEqual(['a', 'b']);
		expect(rows).toEqual([
			['1', '2'],
			['3', '4'],
			['5', '6']
		]);
		expect(lines).toEqual([2, 3, 4]);
	});
});

describe('what stands between cells', () => {
	it.each([
		['commas', 'a,b\n1;2,3\n1;2,3\n', ['1;2', '3']],
		['semicolons', 'a;b\n1,5;2,5\n3,5;4,5\n', ['1,5', '2,5']],
		['tabs', 'a\tb\n1,2;3\t4\n', ['1,2;3', '4']],
		['commas, by a quoted name', 'a,"b;c;d"\n1;2;3,4\n', ['1;2;3', '4']],
		['commas, in a file of one column', 'a\n1;2\n3;4\n', ['1;2']]
	])('is what the header shows, whatever the cells hold: %s', (_, text, first) => {
		expect(parseCsv(text).rows[0]).toEqual(first);
	});
});

describe('columns', () => {
	it('are found without regard to case and blanks, and named as the file names them', () => {
		const { header, column } = parseCsv('\uFEFFCase_No, Opened ,面积\n1,2,3\n');
		expect(header).toEqual(['Case_No', ' Opened ', '面积']);
		expect([column.get('case_no'), column.get('opened'), column.get('面积')]).toEqual([0, 1, 2]);
		expect(column.get('Case_No')).toBeUndefined();
	});

	it('of one name are found by the first of them', () => {
		expect(parseCsv('a,b,A\n').column.get('a')).toBe(0);
	});

	it('stand on the line of the header', () => {
		expect(parseCsv('\n\na,b\n').headerLine).toBe(3);
	});
});

describe('rows', () => {
	it('with too few or too many cells come back as they are', () => {
		expect(parseCsv('a,b\n1\n1,2,3\n').rows).toEqual([['1'], ['1', '2', '3']]);
	});

	it('keep the blanks around a cell', () => {
		expect(parseCsv('a,b\n 1 ,\t2\n').rows).toEqual([[' 1 ', '\t2']]);
	});

	it.each<[string, string, string[][], number[]]>([
		['a quote that never closes', 'a,b\n1,2\n3,"4\n5,6\n', [['1', '2'], []], [2, 3]],
		['a cell that goes on after its quote', 'a,b\n"1"x,2\n3,4\n', [[]], [2]]
	])('whose quotes are broken have no cells: %s', (_, text, rows, lines) => {
		const parsed = parseCsv(text);
		expect(parsed.rows).toEqual(rows);
		expect(parsed.lines).toEqual(lines);
	});

	it.each<[string, string, number, number]>([
		['never closed', 'a,b\n1,2\n3,"4\n5,6\n', 3, 1],
		['never closed, after a quoted line break', 'a,b\n"x\ny","z\n', 3, 1],
		['followed by more', 'a,b\n"1"x,2\n3,4\n', 2, 0],
		['never closed in the first cell', 'a;b\r\n1;2\r\n"3;4\r\n5;6\r\n', 3, 0]
	])('whose quotes are broken tell where: a quote %s', (_, text, line, column) => {
		const { broken, rows } = parseCsv(text);
		expect([...broken]).toEqual([
			[rows.findIndex((cells) => cells.length === 0), { line, column }]
		]);
	});

	it('below a header with a broken quote are none, and the header tells where', () => {
		const { rows, broken } = parseCsv('\na,"b\n1,2\n');
		expect(rows).toEqual([]);
		expect([...broken]).toEqual([[-1, { line: 2, column: 1 }]]);
	});

	it('of any text at all are read without a word of complaint, on lines that go up', () => {
		const dirt = fc.stringMatching(/^[ab",;\t\r\n\uFEFF]{0,60}$/);
		fc.assert(
			fc.property(fc.oneof(dirt, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
				const { rows, lines, broken } = parseCsv(text);
				expect(lines).toHaveLength(rows.length);
				expect(lines).toEqual([...lines].sort((a, b) => a - b));
				for (const [row, { line, column }] of broken) {
					if (row >= 0) expect(rows[row]).toEqual([]);
					expect(line).toBeGreaterThanOrEqual(lines[row] ?? 1);
					expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
					expect(column).toBeGreaterThanOrEqual(0);
				}
			}),
			{ ...fixed, numRuns: 3_000 }
		);
	});

	it.each(['', '\n', '\r\n\r\n', '\uFEFF'])('are none in a file of nothing: %j', (text) => {
		const { header, rows, lines, column } = parseCsv(text);
		expect([header, rows, lines, column.size]).toEqual([[], [], [], 0]);
	});
});
