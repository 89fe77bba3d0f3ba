// @ts-check
/**
 * `npm run gallery [-- --page about/ --size 360x740]`: photographs every page in every state, size, theme and language
 * into gallery/, lays contact sheets beside them, and prints what the machine's eyes found. Ends with 1 if they did.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.js';
import { projectRoot } from './freshness.js';
import { contactSheets, sheetPage } from './gallery/contact-sheets.js';
import { eyesScript } from './gallery/eyes-script.js';
import { findingsTable, gathered } from './gallery/findings.js';
import { languages, pagesOf, sizeName, sizes, themes } from './gallery/pages.js';
import { watchMap } from './gallery/map-at-rest.js';
import { photograph, visitStates } from './gallery/visit.js';
import { ensureSite } from './make.js';
import { serve } from './serve.js';

/** @typedef {import('./gallery/findings.js').Photo} Photo */

const folder = join(projectRoot, 'gallery');
const site = join(projectRoot, 'build');

function readArguments() {
	const { values } = parseArgs({ options: { page: { type: 'string' }, size: { type: 'string' } } });
	const pages = pagesOf(site).filter(
		({ path }) => values.page === undefined || path === values.page
	);
	const wanted = sizes.filter(
		(size) => values.size === undefined || sizeName(size) === values.size
	);
	if (pages.length === 0 || wanted.length === 0) {
		throw new Error(
			`--page is one of ${pagesOf(site)
				.map(({ path }) => `"${path}"`)
				.join(', ')}; --size is one of ${sizes.map(sizeName).join(', ')}`
		);
	}
	return { pages, wanted };
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Photo[]>}
 */
async function photographAll(browser, url) {
	const { pages, wanted } = readArguments();
	const script = await eyesScript();
	/** @type {Photo[]} */
	const photos = [];
	for (const size of wanted) {
		for (const theme of themes) {
			for (const language of languages) {
				// Each size is opened anew: a map that is there already keeps its place when its window changes.
				const context = await browser.newContext({
					viewport: size,
					locale: 'zh-CN',
					timezoneId: 'Asia/Shanghai',
					reducedMotion: 'reduce'
				});
				await context.addInitScript({ content: script });
				await context.addInitScript(watchMap);
				for (const shown of pages) {
					const page = await context.newPage();
					await visitStates(page, url, shown, { theme, language }, async (state) => {
						const { smallestType = 12, properNames = [] } = shown;
						const name = [shown.path.replace(/\W/g, '') || 'map', state.name, language].join('-');
						const file = `${sizeName(size)}-${theme}/${name}.png`;
						const picture = await photograph(page);
						mkdirSync(dirname(join(folder, file)), { recursive: true });
						writeFileSync(join(folder, file), picture);
						/** @type {import('../tests/eyes/finding.ts').Sight} */
						const sight = await page.evaluate(
							(promises) => /** @type {any} */ (globalThis).hetuEyes.look(promises),
							{ smallestType, language, properNames }
						);
						photos.push({
							file,
							path: shown.path,
							state: state.name,
							size: sizeName(size),
							theme,
							language,
							sight
						});
					});
					await page.close();
				}
				await context.close();
				console.log(
					`${sizeName(size)} ${theme} ${language}: ${String(photos.length)} pictures so far`
				);
			}
		}
	}
	return photos;
}

/** @returns {Promise<number>} how many different things were found */
async function makeGallery() {
	await ensureSite();
	rmSync(folder, { recursive: true, force: true });
	const { url, close } = await serve({
		root: site,
		overlay: join(projectRoot, 'static/data'),
		port: 0
	});
	const args = [
		'--no-sandbox',
		'--no-proxy-server',
		'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
	];
	const browser = await chromium.launch({ executablePath: findChromium(), args });
	try {
		const photos = await photographAll(browser, url);
		const findings = gathered(photos, 'findings');
		const undetermined = gathered(photos, 'undetermined');
		writeFileSync(
			join(folder, 'findings.json'),
			`${JSON.stringify({ findings, undetermined }, null, '\t')}\n`
		);
		writeFileSync(join(folder, 'index.html'), sheetPage(photos));
		const sheets = await contactSheets(browser, folder, photos);
		console.log(`\n${findingsTable(findings)}`);
		console.log(
			`${String(photos.length)} pictures and ${String(sheets)} contact sheets in gallery/ (index.html); ${String(findings.length)} findings, ${String(undetermined.length)} not judged (findings.json).`
		);
		return findings.length;
	} finally {
		await browser.close();
		await close();
	}
}

try {
	process.exitCode = (await makeGallery()) > 0 ? 1 : 0;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 2;
}
