/**
 * What may lie over other things: dialogs, lists that open over the page, headers that stay while rows scroll under
 * them. Within one layer nothing may overlap; between layers it must.
 */
const POPUP_ROLES = '[role=dialog], [role=listbox], [role=menu], [role=tooltip], [popover]';

/** The layer that an element lies in; undefined for the page itself. */
export function layerOf(element: Element): Element | undefined {
	for (let at: Element | null = element; at; at = at.parentElement) if (isLayer(at)) return at;
	return undefined;
}

function isLayer(element: Element): boolean {
	const { position } = getComputedStyle(element);
	if (position === 'sticky' || element.matches('dialog[open]')) return true;
	if (position !== 'absolute' && position !== 'fixed') return false;
	return element.matches(`${POPUP_ROLES}, details[open] > :not(summary)`);
}

/** What a reader can get at: the topmost open dialog that makes the rest inert, or the whole page. */
export function reachable(): Element {
	return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
}

/** Every element that a reader can get at, the outermost included. */
export function reachableElements(): Element[] {
	const root = reachable();
	return [root, ...root.querySelectorAll('*')];
}
