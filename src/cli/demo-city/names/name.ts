import { pinyinOf, syllablesOf } from './pinyin.ts';

export interface Name {
	zh: string;
	en: string;
	/** Of the name without the word for its kind: `qingshi` for 青石村. */
	pinyin: string;
}

/** A name from its core and the words for what it names. */
export function nameOf(core: string, kind: { zh: string; en: string }): Name {
	const en = kind.en === '' ? pinyinOf(core) : `${pinyinOf(core)} ${kind.en}`;
	return { zh: core + kind.zh, en, pinyin: syllablesOf(core).join('') };
}

export function words(list: string): string[] {
	return list.trim().split(/\s+/);
}
