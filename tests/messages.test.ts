/** The two languages say the same things: same keys, same places to fill in, nothing empty. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Messages = Record<string, string>;

function messagesOf(locale: string): Messages {
	const path = resolve(import.meta.dirname, '..', 'messages', `${locale}.json`);
	const { $schema, ...messages } = JSON.parse(readFileSync(path, 'utf8')) as Messages;
	if (!$schema) throw new Error(`${path} names no schema.`);
	return messages;
}

const chinese = messagesOf('zh-CN');
const english = messagesOf('en');
const keys = [...new Set([...Object.keys(chinese), ...Object.keys(english)])];
const both = [
	['zh-CN', chinese],
	['en', english]
] as const;

/** The names of what is filled in. */
const placesIn = (text = ''): string[] =>
	[...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
const sorted = (names: readonly string[]): string => [...new Set(names)].sort().join();

it('there are messages', () => {
	expect(keys.length).toBeGreaterThan(100);
});

it('both languages have the same keys, in the same order', () => {
	expect(Object.keys(chinese)).toEqual(Object.keys(english));
});

it('no key stands twice in a file, where the second would hide the first', () => {
	for (const [locale, messages] of both) {
		const path = resolve(import.meta.dirname, '..', 'messages', `${locale}.json`);
		const written = [...readFileSync(path, 'utf8').matchAll(/^\s*"([^"]+)":/gm)].map(
			([, key]) => key
		);
		expect(written).toEqual(['$schema', ...Object.keys(messages)]);
	}
});

it('every message is said somewhere', () => {
	const sources = ['src', 'tools', 'tests/floor.test.ts'].flatMap((place) =>
		place.endsWith('.ts')
			? [place]
			: readdirSync(place, { recursive: true, encoding: 'utf8' })
					.filter(
						(name) => /\.(ts|js|svelte)$/.test(name) && !name.startsWith('lib/i18n/messages/')
					)
					.map((name) => `${place}/${name}`)
	);
	const said = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
	const silent = keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(said));
	expect(silent).toEqual([]);
});

it('each message has the same places to fill in, in both languages', () => {
	const different = keys.filter(
		(key) => sorted(placesIn(chinese[key])) !== sorted(placesIn(english[key]))
	);
	expect(different).toEqual([]);
});

describe.each(both)('in %s', (_, messages) => {
	const keysWhere = (isWrong: (text: string) => boolean): string[] =>
		keys.filter((key) => isWrong(messages[key] ?? ''));

	it('no text is empty or has blanks around it', () => {
		expect(keysWhere((text) => text === '' || text !== text.trim())).toEqual([]);
	});

	it('every brace belongs to a place to fill in', () => {
		const isPlace = /\{[a-z][A-Za-z]*\}/g;
		expect(keysWhere((text) => /[{}]/.test(text.replace(isPlace, '')))).toEqual([]);
	});
});

it('the Chinese texts have Chinese punctuation between Chinese characters', () => {
	const wrong = keys.filter((key) => {
		// A place to fill in may well become Chinese: it counts as a character.
		const filled = (chinese[key] ?? '').replace(/\{[^{}]*\}/g, '字');
		return /\p{Script=Han}\s*[,;:?!]\s*\p{Script=Han}/u.test(filled);
	});
	expect(wrong).toEqual([]);
});

it('the English texts hold no Chinese but the name of the other language', () => {
	const mixed = Object.keys(english).filter((key) => /\p{Script=Han}/u.test(english[key] ?? ''));
	expect(mixed).toEqual(['language_other']);
});

it('the Chinese texts hold Chinese or nothing but signs and places to fill in', () => {
	const foreign = Object.entries(chinese)
		.filter(([, text]) => !/\p{Script=Han}/u.test(text))
		.filter(([, text]) => /[A-Za-z]/.test(text.replace(/\{[^{}]*\}/g, '')))
		.map(([key]) => key);
	expect(foreign).toEqual(['language_other']);
});
