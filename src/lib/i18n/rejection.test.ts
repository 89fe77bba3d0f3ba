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
			'cases.csv 第 17 行“opened_on”的日期在日历上不存在：2018-02-31。请对照原始材料改正。'
		],
		[
			'en',
			'cases.csv, line 17: "opened_on" is a date that the calendar does not have: 2018-02-31. Correct it from the original record.'
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

	it.each(['{file} $1', '<script>alert(1)</script>', '=cmd|calc', '“、💥', '%s {row}'])(
		'repeats a value as it stands: %s',
		(value) => {
			expect(rejectionSentence({ ...rejection, value })).toContain(value);
		}
	);

	it.each(['file', 'column', 'value', 'expected'] as const)(
		'lets nothing act on a terminal, in whichever part it comes: %s',
		(part) => {
			const hostile = '\u001b[2J\u202Eevil\u2069\r\n\u0085\u0000';
			const sentence = rejectionSentence({ ...rejection, reason: 'id-duplicate', [part]: hostile });
			expect(sentence).toContain('␛[2J<U+202E>evil<U+2069>␍␊<U+0085>␀');
			expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}]/u);
		}
	);

	it('is of a length that can be read, whatever the length of the value', () => {
		const sentence = rejectionSentence({ ...rejection, value: '长'.repeat(1e6) });
		expect(sentence.length).toBeLessThan(200);
		expect(sentence).toContain(`${'长'.repeat(80)}…`);
	});

	it('names what may be chosen where that is known', () => {
		const unknown = { ...rejection, reason: 'code-unknown', value: 'x' };
		overwriteGetLocale(() => 'zh-CN');
		expect(rejectionSentence({ ...unknown, expected: 'a, b' })).toMatch(
			/代码表。可用的有：a, b。$/
		);
		expect(rejectionSentence(unknown)).not.toContain('可用的有');
		overwriteGetLocale(() => 'en');
		expect(rejectionSentence({ ...unknown, expected: 'a, b' })).toMatch(
			/list\. There are: a, b\.$/
		);
	});

	it.each(['no-such-reason', '', 'date_invalid'])('does not exist for the reason %j', (reason) => {
		expect(() => rejectionSentence({ ...rejection, reason })).toThrow(RangeError);
	});
});
