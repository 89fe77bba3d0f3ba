import { DataType, type Table, type Vector } from 'apache-arrow';
import { answerOf, type AnswerColumn } from './answer.ts';
import type { Answer } from './database.ts';

/** Reads what the browser engine answers (an Arrow table) into plain columns. */
export function answerOfArrow(table: Table): Answer {
	const columns = new Map<string, AnswerColumn>();
	for (const field of table.schema.fields) {
		const vector = table.getChild(field.name);
		if (vector) columns.set(field.name, columnOf(vector));
	}
	return answerOf(table.numRows, columns);
}

function columnOf(vector: Vector): AnswerColumn {
	if (DataType.isUtf8(vector.type)) {
		return { texts: Array.from(vector, (value: string | null) => value) };
	}
	const narrow =
		(DataType.isInt(vector.type) && vector.type.bitWidth <= 32) || DataType.isFloat(vector.type);
	if (narrow && vector.nullCount === 0) return { numbers: vector.toArray() as ArrayLike<number> };
	const milliseconds = DataType.isDate(vector.type) ? 86_400_000 : 1;
	return {
		numbers: Float64Array.from(vector, (value: unknown) =>
			value === null ? NaN : Number(value) / milliseconds
		)
	};
}
