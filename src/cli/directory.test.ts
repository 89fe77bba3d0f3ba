import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderOf, writeFiles } from './directory.ts';

let place: string;
beforeEach(() => {
	place = mkdtempSync(join(tmpdir(), 'hetu-directory-'));
});
afterEach(() => {
	rmSync(place, { recursive: true, force: true });
});

/** Every file below a folder with its text. */
function filesIn(folder: string): Record<string, string> {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
	return Object.fromEntries(
		names
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')])
	);
}

function make(folder: string, files: Record<string, string>): string {
	const directory = join(place, folder);
	mkdirSync(directory, { recursive: true });
	for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
	return directory;
}

/** The second name cannot be written: its folder is not there. */
const unwritable = new Map([
	['a', 'new'],
	['no/such/folder/b', 'new']
]);

describe('writing files into a directory', () => {
	it('leaves the others alone', () => {
		const city = make('city', { a: 'old', other: 'old' });
		writeFiles(
			city,
			new Map([
				['a', 'new'],
				['b', 'new']
			])
		);
		expect(filesIn(city)).toEqual({ a: 'new', b: 'new', other: 'old' });
	});

	it('makes the directory', () => {
		writeFiles(join(place, 'x/city'), new Map([['a', 'new']]));
		expect(filesIn(place)).toEqual({ 'x/city/a': 'new' });
	});

	it('that fails has changed none of them', () => {
		const city = make('city', { a: 'old' });
		expect(() => writeFiles(city, unwritable)).toThrow('ENOENT');
		expect(filesIn(city)).toEqual({ a: 'old' });
	});
});

describe('directories as a folder', () => {
	const text = async (folder: ReturnType<typeof folderOf>, name: string): Promise<string> =>
		new TextDecoder().decode(await folder.read(name));

	it('give each name from the last one that holds it', async () => {
		const data = make('data', { 'dataset.json': 'theirs', 'cases.csv': 'cases' });
		const own = make('own', { 'dataset.json': 'ours' });
		mkdirSync(join(own, 'cases.csv'));
		const folder = folderOf(data, own);
		expect([...folder.names].sort()).toEqual(['cases.csv', 'dataset.json']);
		expect(await text(folder, 'dataset.json')).toBe('ours');
		expect(await text(folder, 'cases.csv')).toBe('cases');
	});

	it('never read outside themselves', async () => {
		const folder = folderOf(make('data', { a: 'a' }));
		const outside = join(place, 'secret');
		writeFileSync(outside, 'secret');
		expect(existsSync(outside)).toBe(true);
		await expect(folder.read(outside)).rejects.toThrow(RangeError);
		await expect(folder.read('../secret')).rejects.toThrow(RangeError);
	});
});
