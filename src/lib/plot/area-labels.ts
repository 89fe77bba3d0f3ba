export interface Label {
	readonly text: string;
	/** The middle of the text, in pixels. */
	readonly x: number;
	readonly y: number;
	/** Lower comes first, and stays where two would overlap. */
	readonly order: number;
}

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** Free room around a text, in pixels. */
const MARGIN = 3;

/**
 * The labels that can stand in a picture (pixels) without touching each other or its edge, in their order.
 * Widths are estimated, so that the same labels are chosen on every machine: a Chinese character is as wide as the
 * type is high, any other about 0.6 of it.
 */
export function labelsThatFit(
	labels: readonly Label[],
	picture: { readonly width: number; readonly height: number },
	typeSize: number
): Label[] {
	const taken: Box[] = [];
	return [...labels]
		.sort((a, b) => a.order - b.order)
		.filter((label) => {
			const box = boxOf(label, typeSize);
			const isInside =
				box.left >= 0 && box.top >= 0 && box.right <= picture.width && box.bottom <= picture.height;
			if (!isInside || taken.some((other) => overlap(box, other))) return false;
			taken.push(box);
			return true;
		});
}

function boxOf({ text, x, y }: Label, typeSize: number): Box {
	const halfWidth = (widthOf(text) * typeSize) / 2 + MARGIN;
	const halfHeight = (1.2 * typeSize) / 2 + MARGIN;
	return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

/** In units of the type's height. */
function widthOf(text: string): number {
	return [...text].reduce(
		(width, character) =>
			width + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 1 : 0.6),
		0
	);
}

const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
