/** A rectangle in pixels from the top left corner of the viewport. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

export function boxOf(element: Element): Box {
	const { left, top, right, bottom } = element.getBoundingClientRect();
	return { left, top, right, bottom };
}

/** What two boxes have in common; undefined where they only touch. */
export function common(a: Box, b: Box): Box | undefined {
	const [left, right] = [Math.max(a.left, b.left), Math.min(a.right, b.right)];
	const [top, bottom] = [Math.max(a.top, b.top), Math.min(a.bottom, b.bottom)];
	return left < right && top < bottom ? { left, top, right, bottom } : undefined;
}

/** The smallest box that holds them all. */
export function around(boxes: readonly Box[]): Box {
	return {
		left: Math.min(...boxes.map(({ left }) => left)),
		top: Math.min(...boxes.map(({ top }) => top)),
		right: Math.max(...boxes.map(({ right }) => right)),
		bottom: Math.max(...boxes.map(({ bottom }) => bottom))
	};
}

export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ top, bottom }: Box): number => bottom - top;

/** To tenths of a pixel, as findings are read. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;
