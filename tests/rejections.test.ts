/**
 * Every reason for which a row can be refused has a sentence in both languages. The reasons are words of lib/domain,
 * the sentences messages of lib/i18n, which may import nothing else: so the two meet here.
 */
import { REJECTION_REASONS, type RejectionReason } from '#lib/domain/errors.ts';
import { overwriteGetLocale } from '#lib/i18n/messages/runtime.js';
import { rejectionSentence } from '#lib/i18n/rejection.ts';
import { afterAll, describe, expect, it } from 'vitest';

const rejected = { file: 'F-file.csv', row: 4711, column: 'C-column', value: 'V-value' };
type Part = keyof typeof rejected;

/** What a person must be told to find the fault and mend it. A new reason does not compile without its line here. */
const needed: Record<RejectionReason, readonly Part[]> = {
	'file-missing': ['file', 'value'],
	'file-truncated': ['file'],
	'file-not-json': ['file', 'value'],
	'file-not-utf8': ['file'],
	'manifest-field': ['file', 'column', 'value'],
	'column-missing': ['file', 'row', 'column'],
	'cells-missing': ['file', 'row', 'value'],
	'value-missing': ['file', 'row', 'column'],
	'number-invalid': ['file', 'row', 'column', 'value'],
	'date-invalid': ['file', 'row', 'column', 'value'],
	'code-unknown': ['file', 'row', 'column', 'value'],
	'area-unknown': ['file', 'row', 'column', 'value'],
	'area-duplicate': ['file', 'row', 'value'],
	'parent-unknown': ['file', 'row', 'column', 'value'],
	'level-unknown': ['file', 'row', 'column', 'value'],
	'boundary-missing': ['file', 'row', 'value'],
	'boundary-without-code': ['file', 'row', 'column'],
	'id-duplicate': ['file', 'row', 'column', 'value']
};

const chinese = /\p{Script=Han}/u;

afterAll(() => overwriteGetLocale(() => 'zh-CN'));

it('no reason is left out of this test', () => {
	expect(Object.keys(needed).sort()).toEqual([...REJECTION_REASONS].sort());
});

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
	const sentenceOf = (reason: RejectionReason): string => {
		overwriteGetLocale(() => locale);
		return rejectionSentence({ ...rejected, reason });
	};

	it.each(REJECTION_REASONS)(
		'%s is a sentence that names what must be known to mend it',
		(reason) => {
			const sentence = sentenceOf(reason);
			for (const part of needed[reason]) expect(sentence).toContain(String(rejected[part]));
			expect(sentence.endsWith(locale === 'en' ? '.' : '。')).toBe(true);
			expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
			expect(chinese.test(sentence)).toBe(locale === 'zh-CN');
		}
	);

	it('each reason has a sentence of its own', () => {
		expect(new Set(REJECTION_REASONS.map(sentenceOf)).size).toBe(REJECTION_REASONS.length);
	});
});
