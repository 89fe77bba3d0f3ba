import { around, rounded } from './box.ts';
import type { Finding } from './finding.ts';
import { textsOfControls, type Text } from './texts.ts';
import { shortened, whereIs } from './where.ts';

/** Texts that are smaller on the screen than the page promises, after every scaling. */
export function smallTexts(texts: readonly Text[], smallest: number): Finding[] {
	const all = [
		...texts
			.filter(({ seen }) => seen.length > 0)
			.map(({ element, text, size, seen }) => ({ element, text, size, box: around(seen) })),
		...textsOfControls().map(({ element, text, style, box }) => ({
			element,
			text,
			size: parseFloat(style.fontSize),
			box
		}))
	];
	return all
		.filter(({ size }) => size < smallest - 0.05)
		.map(({ element, text, size, box }) => ({
			kind: 'type size',
			where: whereIs(element),
			text: shortened(text),
			box,
			detail: `${rounded(size)} px, at least ${smallest} px`
		}));
}
