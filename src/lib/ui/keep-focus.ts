/** What can take the focus when something inside it had it and is gone. */
const CONTAINER = 'dialog, section, main';

/**
 * Keeps the keyboard's place. A change of what is shown may take away the very element that has the focus (the row
 * that was opened, the condition that was removed), and the browser would begin again at the top of the page. After
 * such a change `rescue` gives the focus to the nearest container of it that is still there.
 */
export class KeptFocus {
	#around: Element[] = [];

	/** Starts following; returns how to stop. */
	follow(): () => void {
		const note = ({ target }: FocusEvent): void => {
			if (target instanceof Element) this.#around = containersOf(target);
		};
		document.addEventListener('focusin', note);
		return () => {
			document.removeEventListener('focusin', note);
		};
	}

	rescue(): void {
		if (document.activeElement !== document.body) return;
		const place = this.#around.find((one) => one.isConnected);
		if (!(place instanceof HTMLElement)) return;
		if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
		place.focus({ preventScroll: true });
	}
}

/** From the inside out. */
function containersOf(element: Element): Element[] {
	const found: Element[] = [];
	for (let at = element.closest(CONTAINER); at; at = at.parentElement?.closest(CONTAINER) ?? null) {
		found.push(at);
	}
	return found;
}
