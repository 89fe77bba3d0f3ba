import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from './arguments.ts';
import { demoCity } from './demo-city.ts';

const tables = [
	'areas.csv',
	'boundaries.topo.json',
	'cases.csv',
	'context.topo.json',
	'types.csv',
	'zone_areas.csv',
	'zones.csv'
];

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

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('hetu demo-city', () => {
	it('writes the committed files again, and leaves the manifest and others alone', async () => {
		writeFileSync(join(place, 'dataset.json'), 'written by hand');
		writeFileSync(join(place, 'areas.csv'), 'an older one');
		expect(await demoCity(['--out', place])).toBe(0);
		expect(readdirSync(place).sort()).toEqual([...tables, 'dataset.json'].sort());
		expect(read(place, 'dataset.json')).toBe('written by hand');
		for (const name of tables) {
			expect(read(place, name) === read('data/demo-city', name), name).toBe(true);
		}
		expect(printed.map((line) => line.trim().split(':')[0]).sort()).toEqual(tables);
	}, 60_000);

	it('invents another city from another seed, in a folder that it makes', async () => {
		const out = join(place, 'made/here');
		expect(await demoCity(['--seed', '7', '--out', out])).toBe(0);
		expect(readdirSync(out).sort()).toEqual(tables);
		expect(read(out, 'cases.csv') === read('data/demo-city/cases.csv')).toBe(false);
		expect(read(out, 'types.csv') === read('data/demo-city/types.csv')).toBe(true);
	}, 60_000);

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
