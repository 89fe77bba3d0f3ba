import { neighbourTowards, type Direction } from './neighbour.ts';

/** What can be done with a map by keyboard, however it is drawn. */
export interface MapGestures {
	onfocus: (area: number | undefined) => void;
	/** `isAside`: with the Shift key, which asks for more about an area instead. */
	onopen: (area: number, isAside: boolean) => void;
	onup: () => void;
}

interface Places {
	/** The areas that are drawn, in tree order. */
	readonly areas: readonly number[];
	readonly focus: number | undefined;
	readonly lon: ArrayLike<number>;
	readonly lat: ArrayLike<number>;
}

const ARROWS: Readonly<Record<string, Direction>> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down'
};

/** Arrows choose an area, Enter opens it, Backspace goes up, Escape chooses none; other keys are left alone. */
export function pressOnMap(
	event: KeyboardEvent,
	{ areas, focus, lon, lat }: Places,
	{ onfocus, onopen, onup }: MapGestures
): void {
	if (event.altKey || event.ctrlKey || event.metaKey) return;
	const direction = ARROWS[event.key];
	if (direction) {
		const next =
			focus === undefined ? areas[0] : neighbourTowards(direction, focus, areas, lon, lat);
		if (next !== undefined) onfocus(next);
	} else if (event.key === 'Enter' && focus !== undefined) onopen(focus, event.shiftKey);
	else if (event.key === 'Backspace') onup();
	else if (event.key === 'Escape') onfocus(undefined);
	else return;
	event.preventDefault();
}
