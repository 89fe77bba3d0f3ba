import { afterAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from './messages/runtime.js';
import { rejectionSentence } from './rejection.ts';

const rejection = {
	file: 'cases.csv',
	row: 17,
	column: 'opened_on',
	value: '2018-02-31',
	reason: 'date-invalid'
};

afterAll(() => overwriteGetLocale(() => 'zh-CN'));

// Whether every reason has its sentence is asked where both layers may be known: tests/rejections.test.ts.
describe('the sentence of a rejection', () => {
	it.each([
		[
			'zh-CN',
			'cases.csv 第 17 行“opened_on”不是有效日期：2018-02-31。请按规定格式填写实有的日期。'
		],
		[
			'en',
			'cases.csv, line 17: "opened_on" is not a date: 2018-02-31. Write a date that exists, in the stated format.'
		]
	] as const)('says in %s what is wrong, where, and what to do', (locale, sentence) => {
		overwriteGetLocale(() => locale);
		expect(rejectionSentence(rejection)).toBe(sentence);
	});

	it('follows the language from one call to the next', () => {
		const sentences = (['en', 'zh-CN', 'en'] as const).map((locale) => {
			overwriteGetLocale(() => locale);
			return rejectionSentence(rejection);
		});
		expect(sentences[0]).toBe(sentences[2]);
		expect(sentences[0]).not.toBe(sentences[1]);
	});

	it('repeats a value as it stands, whatever it holds', () => {
		const value = '{file} $1 <b>“、💥\u0000';
		expect(rejectionSentence({ ...rejection, value })).toContain(value);
	});

	it.each(['no-such-reason', '', 'date_invalid'])('does not exist for the reason %j', (reason) => {
		expect(() => rejectionSentence({ ...rejection, reason })).toThrow(RangeError);
	});
});
