import type { Point } from '#cli/demo-city/plane.ts';

/** A raster over the plane; cell 0 is the south-western one, cells run east, then north. */
export interface Grid {
	columns: number;
	rows: number;
	cellKm: number;
	west: number;
	south: number;
}

const halfWidthKm = 72;
const halfHeightKm = 66;

export function gridOf(cellKm: number): Grid {
	return {
		columns: Math.round((2 * halfWidthKm) / cellKm),
		rows: Math.round((2 * halfHeightKm) / cellKm),
		cellKm,
		west: -halfWidthKm,
		south: -halfHeightKm
	};
}

export function sizeOf(grid: Grid): number {
	return grid.columns * grid.rows;
}

export function middleOf(grid: Grid, cell: number): Point {
	const column = cell % grid.columns;
	const row = (cell - column) / grid.columns;
	return [grid.west + (column + 0.5) * grid.cellKm, grid.south + (row + 0.5) * grid.cellKm];
}

/** The cell that holds a point; points outside belong to the nearest cell of the rim. */
export function cellAt(grid: Grid, [x, y]: Point): number {
	const column = clamped(Math.floor((x - grid.west) / grid.cellKm), grid.columns - 1);
	const row = clamped(Math.floor((y - grid.south) / grid.cellKm), grid.rows - 1);
	return row * grid.columns + column;
}

export function isRim(grid: Grid, cell: number): boolean {
	const column = cell % grid.columns;
	return (
		column === 0 ||
		column === grid.columns - 1 ||
		cell < grid.columns ||
		cell >= grid.columns * (grid.rows - 1)
	);
}

/** Steps to the eight neighbours of a cell that is not on the rim: the four sides first. */
export function stepsOf(grid: Grid): readonly { by: number; km: number }[] {
	const { columns, cellKm } = grid;
	const diagonal = cellKm * Math.SQRT2;
	return [
		...[1, -1, columns, -columns].map((by) => ({ by, km: cellKm })),
		...[columns + 1, columns - 1, -columns + 1, -columns - 1].map((by) => ({ by, km: diagonal }))
	];
}

function clamped(value: number, most: number): number {
	return Math.max(0, Math.min(most, value));
}
