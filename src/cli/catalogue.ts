import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, DatasetIndex } from '#lib/domain/dataset-index.ts';
import { writeFiles } from './directory.ts';

/**
 * Writes the list of datasets that the site offers from the datasets that are there; synthetic ones first.
 * A folder that does not bear the name of its dataset (`boston.old`) is none.
 */
export function writeCatalogue(directory: string): void {
	mkdirSync(directory, { recursive: true });
	const datasets = readdirSync(directory)
		.filter((id) => existsSync(join(directory, id, 'index.json')))
		.flatMap((id) => {
			const text = readFileSync(join(directory, id, 'index.json'), 'utf8');
			const { manifest, version } = JSON.parse(text) as DatasetIndex;
			if (manifest.id !== id) return [];
			return [{ id, title: manifest.title, synthetic: manifest.synthetic, version }];
		})
		.sort((a, b) => Number(b.synthetic) - Number(a.synthetic) || (a.id < b.id ? -1 : 1));
	const catalogue: Catalogue = { format: 1, datasets };
	writeFiles(directory, new Map([['index.json', JSON.stringify(catalogue)]]));
}
