import { boxOf, type Box } from './box.ts';

/** An ancestor that shows only a part of what is in it, and how on each axis. */
export interface Clip {
	readonly element: Element;
	/** The part inside the borders. */
	readonly box: Box;
	readonly x: 'none' | 'cut' | 'scroll';
	readonly y: 'none' | 'cut' | 'scroll';
}

/** The ancestors that clip an element, innermost first, the element itself included: what it holds is clipped too. */
export function clipsOf(element: Element): Clip[] {
	const clips: Clip[] = [];
	let out: 'static' | 'absolute' = 'static';
	for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
		const style = getComputedStyle(at);
		const holdsAbsolute = style.position !== 'static' || style.transform !== 'none';
		// An ancestor that is not positioned does not clip what is taken out of the flow.
		if (out === 'static' || holdsAbsolute) {
			const [x, y] = [kindOf(style.overflowX), kindOf(style.overflowY)];
			const isInline = style.display === 'inline' || style.display === 'contents';
			if ((x !== 'none' || y !== 'none') && !isInline) {
				clips.push({ element: at, box: insideBorders(at, style), x, y });
			}
			out = 'static';
		}
		if (style.position === 'fixed' || at.matches('dialog:modal')) break;
		if (style.position === 'absolute') out = 'absolute';
	}
	return clips;
}

function kindOf(overflow: string): Clip['x'] {
	if (overflow === 'hidden' || overflow === 'clip') return 'cut';
	return overflow === 'auto' || overflow === 'scroll' ? 'scroll' : 'none';
}

function insideBorders(element: Element, style: CSSStyleDeclaration): Box {
	const { left, top, right, bottom } = boxOf(element);
	return {
		left: left + parseFloat(style.borderLeftWidth),
		top: top + parseFloat(style.borderTopWidth),
		right: right - parseFloat(style.borderRightWidth),
		bottom: bottom - parseFloat(style.borderBottomWidth)
	};
}

/** The part of a box that clips leave to be seen; undefined for nothing. */
export function seenThrough(box: Box, clips: readonly Clip[]): Box | undefined {
	let { left, top, right, bottom } = box;
	for (const clip of clips) {
		if (clip.x !== 'none') {
			left = Math.max(left, clip.box.left);
			right = Math.min(right, clip.box.right);
		}
		if (clip.y !== 'none') {
			top = Math.max(top, clip.box.top);
			bottom = Math.min(bottom, clip.box.bottom);
		}
	}
	// Nobody can scroll to what lies left of a page or above it.
	left = Math.max(left, -scrollX);
	top = Math.max(top, -scrollY);
	return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : undefined;
}

/** Whether an element is there for those who hear the page only: it takes next to no room, or is cut away whole. */
export function isUnseen(element: Element): boolean {
	for (let at: Element | null = element; at; at = at.parentElement) {
		if (getComputedStyle(at).clipPath === 'inset(50%)') return true;
	}
	return false;
}

/** Whether an element is shown at all: displayed, visible, not see-through. */
export function isShown(element: Element): boolean {
	return element.checkVisibility({
		opacityProperty: true,
		visibilityProperty: true,
		contentVisibilityAuto: true
	});
}
