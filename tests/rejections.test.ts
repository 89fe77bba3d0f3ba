/**
 * Every reason for which a row can be refused has a sentence in both languages. The reasons are words of lib/domain,
 * the sentences messages of lib/i18n, which may import nothing else: so the two meet here.
 */
import { REJECTION_REASONS, type RejectionReason } from '#lib/domain/errors.ts';
import { overwriteGetLocale } from '#lib/i18n/messages/runtime.js';
import { rejectionSentence } from '#lib/i18n/rejection.ts';
import { afterAll, describe, expect, it } from 'vitest';

const rejected = {
	file: 'F-file.csv',
	row: 4711,
	column: 'C-column',
	value: 'V-value',
	expected: 'E-expected'
};
type Part = keyof typeof rejected;

const whole = ['file'] as const;
const valueOf = ['file', 'value'] as const;
const cellOf = ['file', 'row', 'column', 'value'] as const;
const fieldOf = cellOf;
const choiceOf = [...cellOf, 'expected'] as const;
const shapeOf = ['file', 'row', 'value', 'expected'] as const;

/** What a person must be told to find the fault and mend it. A new reason does not compile without its line here. */
const needed: Record<RejectionReason, readonly Part[]> = {
	'file-missing': valueOf,
	'file-empty': whole,
	'file-truncated': whole,
	'file-workbook': valueOf,
	'file-not-utf8': ['file', 'row', 'value'],
	'file-not-text': ['file', 'row'],
	'file-not-json': ['file', 'row', 'value'],
	'json-cut-off': ['file', 'row'],
	'field-missing': ['file', 'row', 'column', 'expected'],
	'field-unknown': ['file', 'row', 'column'],
	'field-duplicate': fieldOf,
	'field-type': choiceOf,
	'field-shape': choiceOf,
	'field-choice': choiceOf,
	'field-empty': fieldOf,
	'field-too-many': fieldOf,
	'field-id': fieldOf,
	'field-date': fieldOf,
	'field-month': fieldOf,
	'field-period': fieldOf,
	'field-number': choiceOf,
	'field-pattern': fieldOf,
	'field-zone': fieldOf,
	'field-name-unknown': choiceOf,
	'field-refused': fieldOf,
	'denominator-missing': ['file', 'row', 'column'],
	'seed-not-synthetic': fieldOf,
	'figure-differs': choiceOf,
	'column-missing': ['file', 'row', 'column'],
	'column-duplicate': cellOf,
	'cells-missing': ['file', 'row', 'value', 'expected'],
	'quote-broken': ['file', 'row', 'column'],
	'cell-too-long': choiceOf,
	'value-missing': ['file', 'row', 'column'],
	'number-invalid': cellOf,
	'date-format': choiceOf,
	'date-invalid': cellOf,
	'date-year': cellOf,
	'code-unknown': choiceOf,
	'choice-unknown': choiceOf,
	'period-invalid': choiceOf,
	'number-outside': choiceOf,
	'dates-reversed': choiceOf,
	'reference-unknown': choiceOf,
	'area-level': choiceOf,
	'id-duplicate': choiceOf,
	'source-duplicate': choiceOf,
	'point-swapped': cellOf,
	'point-not-degrees': cellOf,
	'cases-none': ['file', 'value', 'expected'],
	'area-unknown': cellOf,
	'area-duplicate': choiceOf,
	'root-second': choiceOf,
	'parent-unknown': cellOf,
	'parent-level': cellOf,
	'parent-ring': cellOf,
	'level-unknown': choiceOf,
	'boundary-missing': choiceOf,
	'boundary-unmatched': choiceOf,
	'object-missing': ['file', 'column', 'value', 'expected'],
	'boundaries-unreadable': valueOf,
	'boundary-without-code': ['file', 'row', 'column', 'expected'],
	'boundary-duplicate': choiceOf,
	'boundary-not-area': shapeOf,
	'boundary-empty': shapeOf,
	'boundary-number': shapeOf,
	'boundary-unclosed': shapeOf,
	'boundary-swapped': shapeOf,
	'boundary-not-degrees': shapeOf,
	'boundary-outside': shapeOf,
	'context-shape': choiceOf,
	'context-place': cellOf
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
			// It says what to do: Chinese officialese asks, English orders in a sentence of its own.
			if (locale === 'zh-CN') expect(sentence).toMatch(/请|应/);
			else expect(sentence.match(/\. [A-Z]|, and /g)).not.toBeNull();
			expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
			expect(chinese.test(sentence)).toBe(locale === 'zh-CN');
		}
	);

	it('each reason has a sentence of its own', () => {
		expect(new Set(REJECTION_REASONS.map(sentenceOf)).size).toBe(REJECTION_REASONS.length);
	});
});
