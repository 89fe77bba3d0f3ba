/**
 * Calls whenever the page has come back from where the browser may have taken things away from it: from behind another
 * tab, from a sleeping computer, from the cache of pages that were left. Returns how to stop.
 */
export function followWaking(onwake: () => void): () => void {
	const seen = (): void => {
		if (document.visibilityState === 'visible') onwake();
	};
	const shown = ({ persisted }: PageTransitionEvent): void => {
		if (persisted) onwake();
	};
	document.addEventListener('visibilitychange', seen);
	addEventListener('pageshow', shown);
	return () => {
		document.removeEventListener('visibilitychange', seen);
		removeEventListener('pageshow', shown);
	};
}
