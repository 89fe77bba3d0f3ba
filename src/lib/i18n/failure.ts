import { m } from './messages/messages.js';
import { plainText } from './plain-text.ts';

const FILES: Readonly<Record<string, (parts: { file: string }) => string>> = {
	'data-missing': m.failure_data_missing,
	'data-unreachable': m.failure_data_unreachable,
	'data-damaged': m.failure_data_damaged,
	'data-format': m.failure_data_format
};

const ENGINE = ['engine-start', 'load-failed', 'query-failed', 'answer-column'];

/**
 * What to tell a reader of an error that was thrown: the file, where it speaks of one, and what to do, in the reader's
 * language. An error that nobody foresaw is named by its code, or its kind, for whoever has to mend it.
 */
export function failureSentence(error: unknown): string {
	const code = partOf(error, 'code') || partOf(error, 'name') || typeof error;
	const file = partOf(error, 'file');
	const sentence = Object.hasOwn(FILES, code) ? FILES[code] : undefined;
	if (sentence && file !== '') return sentence({ file: plainText(file) });
	const named = { code: plainText(code) };
	return ENGINE.includes(code) ? m.failure_engine(named) : m.failure_unexpected(named);
}

function partOf(error: unknown, name: string): string {
	const value: unknown =
		typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
	return typeof value === 'string' ? value : '';
}
