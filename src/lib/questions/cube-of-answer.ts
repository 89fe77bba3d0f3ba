import { cellsIn, type Cube, type Dimension } from '#lib/cube/cube.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { Answer } from '#lib/engine/database.ts';

/**
 * Lays the rows of a grouped answer (a column of positions per dimension, a column of counts per
 * tally) out as a dense cube. A row outside the dimensions would vanish from every total: it throws.
 */
export function cubeOfAnswer(
	answer: Answer,
	dimensions: readonly Dimension[],
	dataset: Dataset
): Cube {
	const cells = cellsIn(dimensions);
	const positions = dimensions.map((dimension) => ({
		size: dimension.size,
		at: answer.numbers(dimension.name)
	}));
	const cell = new Uint32Array(answer.rows);
	for (let row = 0; row < answer.rows; row++) {
		let offset = 0;
		for (const { size, at } of positions) {
			const position = at[row] ?? NaN;
			if (!(position >= 0 && position < size)) {
				throw new AppError(
					'cube-range',
					`A case lies outside the cube, at position ${String(position)}.`
				);
			}
			offset = offset * size + position;
		}
		cell[row] = offset;
	}
	const tallies: Record<string, Uint32Array> = {};
	for (const { id } of dataset.index.manifest.tallies) {
		const counts = new Uint32Array(cells);
		const column = answer.numbers(id);
		for (let row = 0; row < answer.rows; row++) counts[cell[row] ?? 0] = column[row] ?? 0;
		tallies[id] = counts;
	}
	return { dimensions, tallies };
}
