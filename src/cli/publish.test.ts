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
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publishDataset } from './publish.ts';

let place: string;
let city: string;
beforeEach(() => {
	place = mkdtempSync(join(tmpdir(), 'hetu-publish-'));
	city = join(place, 'data', 'city');
});
afterEach(() => {
	rmSync(place, { recursive: true, force: true });
});

/** A dataset of one file beside its index; both say which version they are. */
const dataset = (version: string): Map<string, Uint8Array> =>
	new Map(
		Object.entries({ [`cases.${version}`]: version, 'index.json': `cases.${version}` }).map(
			([name, text]) => [name, new TextEncoder().encode(text)]
		)
	);

const filesIn = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
	);

const version = (name: string): Record<string, string> => ({
	[`cases.${name}`]: name,
	'index.json': `cases.${name}`
});
const nothing = (): void => undefined;

it('makes the folders, and gives back what the last step gives', () => {
	expect(publishDataset(city, dataset('a'), () => 'done')).toBe('done');
	expect(filesIn(city)).toEqual(version('a'));
});

it('leaves only what the new index names', () => {
	publishDataset(city, dataset('a'), nothing);
	mkdirSync(join(city, 'left-by-somebody'));
	writeFileSync(join(city, 'cases.b.new'), 'left by a run that was killed');
	publishDataset(city, dataset('b'), nothing);
	expect(filesIn(city)).toEqual(version('b'));
});

it('has the new index before the last step, and the old files still: a reader may be in the middle of them', () => {
	publishDataset(city, dataset('a'), nothing);
	const seen = publishDataset(city, dataset('b'), () => filesIn(city));
	expect(seen).toMatchObject({ ...version('a'), ...version('b') });
});

it('puts all back when the last step fails', () => {
	publishDataset(city, dataset('a'), nothing);
	const fail = (): void => {
		throw new Error('The catalogue cannot be written.');
	};
	expect(() => publishDataset(city, dataset('b'), fail)).toThrow('catalogue');
	expect(filesIn(city)).toEqual(version('a'));
	rmSync(city, { recursive: true });
	expect(() => publishDataset(city, dataset('b'), fail)).toThrow('catalogue');
	expect(existsSync(city)).toBe(false);
});

it.each(['cases.b', 'index.json'])('puts all back when %s cannot be written', (name) => {
	publishDataset(city, dataset('a'), nothing);
	// A folder stands where the file is to be laid aside: no permission is needed to make this fail, not even for root.
	mkdirSync(join(city, `${name}.new`));
	expect(() => publishDataset(city, dataset('b'), nothing)).toThrow('EISDIR');
	expect(filesIn(city)).toEqual(version('a'));
});

it('is not begun without an index', () => {
	expect(() => publishDataset(city, new Map(), nothing)).toThrow(RangeError);
	expect(existsSync(city)).toBe(false);
});
