import { describe, expect, it } from 'vitest';
import { Random } from '#cli/demo-city/random.ts';
import { catchments, drainageOf } from './drainage.ts';
import { isRim, sizeOf, type Grid } from './grid.ts';

const grid: Grid = { columns: 40, rows: 30, cellKm: 0.5, west: 0, south: 0 };
const cells = Array.from({ length: sizeOf(grid) }, (_, cell) => cell);
const random = new Random(1, 'drainage');
/** Rough ground with many hollows, falling to the south-west. */
const heights = Float64Array.from(cells, (cell) => random.between(0, 30) + (cell % 40) + cell / 40);
const outlets = cells.filter((cell) => isRim(grid, cell));
const drainage = drainageOf(grid, heights, outlets);

describe('the water', () => {
	it('leaves every cell, and comes to an outlet without running in a ring', () => {
		expect(drainage.order).toHaveLength(cells.length);
		const rank = new Map([...drainage.order].map((cell, at) => [cell, at]));
		for (const cell of cells) {
			const receiver = drainage.receivers[cell] ?? -1;
			if (receiver === cell) expect(outlets).toContain(cell);
			else expect(rank.get(receiver)).toBeLessThan(rank.get(cell) ?? -1);
		}
	});

	it('runs downhill wherever there is a way down that does not end in a hollow', () => {
		const isUphill = (cell: number) =>
			(heights[drainage.receivers[cell] ?? 0] ?? 0) > (heights[cell] ?? 0);
		expect(cells.filter(isUphill).length / cells.length).toBeLessThan(0.35);
		const smooth = Float64Array.from(cells, (cell) => (cell % 40) + Math.floor(cell / 40));
		const { receivers } = drainageOf(grid, smooth, outlets);
		expect(cells.every((cell) => (smooth[receivers[cell] ?? 0] ?? 0) <= (smooth[cell] ?? 0))).toBe(
			true
		);
	});

	it('adds up: what leaves by the outlets is what fell, and what came in', () => {
		const areas = catchments(grid, drainage, new Map([[615, 100]]));
		const out = outlets
			.filter((cell) => drainage.receivers[cell] === cell)
			.reduce((sum, cell) => sum + (areas[cell] ?? 0), 0);
		expect(out).toBeCloseTo(cells.length * 0.25 + 100, 6);
	});
});
