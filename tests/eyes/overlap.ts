import { common, heightOf, rounded, widthOf, type Box } from './box.ts';
import { clipsOf } from './clips.ts';
import type { Finding } from './finding.ts';
import { layerOf } from './layer.ts';
import type { Text } from './texts.ts';
import { shortened, whereIs } from './where.ts';

/** Pixels by which two inks may meet: edges are smoothed. */
const TOLERANCE = 1.5;

interface Line {
	readonly text: Text;
	readonly box: Box;
	readonly layer: Element | undefined;
}

/** Texts of different elements that are written over one another. */
export function overlappingTexts(texts: readonly Text[]): Finding[] {
	const lines = texts
		.flatMap((text): Line[] => {
			const layer = layerOf(text.element);
			return text.seen.map((box) => ({ text, box, layer }));
		})
		.sort((a, b) => a.box.top - b.box.top);
	const findings: Finding[] = [];
	for (const [i, one] of lines.entries()) {
		for (let at = i + 1; at < lines.length; at++) {
			const other = lines[at];
			if (!other || other.box.top >= one.box.bottom) break;
			const shared = meet(one, other);
			if (shared) findings.push(finding(one, other, shared));
		}
	}
	return findings;
}

function meet(one: Line, other: Line): Box | undefined {
	const [a, b] = [one.text.element, other.text.element];
	if (one.layer !== other.layer || a.contains(b) || b.contains(a)) return undefined;
	const shared = common(one.box, other.box);
	if (!shared || widthOf(shared) <= TOLERANCE || heightOf(shared) <= TOLERANCE) return undefined;
	return shared;
}

function finding(one: Line, other: Line, shared: Box): Finding {
	return {
		kind: 'overlap',
		where: whereIs(one.text.element),
		text: shortened(one.text.text),
		box: shared,
		detail: `${rounded(widthOf(shared))} × ${rounded(heightOf(shared))} px shared with “${shortened(other.text.text)}” (${whereIs(other.text.element)})`
	};
}

/** What makes a page wider than its window, so that it scrolls sideways. */
export function sideways(elements: readonly Element[]): Finding[] {
	const { scrollWidth, clientWidth } = document.documentElement;
	if (scrollWidth <= clientWidth) return [];
	const beyond = elements.filter(
		(element) =>
			element.getBoundingClientRect().right + scrollX > clientWidth + 0.5 && !isHeld(element)
	);
	// Only where it begins: what lies in it is beyond too.
	const first = beyond.filter((element) => !beyond.includes(element.parentElement ?? element));
	return first.map((element) => ({
		kind: 'sideways',
		where: whereIs(element),
		text: shortened(element.textContent),
		box: element.getBoundingClientRect(),
		detail: `the page is ${scrollWidth} px wide in a window of ${clientWidth} px`
	}));
}

/** Whether something around it keeps it from making the page wider. */
function isHeld(element: Element): boolean {
	const parent = element.parentElement;
	return parent !== null && clipsOf(parent).some(({ x }) => x !== 'none');
}
