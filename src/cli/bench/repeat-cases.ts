import { parseCsv } from '#lib/ingest/csv.ts';

/** Where a case happened: cells that move together. */
const PLACE = ['area', 'handled_level'];

/** By how many rows the places of each copy are shifted: a prime, so that no season comes back to its own places. */
const SHIFT = 691;

/**
 * A case book as many times over, each copy with ids of its own. A copy keeps the dates, types and outcomes of its
 * rows and takes the places of others: identical copies would fill no more cells of a cube than one, and so be
 * answered too cheaply. A book without an `id` or an `area` column throws RangeError.
 */
export function repeatCases(csv: string, times: number): string {
	const { header, rows, column } = parseCsv(csv);
	const id = column.get('id');
	if (id === undefined || !column.has('area')) throw new RangeError('There is no id or no area.');
	const place = PLACE.flatMap((name) => column.get(name) ?? []);
	const lines = [header.map(quoted).join(',')];
	for (let copy = 0; copy < times; copy++) {
		rows.forEach((row, i) => {
			const other = rows[(i + copy * SHIFT) % rows.length] ?? row;
			const cells = row.map((cell, at) => {
				if (at === id) return copy === 0 ? cell : `${cell}-${String(copy)}`;
				return place.includes(at) ? (other[at] ?? '') : cell;
			});
			lines.push(cells.map(quoted).join(','));
		});
	}
	return `${lines.join('\n')}\n`;
}

function quoted(cell: string): string {
	return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
