import { tick } from 'svelte';
import { pushState, replaceState } from '$app/navigation';

/** Parameters that say how things look; they stay in the link when the View changes. */
const DISPLAY = ['lang', 'theme'];

/**
 * Steps taken before the page was loaded again. Kit writes the entry of a page anew when it starts, so
 * this is read before that, when the module is.
 */
const depthOnArrival = typeof history === 'undefined' ? 0 : depthOf(history.state);

/**
 * The address bar. It reads `location` itself, at the start and on popstate, because Kit's page.url
 * does not follow shallow changes. Undo and redo are Back and Forward: the number of steps taken
 * here is kept in the history entry.
 */
export class Link {
	#params = $state.raw(new URLSearchParams());
	#depth = $state(0);

	get params(): URLSearchParams {
		return this.#params;
	}

	/** Steps that can be undone without leaving the page. */
	get depth(): number {
		return this.#depth;
	}

	/** Starts following; returns how to stop. `onchange` is called for every address but the first. */
	follow(onchange: () => void): () => void {
		const popped = (): void => {
			this.read();
			onchange();
		};
		this.read();
		this.#depth = depthOnArrival;
		// Kit's router takes no state before the first page stands.
		if (depthOnArrival > 0) void tick().then(() => replaceState('', { depth: depthOnArrival }));
		addEventListener('popstate', popped);
		return () => {
			removeEventListener('popstate', popped);
		};
	}

	/** Takes what stands in the address bar; whether it says something else than before. */
	read(): boolean {
		const before = this.#params.toString();
		this.#params = new URLSearchParams(location.search);
		this.#depth = depthOf(history.state);
		return this.#params.toString() !== before;
	}

	push(params: URLSearchParams): void {
		for (const name of DISPLAY) {
			const value = this.#params.get(name);
			if (value !== null) params.set(name, value);
		}
		const query = params.toString();
		if (query === this.#params.toString()) return;
		this.#depth++;
		this.#params = params;
		pushState(query === '' ? location.pathname : `?${query}`, { depth: this.#depth });
	}

	/** Takes a display parameter out of the link once the reader has chosen otherwise. */
	forget(name: string): void {
		if (!this.#params.has(name)) return;
		const params = new URLSearchParams(this.#params);
		params.delete(name);
		this.#params = params;
		const query = params.toString();
		replaceState(query === '' ? location.pathname : `?${query}`, { depth: this.#depth });
	}
}

/** Kit keeps the state of a shallow entry under a key of its own. */
function depthOf(state: unknown): number {
	if (typeof state !== 'object' || state === null) return 0;
	const own = (state as Record<string, unknown>)['sveltekit:states'];
	if (typeof own !== 'object' || own === null || !('depth' in own)) return 0;
	return typeof own.depth === 'number' ? own.depth : 0;
}
