import { pinyin } from 'pinyin-pro';

/**
 * Pinyin of each name without tones, a blank between syllables: "民华社区" gives "min hua she qu", and ü is written v, as
 * it is typed. What is no Chinese character stands as it is, in lower case; a name without any gives an empty text,
 * since nobody types it another way. Readings are those of pinyin-pro, which knows words and so most characters of
 * two readings.
 */
export function placePinyin(names: readonly string[]): string[] {
	return names.map((name) =>
		/\p{Script=Han}/u.test(name)
			? pinyin(name, { toneType: 'none', nonZh: 'consecutive', v: true })
					.toLowerCase()
					.replace(/\s+/g, ' ')
					.trim()
			: ''
	);
}
