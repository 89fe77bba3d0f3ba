import { describe, expect, it } from 'vitest';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { answerOf, type AnswerColumn } from '#lib/engine/answer.ts';
import type { Answer } from '#lib/engine/database.ts';
import { cubeOfAnswer } from './cube-of-answer.ts';

const dataset: Dataset = smallDataset();
const dimensions = [
	{ name: 'area', size: 3 },
	{ name: 'month', size: 2 }
];

/** Columns by name, all of one length. */
function answer(columns: Record<string, number[]>): Answer {
	const named = Object.entries(columns).map(([name, numbers]): [string, AnswerColumn] => [
		name,
		{ numbers }
	]);
	return answerOf(columns['area']?.length ?? 0, new Map(named));
}

describe('the cube of an answer', () => {
	it('has every row in its cell, and 0 where there is none', () => {
		const cube = cubeOfAnswer(
			answer({ area: [2, 0, 1], month: [1, 0, 1], handled: [5, 7, 2], resolved: [4, 0, 2] }),
			dimensions,
			dataset
		);
		expect(cube.dimensions).toEqual(dimensions);
		expect(cube.tallies).toEqual({
			handled: Uint32Array.of(7, 0, 0, 2, 0, 5),
			resolved: Uint32Array.of(0, 0, 0, 2, 0, 4)
		});
	});

	it('of no rows is a cube of zeros', () => {
		const cube = cubeOfAnswer(
			answer({ area: [], month: [], handled: [], resolved: [] }),
			dimensions,
			dataset
		);
		expect(cube.tallies['handled']).toEqual(new Uint32Array(6));
	});

	it('without dimensions is one cell', () => {
		const cube = cubeOfAnswer(answer({ area: [0], handled: [9], resolved: [8] }), [], dataset);
		expect(cube.tallies).toEqual({ handled: Uint32Array.of(9), resolved: Uint32Array.of(8) });
	});

	it.each<[string, number, number]>([
		['an area past the last', 3, 0],
		['an area before the first', -1, 0],
		['no area', NaN, 0],
		['a month past the last', 0, 2],
		['a month before the first', 0, -1],
		['no month', 2, NaN]
	])('throws rather than lose a case: %s', (_, area, month) => {
		const rows = answer({ area: [0, area], month: [0, month], handled: [1, 1], resolved: [0, 0] });
		const make = (): unknown => cubeOfAnswer(rows, dimensions, dataset);
		expect(make).toThrow(AppError);
		expect(make).toThrow(String(Number.isNaN(area + month) ? NaN : area === 0 ? month : area));
	});

	it.each(['area', 'month', 'resolved'])('throws where the answer has no column %s', (name) => {
		const columns = { area: [0], month: [0], handled: [1], resolved: [1] };
		const rest = Object.fromEntries(Object.entries(columns).filter(([one]) => one !== name));
		expect(() =>
			cubeOfAnswer(answer({ area: [0], ...rest, [name]: [0] }), dimensions, dataset)
		).not.toThrow();
		const without = answerOf(
			1,
			new Map(
				Object.entries(rest).map(([one, numbers]): [string, AnswerColumn] => [one, { numbers }])
			)
		);
		expect(() => cubeOfAnswer(without, dimensions, dataset)).toThrow(AppError);
	});
});
