import type { Box } from './box.ts';

/**
 * The box around the ink of a line. The box that the browser gives is as high as its font may ever need, and those of
 * two lines that are set close overlap where no ink does.
 */
export function inkOf(line: Box, text: string, style: CSSStyleDeclaration, scale: number): Box {
	const pen = penFor(style);
	if (!pen) return line;
	const { actualBoundingBoxAscent, actualBoundingBoxDescent, fontBoundingBoxAscent } =
		pen.measureText(text);
	const baseline = line.top + fontBoundingBoxAscent * scale;
	return {
		...line,
		top: Math.max(line.top, baseline - actualBoundingBoxAscent * scale),
		bottom: Math.min(line.bottom, baseline + actualBoundingBoxDescent * scale)
	};
}

let pen: OffscreenCanvasRenderingContext2D | null | undefined;

function penFor(style: CSSStyleDeclaration): OffscreenCanvasRenderingContext2D | null {
	pen ??= new OffscreenCanvas(1, 1).getContext('2d');
	if (pen)
		pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	return pen;
}

/** How many pixels a text takes on one line. */
export function widthOfText(text: string, style: CSSStyleDeclaration): number {
	return penFor(style)?.measureText(text).width ?? 0;
}

/** How much larger an element is drawn than its own pixels say: by transforms, zoom and view boxes around it. */
export function scaleOf(element: Element): number {
	if (element instanceof SVGGraphicsElement) {
		const matrix = element.getScreenCTM();
		return matrix ? Math.hypot(matrix.c, matrix.d) : 1;
	}
	let scale = element.currentCSSZoom;
	for (let at: Element | null = element; at; at = at.parentElement) {
		const { transform, scale: own } = getComputedStyle(at);
		if (transform !== 'none') {
			const { c, d } = new DOMMatrixReadOnly(transform);
			scale *= Math.hypot(c, d);
		}
		if (own !== 'none') scale *= parseFloat(own.split(' ').at(-1) ?? '1');
	}
	return scale;
}

/** Whether a text runs straight from left to right, so that its lines are boxes. */
export function isUpright(element: Element): boolean {
	if (!(element instanceof SVGGraphicsElement)) return true;
	const matrix = element.getScreenCTM();
	return !matrix || Math.abs(matrix.b) < 0.01;
}
