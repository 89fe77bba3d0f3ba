import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { inLocale, TextSchema } from './text.ts';

describe('a text from data', () => {
	it.each([
		['zh-CN', '纠纷'],
		['en', 'dispute']
	] as const)('is read in %s', (locale, expected) => {
		expect(inLocale({ zh: '纠纷', en: 'dispute' }, locale)).toBe(expected);
	});

	it.each([
		{ zh: '纠纷', en: 'dispute' },
		{ zh: '市', en: '1' }
	])('has both languages: $zh, $en', (text) => {
		expect(v.parse(TextSchema, text)).toEqual(text);
	});

	it.each([
		['without English', { zh: '纠纷' }],
		['without Chinese', { en: 'dispute' }],
		['with empty English', { zh: '纠纷', en: '' }],
		['with empty Chinese', { zh: '', en: 'dispute' }],
		['with a number', { zh: '纠纷', en: 1 }],
		['in one language only', '纠纷'],
		['of null', null]
	])('is refused %s', (_, text) => {
		expect(v.is(TextSchema, text)).toBe(false);
	});
});
