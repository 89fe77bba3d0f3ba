// @ts-check
/** Many pictures on one page, small, so that a person can look at all of them quickly. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {import('./findings.js').Photo} Photo */

const style = `
	body { margin: 16px; font: 13px/1.4 sans-serif; background: #777; color: #fff }
	h1 { font-size: 16px; margin: 0 0 12px }
	main { display: grid; grid-template-columns: repeat(auto-fill, minmax(var(--width), 1fr)); gap: 16px }
	figure { margin: 0 }
	figcaption.found { color: #ffd0c0 }
	img { display: block; width: 100%; max-height: 900px; object-fit: cover; object-position: top }
`;

/** @param {Photo} photo */
function figure({ file, path, state, language, sight: { findings } }) {
	const count = findings.length > 0 ? `, ${String(findings.length)} findings` : '';
	const found = findings.length > 0 ? ' class="found"' : '';
	const caption = `/${path} ${state} ${language}${count}`;
	return `<figure><a href="${file}"><img src="${file}" alt="${caption}"></a><figcaption${found}>${caption}</figcaption></figure>`;
}

/**
 * @param {readonly Photo[]} photos
 * @returns {Map<string, Photo[]>} those of one size and theme together
 */
function bySizeAndTheme(photos) {
	/** @type {Map<string, Photo[]>} */
	const groups = new Map();
	for (const photo of photos) {
		const name = `${photo.size}-${photo.theme}`;
		groups.set(name, [...(groups.get(name) ?? []), photo]);
	}
	return groups;
}

/**
 * @param {string} name
 * @param {readonly Photo[]} photos
 */
function group(name, photos) {
	const width = name.startsWith('360') ? 180 : 460;
	return `<section style="--width: ${String(width)}px"><h1>${name}</h1><main>${photos.map(figure).join('')}</main></section>`;
}

/** @param {string} body */
const html = (body) =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${body}</html>`;

/** @param {readonly Photo[]} photos */
export function sheetPage(photos) {
	return html([...bySizeAndTheme(photos)].map(([name, own]) => group(name, own)).join('<hr>'));
}

/**
 * A picture of the pictures of each size and theme.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} folder
 * @param {readonly Photo[]} photos
 * @returns {Promise<number>} how many
 */
export async function contactSheets(browser, folder, photos) {
	const groups = bySizeAndTheme(photos);
	const page = await browser.newPage({ viewport: { width: 1960, height: 1000 } });
	for (const [name, own] of groups) {
		const file = join(folder, `${name}.html`);
		writeFileSync(file, html(group(name, own)));
		await page.goto(pathToFileURL(file).href);
		await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
	}
	await page.close();
	return groups.size;
}
