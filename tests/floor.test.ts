/** The refusal of old browsers stands in a script and a page of its own; its sentences are those of the messages. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const script = readFileSync('static/floor.js', 'utf8');
const page = readFileSync('src/app.html', 'utf8')
	.replace(/>\s+|\s+(?=<)/g, (gap) => gap.trim())
	.replace(/\s+/g, ' ');

describe.each(['zh-CN', 'en'])('in %s', (locale) => {
	const messages = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<
		string,
		string
	>;

	it('the script says what the messages say', () => {
		for (const key of ['floor_title', 'floor_help'])
			expect(script).toContain(`'${messages[key] ?? key}'`);
	});

	it('the page says without scripts what the messages say', () => {
		expect(page).toContain(`<p lang="${locale}">${messages['floor_noscript'] ?? ''}</p>`);
	});
});

it('the script uses nothing that an old browser cannot read', () => {
	const code = script.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'/g, '');
	expect(code).not.toMatch(/\b(const|let|class|async|await|import|export)\b|=>|`|\?\.|\?\?|\.\.\./);
});

it('the page asks for the script before the app starts', () => {
	expect(page.indexOf('/floor.js"')).toBeGreaterThan(page.indexOf('<body'));
	expect(page.indexOf('/floor.js"')).toBeLessThan(page.indexOf('%sveltekit.body%'));
});
