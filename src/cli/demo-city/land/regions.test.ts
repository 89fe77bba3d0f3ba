import { describe, expect, it } from 'vitest';
import type { Grid } from './grid.ts';
import { connectedTo, tidied } from './regions.ts';

const grid: Grid = { columns: 8, rows: 6, cellKm: 1, west: 0, south: 0 };

function labelled(rows: readonly string[]): Int32Array {
	return Int32Array.from(rows.join(''), (letter) =>
		letter === '.' ? -1 : letter.charCodeAt(0) - 97
	);
}

function written(labels: Int32Array): string[] {
	const letters = Array.from(labels, (label) =>
		label < 0 ? '.' : String.fromCharCode(97 + label)
	).join('');
	return letters.match(/.{8}/g) ?? [];
}

describe('tidied labels', () => {
	it.each([
		[
			'a piece cut off goes to the neighbour it touches',
			['........', '.aaabbb.', '.aaabab.', '.aaabbb.', '.aaabbb.', '........'],
			['........', '.aaabbb.', '.aaabbb.', '.aaabbb.', '.aaabbb.', '........']
		],
		[
			'regions that cross at a corner are parted',
			['........', '.aabbbb.', '.aabbbb.', '.bbaaaa.', '.bbaaaa.', '........'],
			undefined
		]
	])('%s', (_, before, after) => {
		const labels = tidied(grid, labelled(before), 0);
		if (after) expect(written(labels)).toEqual(after);
		for (const label of [0, 1]) {
			const start = labels.indexOf(label);
			if (start < 0) continue;
			const piece = connectedTo(grid, start, (cell) => labels[cell] === label);
			expect(piece.reduce((sum, one) => sum + one, 0)).toBe(
				labels.filter((other) => other === label).length
			);
		}
		const outside = (list: Int32Array) => list.map((label) => (label < 0 ? 1 : 0));
		expect(outside(labels)).toEqual(outside(labelled(before)));
	});
});
