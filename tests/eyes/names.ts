/** What a control is called by a screen reader: the common ways of naming, in the order in which they count. */
export function nameOf(element: Element): string {
	const byIds = (element.getAttribute('aria-labelledby') ?? '')
		.split(/\s+/)
		.map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
		.join(' ');
	const labels = [...((element as HTMLInputElement).labels ?? [])];
	const names = [
		byIds,
		element.getAttribute('aria-label'),
		labels.map((label) => label.textContent).join(' '),
		element.matches('input, select, textarea') ? '' : textForAll(element),
		element.getAttribute('alt'),
		element.getAttribute('title'),
		element.getAttribute('placeholder')
	];
	return (
		names
			.find((name) => (name ?? '').trim() !== '')
			?.replace(/\s+/g, ' ')
			.trim() ?? ''
	);
}

/** The text of an element with the names of the pictures in it. */
function textForAll(element: Element): string {
	const pictures = [...element.querySelectorAll('[aria-label], img[alt]')].map(
		(one) => one.getAttribute('aria-label') ?? one.getAttribute('alt') ?? ''
	);
	return [element.textContent, ...pictures].join(' ');
}
