import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contiguity, type Rings } from './contiguity.ts';

const square = (x: number, y: number, size = 1): number[][] => [
	[x, y],
	[x + size, y],
	[x + size, y + size],
	[x, y + size],
	[x, y]
];
/** Unit squares, row by row. */
const lattice = (columns: number, rows: number): Rings[] =>
	Array.from({ length: columns * rows }, (_, i) => [square(i % columns, Math.floor(i / columns))]);

describe('contiguity', () => {
	it('of squares in rows is that of chess pieces', () => {
		const { queen, rook } = contiguity(lattice(3, 3));
		expect(queen[4]).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
		expect(rook[4]).toEqual([1, 3, 5, 7]);
		expect(queen[0]).toEqual([1, 3, 4]);
		expect(rook[0]).toEqual([1, 3]);
	});

	it.each<[string, Rings[], number[][], number[][]]>([
		['of nothing', [], [], []],
		['of one area', [[square(0, 0)]], [[]], [[]]],
		['of an area without boundary', [[square(0, 0)], []], [[], []], [[], []]],
		['of islands', [[square(0, 0)], [square(5, 5)]], [[], []], [[], []]],
		[
			'of a village inside another',
			[[square(0, 0, 9), square(3, 3)], [square(3, 3)]],
			[[1], [0]],
			[[1], [0]]
		],
		[
			'of an area in two parts, one of which touches',
			[[square(0, 0), square(8, 8)], [square(9, 8)]],
			[[1], [0]],
			[[1], [0]]
		]
	])('%s', (_, areas, queen, rook) => {
		expect(contiguity(areas)).toEqual({ queen, rook });
	});

	it('sees over a sliver as wide as the tolerance, and not over a wider one', () => {
		const apart: Rings[] = [[square(0, 0)], [square(1.001, 0)]];
		expect(contiguity(apart).queen).toEqual([[], []]);
		expect(contiguity(apart, 0.0005).queen).toEqual([[], []]);
		expect(contiguity(apart, 0.002)).toEqual({ queen: [[1], [0]], rook: [[1], [0]] });
	});

	it('is mutual, and the same in whatever order areas stand', () => {
		const areas = lattice(4, 5);
		const orders = fc.shuffledSubarray(
			areas.map((_, i) => i),
			{ minLength: areas.length }
		);
		const { queen } = contiguity(areas);
		fc.assert(
			fc.property(orders, (order) => {
				const mixed = contiguity(order.map((i) => areas[i] ?? [])).queen;
				const named = mixed.map((others) =>
					others.map((at) => order[at] ?? -1).sort((a, b) => a - b)
				);
				order.forEach((i, at) => {
					expect(named[at]).toEqual(queen[i]);
				});
			}),
			{ seed: 42, numRuns: 20 }
		);
		queen.forEach((others, i) => {
			for (const other of others) expect(queen[other]).toContain(i);
		});
	});
});
