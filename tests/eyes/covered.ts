import { type Box, widthOf } from './box.ts';
import { backgroundOf, isOpaquePicture } from './background.ts';
import type { Finding } from './finding.ts';
import { inWindow } from './in-window.ts';
import { layerOf } from './layer.ts';
import type { Text } from './texts.ts';
import { shortened, whereIs } from './where.ts';

/** Texts of the page that something else lies over, and that is no popup. */
export function coveredTexts(texts: readonly Text[]): Finding[] {
	return texts.flatMap((text) => {
		const cover = text.seen.flatMap(
			(box) => inWindow(box, (shown) => coverOf(text.element, shown)) ?? []
		)[0];
		if (!cover) return [];
		return {
			kind: 'covered' as const,
			where: whereIs(text.element),
			text: shortened(text.text),
			box: cover.box,
			detail: `${whereIs(cover.element)} lies over it`
		};
	});
}

function coverOf(element: Element, box: Box): { element: Element; box: Box } | undefined {
	const y = (box.top + box.bottom) / 2;
	for (const part of [0.05, 0.5, 0.95]) {
		const above = document.elementsFromPoint(box.left + part * widthOf(box), y);
		const at = above.findIndex((one) => one === element || element.contains(one));
		// Out of the window, or nothing of it is there to be hit.
		if (at <= 0) continue;
		const cover = above.slice(0, at).find((one) => hides(one, element));
		if (cover) return { element: cover, box };
	}
	return undefined;
}

function hides(cover: Element, element: Element): boolean {
	if (cover.contains(element)) return false;
	const layer = layerOf(cover);
	if (layer && layer !== layerOf(element)) return false;
	return isOpaquePicture(cover) || (backgroundOf(cover)?.alpha ?? 0) > 0.3;
}
