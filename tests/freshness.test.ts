import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, makeIfStale } from '../tools/freshness.js';
import { missingMessages } from '../tools/make.js';

let root: string;
let made: number;

const write = (name: string, text: string) => {
	writeFileSync(join(root, name), text);
};
const print = () => fingerprint(['src', 'absent'], (path) => !path.endsWith('.test.ts'), root);
const make = () =>
	makeIfStale(
		{
			name: 'thing',
			result: 'thing.js',
			print: print(),
			make() {
				made += 1;
				write('thing.js', 'made');
			}
		},
		root
	);

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'fresh-'));
	made = 0;
	mkdirSync(join(root, 'src/a'), { recursive: true });
	write('src/a/b.ts', 'one');
});
afterEach(() => {
	rmSync(root, { recursive: true });
});

test('a thing is made once, and again when a source changes, appears, moves or goes', async () => {
	expect([await make(), await make()]).toEqual([true, false]);
	write('src/a/b.ts', 'two');
	expect([await make(), await make()]).toEqual([true, false]);
	write('src/c.ts', 'three');
	expect([await make(), await make()]).toEqual([true, false]);
	rmSync(join(root, 'src/c.ts'));
	write('src/d.ts', 'three');
	expect([await make(), await make()]).toEqual([true, false]);
	rmSync(join(root, 'src/d.ts'));
	expect([await make(), await make()]).toEqual([true, false]);
	expect(made).toBe(5);
});

test('a source written again with the same content, or one that does not count, changes nothing', async () => {
	await make();
	write('src/a/b.ts', 'one');
	write('src/a/b.test.ts', 'a test');
	expect(await make()).toBe(false);
});

test('a result that was deleted is made again', async () => {
	await make();
	rmSync(join(root, 'thing.js'));
	expect(await make()).toBe(true);
});

test('a make that breaks is tried again, and one that makes nothing is an error', async () => {
	await make();
	const broken = { name: 'thing', result: 'thing.js', print: 'other' };
	const fail = () => Promise.reject(new Error('broken'));
	await expect(makeIfStale({ ...broken, make: fail }, root)).rejects.toThrow('broken');
	expect(await make()).toBe(true);
	const nothing = { name: 'none', result: 'none.js', print: '1', make: () => undefined };
	await expect(makeIfStale(nothing, root)).rejects.toThrow('none.js was not made');
});

test('a message that one language lacks is named', () => {
	expect(missingMessages({ 'zh-CN': { a: '', b: '' }, en: { a: '', c: '' } })).toEqual([
		'zh-CN: c',
		'en: b'
	]);
	expect(missingMessages({ 'zh-CN': { a: '' }, en: { a: '' } })).toEqual([]);
});
