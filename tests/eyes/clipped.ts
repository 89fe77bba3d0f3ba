import { boxOf, rounded, type Box } from './box.ts';
import { clipsOf, isShown, isUnseen, seenThrough, type Clip } from './clips.ts';
import type { Finding } from './finding.ts';
import { widthOfText } from './ink.ts';
import { reachableElements } from './layer.ts';
import type { Text } from './texts.ts';
import { shortened, whereIs } from './where.ts';

const TOLERANCE = 1.5;

/** Texts of which a part can be seen nowhere: cut by an ancestor, shortened by dots, too long for their control. */
export function clippedTexts(texts: readonly Text[]): Finding[] {
	return [
		...texts.flatMap(cutByAncestor),
		...reachableElements().flatMap((element) => [
			...cutByDots(element),
			...cutBySelect(element),
			...cutByField(element)
		])
	];
}

function cutByAncestor({ element, text, lines, clips }: Text): Finding[] {
	for (const line of lines) {
		const lost = lostTo(line, clips);
		if (lost) {
			const detail = `${rounded(lost.pixels)} px are cut off by ${whereIs(lost.clip.element)}`;
			return [
				{ kind: 'clipped', where: whereIs(element), text: shortened(text), box: line, detail }
			];
		}
	}
	return [];
}

/** The first clip that hides ink for good. What a scroller hides can be scrolled to; beyond it only its own box counts. */
function lostTo(line: Box, clips: readonly Clip[]): { clip: Clip; pixels: number } | undefined {
	let { left, top, right, bottom } = line;
	for (const clip of clips) {
		const { box } = clip;
		const x = Math.max(box.left - left, right - box.right);
		const y = Math.max(box.top - top, bottom - box.bottom);
		if (clip.x === 'cut' && x > TOLERANCE && !endsInDots(clip.element)) return { clip, pixels: x };
		if (clip.y === 'cut' && y > TOLERANCE) return { clip, pixels: y };
		if (clip.x === 'scroll') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
		if (clip.y === 'scroll') [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
		if (left >= right || top >= bottom) return undefined;
	}
	return undefined;
}

/** An element that the style sheet lets end in dots, and that does. */
function cutByDots(element: Element): Finding[] {
	if (!endsInDots(element) || element.scrollWidth <= element.clientWidth + 1 || !isShown(element))
		return [];
	return [findingOf(element, element.textContent, element.scrollWidth - element.clientWidth)];
}

function endsInDots(element: Element): boolean {
	const { textOverflow, overflowX } = getComputedStyle(element);
	return textOverflow === 'ellipsis' && overflowX !== 'visible';
}

/** A select that is narrower than it would be around its choice alone. */
function cutBySelect(element: Element): Finding[] {
	if (!(element instanceof HTMLSelectElement) || !isShown(element)) return [];
	const choice = element.selectedOptions[0];
	if (!choice) return [];
	const alone = element.cloneNode() as HTMLSelectElement;
	alone.append(choice.cloneNode(true));
	alone.style.cssText =
		'position: absolute; visibility: hidden; width: max-content; max-width: none; min-width: 0';
	element.after(alone);
	const missing = alone.offsetWidth - element.offsetWidth;
	alone.remove();
	return missing > TOLERANCE ? [findingOf(element, choice.text, missing)] : [];
}

/** A field whose content or hint is longer than it. */
function cutByField(element: Element): Finding[] {
	if (!(element instanceof HTMLInputElement) || !isShown(element) || isUnseen(element)) return [];
	if (element.value !== '') {
		const missing = element.scrollWidth - element.clientWidth;
		return missing > 1 ? [findingOf(element, element.value, missing)] : [];
	}
	const style = getComputedStyle(element);
	const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
	const missing = widthOfText(element.placeholder, style) - room;
	return missing > TOLERANCE ? [findingOf(element, element.placeholder, missing)] : [];
}

function findingOf(element: Element, text: string, missing: number): Finding {
	const box = seenThrough(boxOf(element), clipsOf(element)) ?? boxOf(element);
	const detail = `${rounded(missing)} px of the text have no room`;
	return { kind: 'clipped', where: whereIs(element), text: shortened(text), box, detail };
}
