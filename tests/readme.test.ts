import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layers } from '../layers.js';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	scripts: Record<string, string>;
};

describe('the README', () => {
	it('shows the layers as layers.js has them', () => {
		const rows = readme
			.split('\n')
			.filter((line) => /^\| `(lib\/|cli|routes)/.test(line))
			.map((line) => line.split('|').map((cell) => cell.trim()))
			.map(([, folder = '', may = '', holds]) => [folder.replaceAll('`', ''), may, holds]);
		const expected = layers.map(({ folder, mayImport, holds }) => [
			folder,
			mayImport.map((one) => one.replace('lib/', '')).join(', ') || '—',
			holds
		]);
		expect(rows).toEqual(expected);
	});

	it('names only commands that there are', () => {
		const named = [...readme.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name);
		expect(named.length).toBeGreaterThan(3);
		for (const name of named) expect(Object.keys(scripts)).toContain(name);
	});

	it('links only to files that are in the project', () => {
		const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path);
		expect(links.length).toBeGreaterThan(3);
		for (const path of links) expect(existsSync(path), path).toBe(true);
	});
});
