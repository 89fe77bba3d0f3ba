import type { Box } from './box.ts';
import { over, parseColour, type Colour } from './colour.ts';
import { inWindow } from './in-window.ts';

const CLEAR: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };
const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
const PICTURES = 'canvas, img, video, iframe, object, embed, image';
const SHAPES = 'rect, circle, ellipse, path, polygon, line, polyline';

/** The colour behind a text, or why it cannot be told. */
export type Ground = { readonly colour: Colour } | { readonly unknown: string };

/** Whether an element paints something whose colours only its pixels know. */
export const isOpaquePicture = (element: Element): boolean => element.matches(PICTURES);

/** What an element itself paints behind its content; undefined where that is no single colour. */
export function backgroundOf(element: Element): Colour | undefined {
	const style = getComputedStyle(element);
	if (element.matches(SHAPES)) {
		if (style.fill === 'none') return CLEAR;
		const fill = parseColour(style.fill);
		const strength = Number(style.fillOpacity) * Number(style.opacity);
		return fill && { ...fill, alpha: fill.alpha * strength };
	}
	if (element instanceof SVGElement) return CLEAR;
	if (style.backgroundImage !== 'none') return undefined;
	return parseColour(style.backgroundColor);
}

/**
 * The colour behind a text at a place in the window: backgrounds from the element outwards, until one is opaque. Where
 * something taken out of the flow is see-through, or in a drawing, what lies below is asked of the window itself.
 */
export function groundOf(element: Element, box: Box): Ground {
	let colour = CLEAR;
	const isDrawing = element instanceof SVGElement;
	for (let at: Element | null = isDrawing ? null : element; at; at = at.parentElement) {
		const style = getComputedStyle(at);
		const own = backgroundOf(at);
		if (!own) return { unknown: 'there is a picture or a gradient behind it' };
		if (style.mixBlendMode !== 'normal' || style.filter !== 'none') {
			return { unknown: 'it is filtered or blended' };
		}
		colour = over(colour, own);
		if (colour.alpha > 0.995) return { colour };
		if (style.position === 'absolute' || style.position === 'fixed') break;
		if (at === document.documentElement) return { colour: over(colour, WHITE) };
	}
	return inWindow(box, (shown) => groundBelow(element, shown));
}

function groundBelow(element: Element, box: Box): Ground {
	const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
	const stack = document.elementsFromPoint(x, y);
	const at = stack.indexOf(element);
	if (at < 0) return { unknown: 'the window does not show what lies below it' };
	let colour = CLEAR;
	for (const below of stack.slice(at)) {
		if (isOpaquePicture(below)) return { unknown: `${below.tagName.toLowerCase()} below it` };
		const own = backgroundOf(below);
		if (!own) return { unknown: 'there is a picture or a gradient behind it' };
		colour = over(colour, own);
		if (colour.alpha > 0.995) return { colour };
	}
	return { colour: over(colour, WHITE) };
}
