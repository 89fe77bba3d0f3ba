/**
 * How a page learns that its worker is gone. A worker that is ended from outside, or by the browser, tells nobody. But
 * its connections to IndexedDB end with it, and a database can only be deleted when nobody is connected to it: so the
 * worker connects to an empty one, the page asks for its deletion, and the answer comes when the worker is no more.
 * Unlike Web Locks this works over plain http. Nothing is ever stored, and nothing is left behind.
 */
export function newLifeline(): string {
	const part = (): string => Math.random().toString(36).slice(2);
	return `hetu:engine:${part()}${part()}`;
}

/** The worker's end. False where the browser's settings forbid IndexedDB: there is then no lifeline. */
export function holdLifeline(name: string): Promise<boolean> {
	return new Promise((resolve) => {
		try {
			const opening = indexedDB.open(name);
			opening.onsuccess = () => {
				held.push(opening.result);
				resolve(true);
			};
			opening.onerror = () => {
				resolve(false);
			};
		} catch {
			resolve(false);
		}
	});
}

/** A connection that nobody remembers is closed. */
const held: IDBDatabase[] = [];

/** The page's end: calls back when the worker that holds the lifeline is gone. */
export function onLifelineEnd(name: string, call: () => void): void {
	const deleting = indexedDB.deleteDatabase(name);
	deleting.onsuccess = call;
	// What cannot be deleted says nothing of the worker.
	deleting.onerror = (event) => {
		event.preventDefault();
	};
}
