import { boxOf, type Box } from './box.ts';
import type { Finding, Promises } from './finding.ts';
import { reachableElements } from './layer.ts';
import type { Text } from './texts.ts';
import { shortened, whereIs } from './where.ts';

const READ_ALOUD = [
	'aria-label',
	'aria-roledescription',
	'aria-description',
	'title',
	'alt',
	'placeholder'
];
const HAN = /\p{Script=Han}/u;
/** Three Latin words in a row are a sentence; one or two may be a unit, a code or a name. */
const LATIN_SENTENCE = /\p{Script=Latin}{2,}(?:[\s,]+\p{Script=Latin}{2,}){2,}/u;

/** Texts, names and hints that are in the other language. */
export function foreignTexts(texts: readonly Text[], promises: Promises): Finding[] {
	const read = [
		{ element: document.documentElement, text: document.title, box: boxOf(document.body) },
		...texts.map(({ element, text, seen }) => ({ element, text, box: seen[0] ?? boxOf(element) })),
		...reachableElements().flatMap(readAloud)
	];
	return read
		.filter(({ element, text }) => isForeign(element, text, promises))
		.map(({ element, text, box }) => ({
			kind: 'language',
			where: whereIs(element),
			text: shortened(text),
			box,
			detail: `not in the language of the page (${promises.language})`
		}));
}

function readAloud(element: Element): { element: Element; text: string; box: Box }[] {
	return READ_ALOUD.flatMap((name) => {
		const text = element.getAttribute(name);
		return text === null ? [] : [{ element, text, box: boxOf(element) }];
	});
}

function isForeign(element: Element, text: string, { language, properNames }: Promises): boolean {
	// Marked as what it is: a screen reader changes its voice.
	const marked = element.closest('[lang]')?.getAttribute('lang') ?? language;
	if (marked !== language) return false;
	const rest = properNames.reduce((left, name) => left.replaceAll(name, ''), text);
	return language === 'en' ? HAN.test(rest) : LATIN_SENTENCE.test(rest);
}
