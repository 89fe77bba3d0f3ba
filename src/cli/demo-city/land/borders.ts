import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Point } from '#cli/demo-city/plane.ts';
import type { Grid } from './grid.ts';

/** The borders of a raster of labels: corners of cells, and the lines between the corners where three labels meet. */
export interface Borders {
	/** The places of the corners. */
	corners: Point[];
	/** For each corner the corners it is joined to: two along a border, three or four where borders meet. */
	links: number[][];
	lines: BorderLine[];
}

export interface BorderLine {
	corners: number[];
	/** The labels to the left and the right of the line's own direction; −1 is outside. */
	left: number;
	right: number;
}

/** East, north, west, south, as steps on the lattice of corners. */
const directions = [0, 1, 2, 3] as const;

export function bordersOf(grid: Grid, labels: Int32Array): Borders {
	const lattice = new Lattice(grid, labels);
	const numbers = new Map<number, number>();
	const places: number[] = [];
	for (let corner = 0; corner < lattice.size; corner += 1) {
		if (lattice.degree(corner) === 0) continue;
		numbers.set(corner, places.length);
		places.push(corner);
	}
	const numberOf = (corner: number) => numbers.get(corner) ?? -1;
	const links = places.map((corner) =>
		directions
			.filter((direction) => lattice.isBorder(corner, direction))
			.map((direction) => numberOf(lattice.next(corner, direction)))
	);
	const lines: BorderLine[] = [];
	const walked = new Set<number>();
	for (const corner of places) {
		if (lattice.degree(corner) === 2) continue;
		for (const direction of directions) {
			if (!lattice.isBorder(corner, direction) || walked.has(corner * 4 + direction)) continue;
			const { way, last } = lattice.walk(corner, direction);
			// The same line is not walked again from its other end.
			walked.add(elementAt(way, way.length - 1) * 4 + ((last + 2) % 4));
			const [left, right] = lattice.sides(corner, direction);
			lines.push({ corners: way.map(numberOf), left, right });
		}
	}
	return { corners: places.map((corner) => lattice.place(corner)), links, lines };
}

/** The corners of all cells; corner 0 is the south-western one of cell 0. */
class Lattice {
	readonly #grid: Grid;
	readonly #labels: Int32Array;
	readonly #columns: number;
	readonly size: number;

	constructor(grid: Grid, labels: Int32Array) {
		this.#grid = grid;
		this.#labels = labels;
		this.#columns = grid.columns + 1;
		this.size = this.#columns * (grid.rows + 1);
	}

	place(corner: number): Point {
		const column = corner % this.#columns;
		const row = (corner - column) / this.#columns;
		return [
			this.#grid.west + column * this.#grid.cellKm,
			this.#grid.south + row * this.#grid.cellKm
		];
	}

	next(corner: number, direction: number): number {
		return corner + elementAt([1, this.#columns, -1, -this.#columns], direction);
	}

	/** Labels to the left and to the right of a step. */
	sides(corner: number, direction: number): [left: number, right: number] {
		const column = corner % this.#columns;
		const row = (corner - column) / this.#columns;
		const northEast = this.#label(column, row);
		const northWest = this.#label(column - 1, row);
		const southWest = this.#label(column - 1, row - 1);
		const southEast = this.#label(column, row - 1);
		if (direction === 0) return [northEast, southEast];
		if (direction === 1) return [northWest, northEast];
		return direction === 2 ? [southWest, northWest] : [southEast, southWest];
	}

	isBorder(corner: number, direction: number): boolean {
		const [left, right] = this.sides(corner, direction);
		return left !== right;
	}

	degree(corner: number): number {
		return directions.filter((direction) => this.isBorder(corner, direction)).length;
	}

	/** Along a border to the next corner where borders meet. */
	walk(start: number, direction: number): { way: number[]; last: number } {
		const way = [start];
		let last = direction;
		let corner = this.next(start, direction);
		for (;;) {
			way.push(corner);
			if (corner === start || this.degree(corner) !== 2) return { way, last };
			const back = (last + 2) % 4;
			const here = corner;
			last = directions.find((each) => each !== back && this.isBorder(here, each)) ?? back;
			corner = this.next(corner, last);
		}
	}

	#label(column: number, row: number): number {
		const { columns, rows } = this.#grid;
		if (column < 0 || row < 0 || column >= columns || row >= rows) return -1;
		return elementAt(this.#labels, row * columns + column);
	}
}
