import { afterAll, describe, expect, it } from 'vitest';
import { failureSentence } from './failure.ts';
import { overwriteGetLocale } from './messages/runtime.js';

afterAll(() => overwriteGetLocale(() => 'zh-CN'));

const thrown = (code: string, file?: string): unknown =>
	Object.assign(new Error('An English sentence for whoever mends it.'), { code, file });

describe.each(['zh-CN', 'en'] as const)('the sentence of a failure in %s', (locale) => {
	const sentenceOf = (error: unknown): string => {
		overwriteGetLocale(() => locale);
		return failureSentence(error);
	};
	const files = ['data-missing', 'data-unreachable', 'data-damaged', 'data-format'];

	it.each(files)('names the file, and what to do: %s', (code) => {
		const sentence = sentenceOf(thrown(code, 'city/index.json'));
		expect(sentence).toContain('city/index.json');
		expect(sentence).toContain(locale === 'en' ? 'try again' : '重试');
		expect(/\p{Script=Han}/u.test(sentence)).toBe(locale === 'zh-CN');
		expect(sentence).not.toContain('whoever mends it');
	});

	it('is another for each of them', () => {
		const sentences = files.map((code) => sentenceOf(thrown(code, 'f')));
		expect(new Set(sentences).size).toBe(files.length);
	});

	it.each<[string, unknown, string]>([
		['the engine', thrown('load-failed'), 'load-failed'],
		['a code that nobody foresaw', thrown('no-such-code', 'f'), 'no-such-code'],
		['an error without a code', new TypeError('x is undefined'), 'TypeError'],
		['damage without a file', thrown('data-damaged'), 'data-damaged'],
		['a name of every object', thrown('constructor', 'f'), 'constructor'],
		['no error at all', 'text', 'string'],
		['nothing', undefined, 'undefined']
	])('has the code: %s', (_, error, code) => {
		const sentence = sentenceOf(error);
		expect(sentence).toContain(code);
		expect(/\p{Script=Han}/u.test(sentence)).toBe(locale === 'zh-CN');
	});
});
