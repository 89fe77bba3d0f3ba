import {
	Bool,
	DateDay,
	Float64,
	Int32,
	Int64,
	Table,
	Uint8,
	Utf8,
	vectorFromArray,
	type DataType
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { answerOfArrow } from './arrow-answer.ts';

const day = 86_400_000;

function answerOf(values: readonly unknown[], type: DataType): ReturnType<typeof answerOfArrow> {
	return answerOfArrow(new Table({ x: vectorFromArray(values, type) }));
}

describe('an answer of the browser engine', () => {
	it.each<[string, readonly unknown[], DataType, number[]]>([
		['narrow integers', [0, 255, 7], new Uint8(), [0, 255, 7]],
		['integers with a NULL', [1, null, -3], new Int32(), [1, NaN, -3]],
		['wide integers', [1n, -10_000_000_000n], new Int64(), [1, -10_000_000_000]],
		['doubles', [0.5, -2], new Float64(), [0.5, -2]],
		['booleans', [true, false, null], new Bool(), [1, 0, NaN]],
		['nothing', [], new Int32(), []]
	])('reads %s as numbers', (_, values, type, expected) => {
		const answer = answerOf(values, type);
		expect(answer.rows).toBe(values.length);
		expect(Array.from(answer.numbers('x'))).toEqual(expected);
	});

	it('reads dates as days since 1970, NULL as NaN', () => {
		const dates = [new Date(0), new Date(17_775 * day), new Date(-day), null];
		const answer = answerOf(dates, new DateDay());
		expect(Array.from(answer.numbers('x'))).toEqual([0, 17_775, -1, NaN]);
	});

	it('reads texts as texts, NULL as null', () => {
		expect(answerOf(['纠纷', '', null], new Utf8()).texts('x')).toEqual(['纠纷', '', null]);
	});
});
