import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveInlineScripts, withoutInlineScripts } from '../tools/external-scripts.js';

const start = 'const element = document.currentScript.parentElement;\nimport("./_app/start.js");';
const page = `<body><div><b>1</b>\n<script>${start}</script></div></body>`;

test('an inline script leaves the page and keeps its place', () => {
	const { html, files } = withoutInlineScripts(page);
	expect([...files.values()]).toEqual([start]);
	const [name] = files.keys();
	expect(name).toMatch(/^start\.[0-9a-f]{16}\.js$/);
	expect(html).toBe(`<body><div><b>1</b>\n<script src="./${String(name)}"></script></div></body>`);
});

test('modules keep their type; data and outside scripts stay as they are', () => {
	expect(withoutInlineScripts('<script type="module">a()</script>').html).toMatch(
		/^<script type="module" src="\.\/start\.[0-9a-f]+\.js"><\/script>$/
	);
	for (const untouched of [
		'<script type="application/json" data-sveltekit-fetched>{"a":1}</script>',
		'<script src="./a.js"></script>',
		'<script type="module" src="./a.js"></script>'
	]) {
		expect(withoutInlineScripts(untouched)).toEqual({ html: untouched, files: new Map() });
	}
});

test('every page of a folder is served, each beside its own script, and a second run changes nothing', () => {
	const folder = mkdtempSync(join(tmpdir(), 'pages-'));
	try {
		mkdirSync(join(folder, 'sub'));
		writeFileSync(join(folder, 'index.html'), page);
		writeFileSync(join(folder, 'sub', 'list.html'), page);
		moveInlineScripts(folder);
		const read = () =>
			readdirSync(folder, { recursive: true, encoding: 'utf8' })
				.sort()
				.filter((name) => name.includes('.'))
				.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
		const first = read();
		expect(first.map(([name]) => name?.replace(/[0-9a-f]{16}/, 'HASH'))).toEqual([
			'index.html',
			'start.HASH.js',
			'sub/list.html',
			'sub/start.HASH.js'
		]);
		moveInlineScripts(folder);
		expect(read()).toEqual(first);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
