/** Where an element stands, as a person would look for it: the nearest name, then tags and classes down to it. */
export function whereIs(element: Element): string {
	const steps: string[] = [];
	for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
		steps.unshift(stepOf(at));
		if (at.id !== '' || at.hasAttribute('data-testid') || steps.length === 4) break;
	}
	return steps.join(' > ') || stepOf(element);
}

function stepOf(element: Element): string {
	const tag = element.tagName.toLowerCase();
	if (element.id !== '') return `${tag}#${element.id}`;
	const testId = element.getAttribute('data-testid');
	if (testId !== null) return `${tag}[data-testid="${testId}"]`;
	// The classes that keep a component's styles to itself say nothing to a reader.
	const classes = [...element.classList].filter((name) => !name.startsWith('svelte-'));
	return [tag, ...classes].join('.');
}

/** A text on one line, not longer than a finding needs. */
export function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return [...line].length > 60 ? `${[...line].slice(0, 59).join('')}…` : line;
}
