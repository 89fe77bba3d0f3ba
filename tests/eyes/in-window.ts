import type { Box } from './box.ts';

/** Where the page stood when it began to be looked at: boxes are counted from there. */
let began = 0;

/** Remembers where the page stands; call the answer to put it back. */
export function holdScroll(): () => void {
	began = scrollY;
	return () => scrollTo({ top: began, behavior: 'instant' });
}

/**
 * Asks something about a place that only the window can tell, such as what lies over what: where the place is out of
 * the window the page is scrolled. `ask` gets the box for the page as it stands then.
 */
export function inWindow<T>(box: Box, ask: (shown: Box) => T): T {
	const middle = (box.top + box.bottom) / 2 - (scrollY - began);
	if (middle < 0 || middle >= innerHeight) {
		scrollBy({ top: middle - innerHeight / 4, behavior: 'instant' });
	}
	const moved = scrollY - began;
	return ask({ ...box, top: box.top - moved, bottom: box.bottom - moved });
}
