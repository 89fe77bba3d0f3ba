import { axisOf, cellsIn, type Cube } from './cube.ts';

/**
 * Sums a run [first, end) of one dimension away: the cube of the others.
 * An empty run gives a cube of zeros; a run outside the dimension is cut to it.
 */
export function fold(cube: Cube, name: string, first = 0, end = Infinity): Cube {
	const axis = axisOf(cube, name);
	const size = cube.dimensions[axis]?.size ?? 0;
	const from = Math.max(0, first);
	const to = Math.min(size, end);
	const inner = cellsIn(cube.dimensions.slice(axis + 1));
	const outer = cellsIn(cube.dimensions.slice(0, axis));
	const tallies: Record<string, Uint32Array> = {};
	for (const [tally, counts] of Object.entries(cube.tallies)) {
		const sums = new Uint32Array(outer * inner);
		for (let o = 0; o < outer; o++) {
			for (let at = from; at < to; at++) {
				const start = (o * size + at) * inner;
				for (let i = 0; i < inner; i++) {
					sums[o * inner + i] = (sums[o * inner + i] ?? 0) + (counts[start + i] ?? 0);
				}
			}
		}
		tallies[tally] = sums;
	}
	return { dimensions: cube.dimensions.filter((_, i) => i !== axis), tallies };
}
