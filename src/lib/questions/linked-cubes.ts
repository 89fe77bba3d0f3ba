import { cellsIn, type Cube, type Dimension } from '#lib/cube/cube.ts';
import { CASES } from '#lib/cube/linked-counts.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import { runsOf } from '#lib/domain/hierarchy.ts';
import { conditionalTallies } from '#lib/domain/indicator.ts';
import type { Answer } from '#lib/engine/database.ts';
import type { Axis } from './linked-axes.ts';
import type { MeasureTallies } from './measure-tallies.ts';

/** Names of the columns that say where in its cube a group stands, the outer dimension first. */
export const POSITIONS = ['outer', 'inner'];

/** Lays groups out as a dense cube; several groups of one cell (months of a year, tallies) are added up. */
export function cubeOfGroups(
	dataset: Dataset,
	answer: Answer,
	dimensions: readonly Dimension[],
	{ isTallied, measure }: Pick<Axis, 'isTallied' | 'measure'>
): Cube {
	const places = dimensions.map((_, i) => answer.numbers(POSITIONS[i] ?? ''));
	const cells = Int32Array.from({ length: answer.rows }, (_, row) =>
		dimensions.reduce((cell, { size }, i) => cell * size + within(places[i]?.[row], size), 0)
	);
	const cases = answer.numbers(CASES);
	const { tallies } = dataset.index.manifest;
	const conditional = isTallied ? conditionalTallies(tallies) : [];
	const met = conditional.length > 0 ? answer.numbers('met') : [];
	/** Counts of cases with a bit among their tallies; of all of them without one. */
	const counted = (bit?: number): Uint32Array => {
		const counts = new Uint32Array(cellsIn(dimensions));
		for (let row = 0; row < cells.length; row++) {
			if (bit !== undefined && ((met[row] ?? 0) & (1 << bit)) === 0) continue;
			const cell = cells[row] ?? NaN;
			counts[cell] = (counts[cell] ?? 0) + (cases[row] ?? 0);
		}
		return counts;
	};
	const all = counted();
	const ofTallies = (isTallied ? tallies : []).map(({ id, where }) => {
		const bit = conditional.findIndex((tally) => tally.id === id);
		return [id, Object.keys(where).length === 0 ? all : counted(bit)] as const;
	});
	const ofMeasure = measure ? measured(answer, measure, cells, cellsIn(dimensions)) : [];
	return { dimensions, tallies: Object.fromEntries([[CASES, all], ...ofTallies, ...ofMeasure]) };
}

/** What a measure of the cases adds up; a sum beyond 32 bits would be another number: it throws. */
function measured(
	answer: Answer,
	{ key, tallies }: MeasureTallies,
	cells: Int32Array,
	size: number
): [string, Uint32Array][] {
	const told = key ? answer.numbers('told') : [];
	return tallies.map(({ id, of, keys }) => {
		const added = answer.numbers(of);
		const sums = new Float64Array(size);
		for (let row = 0; row < cells.length; row++) {
			if (keys && !keys.has(told[row] ?? NaN)) continue;
			const cell = cells[row] ?? NaN;
			sums[cell] = (sums[cell] ?? 0) + (added[row] ?? 0);
		}
		const all = sums.reduce((sum, one) => sum + one, 0);
		if (all > 0xffff_ffff) throw new AppError('cube-range', `${id} is ${String(all)}.`);
		return [id, Uint32Array.from(sums)];
	});
}

/** The whole under every condition: what the panel of areas counts in the areas that were picked, or in all of them. */
export function totalOfAreas(
	{ areas }: Dataset,
	{ picks }: Cut,
	{ dimensions, tallies }: Cube
): Cube {
	const size = areas.codes.length;
	const pick = picks['area'];
	const isIn = new Uint8Array(size).fill(!pick || pick.isExcluded ? 1 : 0);
	for (const [first, end] of runsOf(areas, pick?.codes ?? [])) {
		isIn.fill(pick?.isExcluded ? 0 : 1, first, end);
	}
	const outer = dimensions.slice(0, -1);
	const summed = Object.entries(tallies).map(([id, counts]) => {
		const sums = new Uint32Array(cellsIn(outer));
		for (let cell = 0; cell < counts.length; cell++) {
			if (isIn[cell % size])
				sums[Math.floor(cell / size)] = (sums[Math.floor(cell / size)] ?? 0) + (counts[cell] ?? 0);
		}
		return [id, sums] as const;
	});
	return { dimensions: outer, tallies: Object.fromEntries(summed) };
}

/** A group outside its dimension would vanish from every total: it throws. */
function within(position: number | undefined, size: number): number {
	if (position !== undefined && position >= 0 && position < size) return position;
	throw new AppError('cube-range', `A case lies outside the cube, at ${String(position)}.`);
}
