import type { Page } from '@playwright/test';

/** Waits for a mark or measure that the app sets in the performance timeline. */
async function waitForEntries(page: Page, name: string, atLeast: number): Promise<void> {
	await page.waitForFunction(
		([entry, count]) => performance.getEntriesByName(entry).length >= count,
		[name, atLeast] as const
	);
}

/**
 * Leaves the map undrawn, as on a computer without WebGL2: for tests of numbers and links alone, since drawing in
 * software is most of what a page costs.
 */
export async function withoutMap(page: Page): Promise<void> {
	await page.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
}

/**
 * Opens the map page by an address or a query ("?area=…") and waits until its map stands with numbers, and with the
 * rivers and roads that come after them.
 */
export async function openAtlas(page: Page, address = './'): Promise<void> {
	await page.goto(address);
	await waitForReady(page);
	await waitForEntries(page, 'hetu:context', 1);
}

export function waitForReady(page: Page): Promise<void> {
	return waitForEntries(page, 'hetu:ready', 1);
}

export function waitForEngine(page: Page): Promise<void> {
	return waitForEntries(page, 'hetu:engine', 1);
}

/** Does something that changes the View, and waits until every panel has its new numbers. */
export async function answered(page: Page, act: () => Promise<unknown>): Promise<void> {
	const before = await page.evaluate(() => performance.getEntriesByName('hetu:answer').length);
	await act();
	await waitForEntries(page, 'hetu:answer', before + 1);
}

/** Goes to another link within the page, as Back and Forward do, so that the engine stays up. */
export async function followLink(page: Page, address: string): Promise<void> {
	await answered(page, () =>
		page.evaluate((there) => {
			history.pushState(null, '', there);
			dispatchEvent(new PopStateEvent('popstate'));
		}, address)
	);
}
