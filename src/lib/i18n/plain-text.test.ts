import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
	['纠纷 <b>=1+1</b>', '纠纷 <b>=1+1</b>'],
	['a\tb\r\nc', 'a␉b␍␊c'],
	['\u001b]0;title\u0007', '␛]0;title␇'],
	['\u007f\u009b31m', '<U+007F><U+009B>31m'],
	['abc\u202Efdp.exe', 'abc<U+202E>fdp.exe'],
	['\u2028\u200b\ufeff\u00ad', '<U+2028><U+200B><U+FEFF><U+00AD>'],
	['\ud800', '<U+D800>'],
	['', '']
])('%j is shown as %j', (text, shown) => {
	expect(plainText(text)).toBe(shown);
});

it('never acts, never breaks a character, and is never long', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
			const shown = plainText(text);
			expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
			expect([...shown].length).toBeLessThanOrEqual(80 * 10 + 1);
		}),
		{ seed: 42, numRuns: 1_000 }
	);
});

it('is cut after eighty characters, and says so', () => {
	expect(plainText('💥'.repeat(80))).toBe('💥'.repeat(80));
	expect(plainText('💥'.repeat(81))).toBe(`${'💥'.repeat(80)}…`);
	expect(plainText('a'.repeat(1e7))).toBe(`${'a'.repeat(80)}…`);
});
