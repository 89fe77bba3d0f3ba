// @ts-check
/** Brings a page into one of its states and waits until it stands: on signals of the page, never on the clock. */

/** @typedef {import('./pages.js').GalleryPage} GalleryPage */
/** @typedef {import('./pages.js').State} State */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} Looks how a page is opened
 * @property {'light' | 'dark'} theme
 * @property {'zh-CN' | 'en'} language
 */

/**
 * @param {State} state
 * @param {Looks} looks
 */
function queryOf({ query = '' }, { theme, language }) {
	return `?${query}${query === '' ? '' : '&'}theme=${theme}&lang=${language}`;
}

/**
 * Opens every state of a page in turn and shows each; states that a link can reach follow on one page, so that the
 * engine starts once.
 *
 * @param {Page} page
 * @param {string} site where the site is served, with a slash at the end
 * @param {GalleryPage} shown
 * @param {Looks} looks
 * @param {(state: State) => Promise<void>} see
 */
export async function visitStates(page, site, shown, looks, see) {
	let isOpen = false;
	for (const state of shown.states) {
		const link = queryOf(state, looks);
		if (state.withhold || !isOpen) {
			await state.withhold?.(page);
			await page.goto(`${site}${shown.path}${link}`);
			if (!state.withhold) await waitUntilItStands(page, shown);
			isOpen = !state.withhold;
		} else await followLink(page, link);
		await state.act?.(page);
		if (state.sign !== undefined) await page.locator(state.sign).first().waitFor();
		await settled(page);
		await see(state);
		await state.leave?.(page);
		// The next page has its data again.
		if (state.withhold) await page.unrouteAll();
	}
}

/**
 * @param {Page} page
 * @param {GalleryPage} shown
 */
async function waitUntilItStands(page, { mark }) {
	await page.locator('h1').first().waitFor({ state: 'attached' });
	if (mark === undefined) return;
	await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
}

/**
 * Goes to another link within the page, as Back and Forward do.
 *
 * @param {Page} page
 * @param {string} link
 */
async function followLink(page, link) {
	if (new URL(page.url()).search === link) return;
	const before = await page.evaluate(() => performance.getEntriesByName('hetu:answer').length);
	await page.evaluate((there) => {
		history.pushState(null, '', there);
		dispatchEvent(new PopStateEvent('popstate'));
	}, link);
	await page.waitForFunction(
		(count) => performance.getEntriesByName('hetu:answer').length > count,
		before
	);
}

/**
 * Waits until nothing is being counted, every font is there, and what has changed is painted.
 *
 * @param {Page} page
 */
export async function settled(page) {
	await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((painted) => {
			requestAnimationFrame(() => requestAnimationFrame(painted));
		});
	});
}

/**
 * A picture of the page at rest: its map has drawn all that it asked for, and a picture comes that was there before.
 *
 * @param {Page} page
 * @returns {Promise<Buffer>}
 */
export async function photograph(page) {
	/** @type {Buffer[]} */
	const seen = [];
	for (let tries = 0; tries < 12; tries++) {
		await settled(page);
		// A map that is taken away leaves questions unanswered; then two pictures alike must do.
		await page
			.waitForFunction(() => /** @type {any} */ (globalThis).hetuMapIsAtRest?.() ?? true, null, {
				timeout: 5_000
			})
			.catch(() => undefined);
		const next = await page.screenshot({ fullPage: true });
		// Not only the last one: a graphics card in software may draw an edge now this way, now that.
		if (seen.some((one) => next.equals(one))) return next;
		seen.push(next);
	}
	throw new Error(`${page.url()} does not come to rest.`);
}
