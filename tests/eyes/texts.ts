import { boxOf, type Box } from './box.ts';
import { clipsOf, isShown, isUnseen, seenThrough, type Clip } from './clips.ts';
import { inkOf, isUpright, scaleOf } from './ink.ts';
import { reachable } from './layer.ts';

/** A text node that a reader can see, or could if nothing cut it. */
export interface Text {
	readonly element: Element;
	readonly text: string;
	readonly style: CSSStyleDeclaration;
	readonly clips: readonly Clip[];
	/** In pixels of the screen. */
	readonly size: number;
	/** The ink of each line, as if nothing cut it. */
	readonly lines: readonly Box[];
	/** What of it is left to be seen, for each line that is. */
	readonly seen: readonly Box[];
}

const NOT_TEXT = 'script, style, noscript, template, option, title, desc';

/** Every text that is seen; those for screen readers only, and those that are not shown, are left out. */
export function textsSeen(): Text[] {
	const texts: Text[] = [];
	const walker = document.createTreeWalker(reachable(), NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const element = node.parentElement;
		const text = node.textContent?.trim() ?? '';
		if (!element || text === '' || element.closest(NOT_TEXT) !== null) continue;
		if (!isShown(element) || isUnseen(element)) continue;
		const found = read(node, element, text);
		if (found.lines.length > 0) texts.push(found);
	}
	return texts;
}

function read(node: Node, element: Element, text: string): Text {
	const style = getComputedStyle(element);
	const scale = scaleOf(element);
	const range = document.createRange();
	range.selectNodeContents(node);
	const lines = [...range.getClientRects()]
		.filter(({ width, height }) => width > 0 && height > 0)
		.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
		.map((line) => (isUpright(element) ? inkOf(line, text, style, scale) : line));
	const clips = clipsOf(element);
	const seen = lines.flatMap((line) => seenThrough(line, clips) ?? []);
	return { element, text, style, clips, lines, seen, size: parseFloat(style.fontSize) * scale };
}

/** Texts that controls hold and no text node does: what is typed, hinted at or chosen. */
export function textsOfControls(): {
	element: Element;
	text: string;
	style: CSSStyleDeclaration;
	box: Box;
}[] {
	const controls = [...reachable().querySelectorAll('input, select, textarea')].filter(
		(element) => isShown(element) && !isUnseen(element)
	);
	return controls.flatMap((element) => {
		const style = getComputedStyle(element);
		const box = seenThrough(boxOf(element), clipsOf(element));
		if (!box) return [];
		if (element instanceof HTMLSelectElement) {
			return [{ element, text: element.selectedOptions[0]?.text ?? '', style, box }];
		}
		const field = element as HTMLInputElement | HTMLTextAreaElement;
		if (['checkbox', 'radio', 'range', 'color', 'file'].includes(field.type)) return [];
		if (field.value !== '') return [{ element, text: field.value, style, box }];
		if (field.placeholder === '') return [];
		const hint = getComputedStyle(element, '::placeholder');
		return [{ element, text: field.placeholder, style: hint, box }];
	});
}
