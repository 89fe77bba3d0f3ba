/**
 * When the reader last did something: what `hetu:answer` is measured from. A select or a link tells
 * its component only what was chosen, not when the event came in.
 */
let at: number | undefined;

const EVENTS = ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup', 'input', 'change'];

/** Follows input on the whole page; returns how to stop. */
export function followInput(): () => void {
	const note = (event: Event): void => {
		at = event.timeStamp;
	};
	for (const name of EVENTS) addEventListener(name, note, { capture: true });
	return () => {
		for (const name of EVENTS) removeEventListener(name, note, { capture: true });
	};
}

/** Milliseconds since the page began; now, where nothing has been done yet. */
export function lastInput(): number {
	return at ?? performance.now();
}
