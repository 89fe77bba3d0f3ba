import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from './arguments.ts';
import { demoCity } from './demo-city.ts';

let place: string;
let printed: string[];
beforeEach(() => {
	place = mkdtempSync(join(tmpdir(), 'hetu-demo-city-'));
	printed = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(place, { recursive: true, force: true });
});

const read = (...path: string[]): string => readFileSync(join(...path), 'latin1');

/** Files of a folder and of those below it, sorted. */
function filesIn(folder: string): string[] {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}

/** Everything that is committed but the manifest, which is written by hand. */
const tables = filesIn('data/demo-city').filter((name) => name !== 'dataset.json');

describe('hetu demo-city', () => {
	it('invents another city from another seed, in a folder that it makes', async () => {
		const out = join(place, 'made/here');
		const truth = join(place, 'truth.json');
		await demoCity(['--seed', '7', '--out', out, '--truth', truth]);
		expect(JSON.parse(read(truth))).toMatchObject({ seed: 7 });
		expect(filesIn(out)).toEqual(tables);
		expect(read(out, 'cases.csv.gz') === read('data/demo-city/cases.csv.gz')).toBe(false);
		expect(read(out, 'types.csv') === read('data/demo-city/types.csv')).toBe(true);
	}, 240_000);

	it('writes the committed files again after another city, and leaves the manifest and others alone', async () => {
		writeFileSync(join(place, 'dataset.json'), 'written by hand');
		writeFileSync(join(place, 'areas.csv'), 'an older one');
		expect(await demoCity(['--out', place])).toBe(0);
		expect(filesIn(place)).toEqual([...tables, 'dataset.json'].sort());
		expect(read(place, 'dataset.json')).toBe('written by hand');
		for (const name of tables) {
			expect(read(place, name) === read('data/demo-city', name), name).toBe(true);
		}
		const names = printed.filter((line) => line.startsWith('  '));
		expect(names.map((line) => line.trim().split(':')[0]).sort()).toEqual(tables);
		const [mark, ...measured] = printed.filter((line) => !line.startsWith('  '));
		expect(mark).toBe('演示数据 虚构城市');
		const line = /^[a-z_]+ \d\.\d{3} \(\d[.\d]*–\d[.\d]*\)$/;
		expect(measured.filter((text) => !line.test(text))).toEqual([]);
		expect(measured.length).toBeGreaterThanOrEqual(8);
	}, 240_000);

	it.each<string[]>([
		['--seed', '6.5'],
		['--seed', '-1'],
		['--seed', 'six'],
		['--seed', ''],
		['--seed'],
		['--sea', '6'],
		['yunchuan']
	])('refuses %s %s as bad usage, and writes nothing', (...args) => {
		expect(() => demoCity(['--out', place, ...args])).toThrow(UsageError);
		expect(readdirSync(place)).toEqual([]);
	});
});
