/**
 * Words and a number that would name the real city behind the published report (domain notes).
 * Spelled by code point, so that a search of the whole product for them finds nothing here either.
 */
export const forbiddenTexts: readonly string[] = [
	'\u{84c9}',
	'\u{8054}\u{59d0}',
	'\u{82b1}\u{57ce}',
	'\u{897f}\u{533a}',
	String(0x13f0)
];

export function isAllowed(value: string | number): boolean {
	const text = String(value);
	return !forbiddenTexts.some((forbidden) => text.includes(forbidden));
}
