import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/domain/errors.ts';
import { answerOf, type AnswerColumn } from './answer.ts';

const answer = answerOf(
	2,
	new Map<string, AnswerColumn>([
		['n', { numbers: [1, NaN] }],
		['name', { texts: ['a', null] }]
	])
);

/** What a call throws; an Error of its own where it throws nothing. */
function thrownBy(call: () => unknown): unknown {
	try {
		call();
	} catch (error) {
		return error;
	}
	return new Error('Nothing was thrown.');
}

describe('an answer', () => {
	it('gives its rows and its columns by kind', () => {
		expect(answer.rows).toBe(2);
		expect(answer.numbers('n')).toEqual([1, NaN]);
		expect(answer.texts('name')).toEqual(['a', null]);
	});

	it.each<[string, () => unknown]>([
		['numbers of a column that is not there', () => answer.numbers('no')],
		['texts of a column that is not there', () => answer.texts('no')],
		['numbers of texts', () => answer.numbers('name')],
		['texts of numbers', () => answer.texts('n')],
		['a name of every object', () => answer.numbers('constructor')]
	])('throws AppError when asked for %s', (_, call) => {
		const error = thrownBy(call);
		expect(error).toBeInstanceOf(AppError);
		expect(error).toMatchObject({ code: 'answer-column' });
	});
});
