/** Milliseconds between two looks at the clock. */
const BEAT = 250;

/**
 * Calls once, after so many milliseconds during which the page was awake: a page that slept for an hour has not waited
 * for an hour, and nothing that it waits for could answer either. Returns how to call it off.
 */
export function afterAwake(milliseconds: number, call: () => void): () => void {
	const beat = Math.min(BEAT, milliseconds);
	let left = milliseconds;
	const timer = setInterval(() => {
		left -= beat;
		if (left > 0) return;
		clearInterval(timer);
		call();
	}, beat);
	return () => {
		clearInterval(timer);
	};
}
