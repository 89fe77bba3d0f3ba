/** One axis of a cube: its cells are numbered 0 … size − 1, in the order of a code list or calendar. */
export interface Dimension {
	readonly name: string;
	readonly size: number;
}

/**
 * Counts over a few named dimensions, dense and row-major (the last dimension runs fastest).
 * `tallies` holds one array of counts per tally; all have the product of the sizes as length.
 * A cell that no case fell into is 0: a cube says nothing of whether anyone filed.
 */
export interface Cube {
	readonly dimensions: readonly Dimension[];
	readonly tallies: Readonly<Record<string, Uint32Array>>;
}

export function cellsIn(dimensions: readonly Dimension[]): number {
	return dimensions.reduce((cells, dimension) => cells * dimension.size, 1);
}

/** Position of a dimension; an unknown name is a caller's mistake and throws RangeError. */
export function axisOf(cube: Cube, name: string): number {
	const axis = cube.dimensions.findIndex((dimension) => dimension.name === name);
	if (axis < 0) throw new RangeError(`The cube has no dimension "${name}".`);
	return axis;
}

/** Counts of one tally; an unknown name is a caller's mistake and throws RangeError. */
export function tallyOf(cube: Cube, name: string): Uint32Array {
	const counts = cube.tallies[name];
	if (!counts) throw new RangeError(`The cube has no tally "${name}".`);
	return counts;
}
