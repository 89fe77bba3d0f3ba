import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { forbiddenTexts } from '../src/cli/demo-city/forbidden.ts';

/** What readers see and what samples hold: with the figures, these texts would name the city behind a printed report. */
const folders = ['data', 'messages', 'src', 'static/data/demo-city', 'docs'].filter((folder) =>
	existsSync(folder)
);

function filesUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** Every way in which the bytes of a file can be read. */
function readings(file: string): string[] {
	const bytes = readFileSync(file);
	const texts = (part: Uint8Array): string[] => [
		Buffer.from(part).toString('latin1'),
		Buffer.from(part).toString('utf8'),
		new TextDecoder('gb18030').decode(part)
	];
	// Among packed bytes every pair turns up: read as GB18030 they would hold every character.
	const packed = texts(bytes).slice(0, 2);
	if (file.endsWith('.gz')) return [...packed, ...texts(gunzipSync(bytes))];
	if (file.endsWith('.xlsx')) {
		return [...packed, ...Object.values(unzipSync(bytes)).flatMap(texts)];
	}
	return texts(bytes);
}

/** Numbers of measurements and pixels of pictures are no samples of the city. */
const isOwnText = (file: string): boolean => !/\.png$|^docs\/(evidence|benchmarks)/.test(file);

test.each(folders)(
	'no file in %s, nor its name, holds a text that names the real city',
	(folder) => {
		const files = filesUnder(folder).filter(isOwnText);
		expect(files.length).toBeGreaterThan(0);
		const found = files.flatMap((file) =>
			[file, ...readings(file)].flatMap((text) =>
				forbiddenTexts
					.filter((forbidden) => text.includes(forbidden))
					.map((word) => `${file}: ${word}`)
			)
		);
		expect([...new Set(found)]).toEqual([]);
	}
);

test('a text that names it is found, packed or in another encoding', () => {
	for (const forbidden of forbiddenTexts) expect(`… ${forbidden} …`).toContain(forbidden);
	expect(forbiddenTexts.length).toBe(5);
	expect(readings('data/demo-city/cases.csv.gz').some((text) => text.startsWith('id,'))).toBe(true);
});
