import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from './city.ts';

/** The sentences around the numbers, as the translators keep them: the numbers are what is proved here. */
const read = (file: string): Record<string, string> =>
	JSON.parse(readFileSync(resolve('messages', file), 'utf8')) as Record<string, string>;

const MESSAGES: Readonly<Record<Language, Record<string, string>>> = {
	zh: read('zh-CN.json'),
	en: read('en.json')
};

export function wording(
	language: Language,
	name: string,
	inputs: Readonly<Record<string, string>> = {}
): string {
	const sentence = MESSAGES[language][name];
	if (sentence === undefined) throw new RangeError(`There is no sentence "${name}".`);
	return Object.entries(inputs).reduce(
		(all, [input, value]) => all.replace(`{${input}}`, () => value),
		sentence
	);
}
