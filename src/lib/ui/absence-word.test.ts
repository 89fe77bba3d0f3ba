import { afterEach, expect, it } from 'vitest';
import { ABSENCES } from '#lib/domain/absence.ts';
import { overwriteGetLocale } from '#lib/i18n/messages/runtime.js';
import { absenceWord } from './absence-word.ts';

afterEach(() => {
	overwriteGetLocale(() => 'zh-CN');
});

it.each([
	['zh-CN', ['案件数过少，不作评价', '为保护当事人不予公布', '零报告', '未报送', '不适用']],
	[
		'en',
		[
			'Too few cases to judge',
			'Withheld to protect the parties',
			'Nil return',
			'Not filed',
			'Not applicable'
		]
	]
] as const)('each kind of nothing has its word of the trade (%s)', (locale, words) => {
	overwriteGetLocale(() => locale);
	expect(ABSENCES.map(absenceWord)).toEqual(words);
});
