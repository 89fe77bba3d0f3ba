// @ts-check
/**
 * What the gallery photographs and the machine's eyes look at: every page that was built, and of the pages named here
 * the states that are worth seeing. A page that nobody names is still seen as it opens.
 */
import { readdirSync } from 'node:fs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} State
 * @property {string} name short: it is part of a file's name
 * @property {string} [query] what stands behind the question mark
 * @property {(page: Page) => Promise<void>} [withhold] done before the page is opened
 * @property {(page: Page) => Promise<void>} [act] done when it stands
 * @property {(page: Page) => Promise<void>} [leave] takes `act` back, so that the next state can follow on the same page
 * @property {string} [sign] what can be seen when the state is reached
 */

/**
 * @typedef {object} GalleryPage
 * @property {string} path below the site's folder: '' or 'about/'
 * @property {readonly State[]} states
 * @property {string} [mark] set in the performance timeline when the page stands; without one its heading is the sign
 * @property {number} [smallestType] pixels, 12 by default
 * @property {readonly string[]} [properNames] that may stand in the other script
 */

const pressEscape = (/** @type {Page} */ page) => page.keyboard.press('Escape');
const switchTrend = (/** @type {Page} */ page) =>
	page.locator('section:has(svg[role=img], [data-testid=trend-table]) header button').click();

const switchTime = (/** @type {Page} */ page) =>
	page.locator('[data-testid=time-panel] header [aria-pressed]').click();

/** @type {State} */
const opening = { name: 'opening' };

/** @type {readonly GalleryPage[]} */
const named = [
	{
		path: '',
		mark: 'hetu:ready',
		states: [
			opening,
			{
				name: 'types',
				act: (page) => page.locator('details > summary').first().click(),
				leave: pressEscape,
				sign: 'details[open] [type=search]'
			},
			{
				name: 'definition',
				act: (page) => page.locator('[data-testid=headline-resolution] button').click(),
				leave: pressEscape,
				sign: 'dialog[open]'
			},
			{
				name: 'find-place',
				act: async (page) => {
					await page.locator('.find').click();
					await page.locator('input[role=combobox]').fill('yun');
				},
				leave: pressEscape,
				sign: '[role=option]:not(option)'
			},
			{
				name: 'trend-table',
				act: switchTrend,
				leave: switchTrend,
				sign: '[data-testid=trend-table]'
			},
			{ name: 'villages', query: 'area=990101001000&show=resolution' },
			{ name: 'two-types', query: 'type=marriage_family,neighbourhood&show=in_time' },
			{
				name: 'nothing-found',
				query: 'area=990101001001&from=2017-01&to=2017-01&type=maritime'
			},
			{ name: 'wrong-link', query: 'area=nowhere&show=happiness' },
			{
				name: 'no-data',
				withhold: async (page) => {
					await page.route('**/demo-city/index.json', (route) => route.abort());
				},
				sign: '[role=alert]'
			}
		]
	},
	{
		path: 'explore/',
		mark: 'hetu:ready',
		states: [
			opening,
			{
				name: 'time-table',
				act: (page) => switchTime(page),
				leave: (page) => switchTime(page),
				sign: '[data-testid=time-table]'
			},
			{
				name: 'conditions',
				query:
					'from=2017-03-06&to=2018-05&by=week&in.channel=people,administrative&not.source=reported&in.took=0,1-3&in.area=990101001000,990101002000'
			},
			{ name: 'few', query: 'area=990101001000&in.people=100%2B,30-99&show=resolution' },
			{
				name: 'nothing-found',
				query: 'from=2014-02&to=2014-02&in.took=366%2B&not.outcome=resolved'
			},
			{
				name: 'profile',
				query: 'at=990101001000&area=990101000000',
				sign: '[data-testid=profile-neighbours]'
			},
			{
				name: 'compared-year',
				query: 'against=year',
				sign: '[data-testid=compare-types]'
			},
			{
				name: 'lasso',
				query: 'in.source=screening_concentrated,screening_special,screening_routine&in.campaign=-',
				act: (page) => page.locator('.choices [aria-keyshortcuts=L]').click(),
				leave: pressEscape,
				sign: '[data-testid=lasso]'
			},
			{ name: 'wrong-link', query: 'by=decade&in.colour=red&in.channel=gone' },
			{
				name: 'all-conditions',
				query: 'from=2018-03',
				act: (page) => page.locator('.right > .foot > [aria-expanded=false]').click(),
				sign: '[data-testid=facet-kept] .count'
			}
		]
	},
	{
		path: 'hotspots/',
		mark: 'hetu:ready',
		states: [
			{ ...opening, sign: '[data-testid=clusters] details' },
			{
				name: 'table',
				query: 'level=village&method=moran',
				act: (page) => page.locator('.twin').click(),
				leave: (page) => page.locator('.twin').click(),
				sign: '[data-testid=hotspot-table]'
			},
			{ name: 'too-few', query: 'level=county', sign: '.words h2' }
		]
	}
];

/**
 * Every page of a built site.
 *
 * @param {string} folder
 * @returns {GalleryPage[]}
 */
export function pagesOf(folder) {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.html'))
		.map((name) => name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'))
		.sort();
	const gone = named.filter(({ path }) => !paths.includes(path)).map(({ path }) => `/${path}`);
	if (gone.length > 0) throw new Error(`There is no page ${gone.join(', ')} in ${folder}.`);
	return paths.map(
		(path) => named.find((page) => page.path === path) ?? { path, states: [opening] }
	);
}

export const sizes = /** @type {const} */ ([
	{ width: 1920, height: 1080 },
	{ width: 1366, height: 768 },
	{ width: 360, height: 740 }
]);
export const themes = /** @type {const} */ (['light', 'dark']);
export const languages = /** @type {const} */ (['zh-CN', 'en']);

/**
 * Each theme and each language once, for the tests: contrast is a matter of the theme, names and lengths one of the
 * language. Every state is seen in the first pair, each page as it opens in the other; the gallery looks at every
 * state in all four pairs.
 */
export const looks = /** @type {const} */ ([
	{ theme: 'light', language: 'zh-CN' },
	{ theme: 'dark', language: 'en' }
]);

/**
 * @param {readonly GalleryPage[]} pages
 * @param {import('./visit.js').Looks} look one of `looks`
 * @returns {readonly GalleryPage[]} with the states that the tests see in this look
 */
export const pagesIn = (pages, look) =>
	look === looks[0] ? pages : pages.map((page) => ({ ...page, states: page.states.slice(0, 1) }));

/** @param {{ width: number, height: number }} size */
export const sizeName = ({ width, height }) => `${String(width)}x${String(height)}`;
