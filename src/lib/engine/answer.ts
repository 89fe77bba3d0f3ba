import { AppError } from '#lib/domain/errors.ts';
import type { Answer, Numbers, Texts } from './database.ts';

export type AnswerColumn = { numbers: Numbers } | { texts: Texts };

/** The one Answer that both engines give back. */
export function answerOf(rows: number, columns: ReadonlyMap<string, AnswerColumn>): Answer {
	const column = (name: string): AnswerColumn => {
		const found = columns.get(name);
		if (!found) throw new AppError('answer-column', `The answer has no column "${name}".`);
		return found;
	};
	return {
		rows,
		numbers: (name) => {
			const found = column(name);
			if ('numbers' in found) return found.numbers;
			throw new AppError('answer-column', `Column "${name}" holds texts, not numbers.`);
		},
		texts: (name) => {
			const found = column(name);
			if ('texts' in found) return found.texts;
			throw new AppError('answer-column', `Column "${name}" holds numbers, not texts.`);
		}
	};
}
