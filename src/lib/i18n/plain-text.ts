/** As much of a text from elsewhere as is shown: enough to find it in its file. */
const LONGEST = 80;

/**
 * A text from a file or a command line, made fit to stand inside a sentence: cut to a length, and each character that
 * would act on a screen instead of being seen on it is written out. Control characters can clear a terminal or forge a
 * line of it, marks of direction turn what follows around. Markup and formulas are only text, both here and on a page.
 */
export function plainText(text: string): string {
	const characters = [...text.slice(0, LONGEST * 2)];
	const isCut = characters.length > LONGEST || text.length > LONGEST * 2;
	const shown = characters.slice(0, LONGEST).join('').replace(ACTING, written);
	return isCut ? `${shown}…` : shown;
}

const ACTING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The pictures that Unicode has for the first 32, the number for any other. */
function written(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
