import { describe, expect, it } from 'vitest';
import { bordersOf } from './borders.ts';
import type { Grid } from './grid.ts';

const grid: Grid = { columns: 6, rows: 5, cellKm: 1, west: 0, south: 0 };

/** Rows from the north, as one reads; a dot is outside. */
function labelled(...rows: string[]): Int32Array {
	const cells = [...rows].reverse().join('');
	return Int32Array.from(cells, (letter) => (letter === '.' ? -1 : letter.charCodeAt(0) - 97));
}

describe('borders', () => {
	const labels = labelled('......', '.aabb.', '.aabb.', '.cccc.', '......');
	const { corners, links, lines } = bordersOf(grid, labels);

	it('run from meeting to meeting, each once, the labels on its two sides named', () => {
		const pairs = lines.map(({ left, right }) => [left, right].sort().join());
		expect(pairs.sort()).toEqual(['-1,0', '-1,1', '-1,2', '0,1', '0,2', '1,2']);
		const meetings = corners.filter((_, corner) => links[corner]?.length === 3);
		expect(meetings).toHaveLength(4);
	});

	it('have the left label on the left', () => {
		const line = lines.find(({ left, right }) => left + right === 1 && left >= 0 && right >= 0);
		const [first, second] = (line?.corners ?? []).map((corner) => corners[corner]);
		const goesNorth = (second?.[1] ?? 0) > (first?.[1] ?? 0);
		expect(line?.left).toBe(goesNorth ? 0 : 1);
	});

	it('pass every corner between two labels once', () => {
		const inner = lines.flatMap((line) => line.corners.slice(1, -1));
		expect(new Set(inner).size).toBe(inner.length);
		expect(inner.every((corner) => links[corner]?.length === 2)).toBe(true);
	});
});
