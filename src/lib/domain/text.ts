import * as v from 'valibot';

export type Locale = 'zh-CN' | 'en';

/** A name or sentence that comes from data and not from the code: always in both languages. */
export interface Text {
	readonly zh: string;
	readonly en: string;
}

export const TextSchema = v.strictObject({
	zh: v.pipe(v.string(), v.minLength(1, 'field-empty')),
	en: v.pipe(v.string(), v.minLength(1, 'field-empty'))
});

export function inLocale(text: Text, locale: Locale): string {
	return locale === 'en' ? text.en : text.zh;
}
