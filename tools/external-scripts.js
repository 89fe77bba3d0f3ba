// @ts-check
/**
 * Kit writes the start of a page as a <script> inside the HTML, which our Content-Security-Policy forbids. Each such
 * script moves into a file beside its page. It stays a classic script at the same place, since Kit's code asks for
 * `document.currentScript`; and it lies in the same folder, since `import('./_app/…')` in a file counts from that file.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const inlineScript = /<script(?<attributes>(?:\s[^>]*)?)>(?<code>[\s\S]*?)<\/script>/g;

/**
 * A script with `src` is outside already, and one of another type is data, which no policy forbids.
 *
 * @param {string} attributes
 */
const isInlineCode = (attributes) =>
	!/\ssrc\s*=/.test(attributes) &&
	(!/\stype\s*=/.test(attributes) ||
		/\stype\s*=\s*["']?(module|text\/javascript)\b/.test(attributes));

/**
 * Takes the inline scripts out of one page.
 *
 * @param {string} html
 * @returns {{ html: string, files: Map<string, string> }} the page, and name to code of what was taken out
 */
export function withoutInlineScripts(html) {
	/** @type {Map<string, string>} */
	const files = new Map();
	const changed = html.replace(inlineScript, (whole, attributes, code) => {
		if (!isInlineCode(attributes) || code.trim() === '') return whole;
		const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
		const name = `start.${hash}.js`;
		files.set(name, code);
		return `<script${attributes} src="./${name}"></script>`;
	});
	return { html: changed, files };
}

/**
 * Does so for every page under a folder. A second run changes nothing.
 *
 * @param {string} folder
 */
export function moveInlineScripts(folder) {
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('.html')) continue;
		const page = join(folder, name);
		const { html, files } = withoutInlineScripts(readFileSync(page, 'utf8'));
		if (files.size === 0) continue;
		for (const [file, code] of files) writeFileSync(join(dirname(page), file), code);
		writeFileSync(page, html);
	}
}
