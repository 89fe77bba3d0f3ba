import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, DatasetIndex } from '#lib/domain/dataset-index.ts';

/** Writes the list of datasets that the site offers from the datasets that are there; synthetic ones first. */
export function writeCatalogue(directory: string): void {
	mkdirSync(directory, { recursive: true });
	const datasets = readdirSync(directory)
		.filter((id) => existsSync(join(directory, id, 'index.json')))
		.map((id) => {
			const text = readFileSync(join(directory, id, 'index.json'), 'utf8');
			const { manifest, version } = JSON.parse(text) as DatasetIndex;
			return { id, title: manifest.title, synthetic: manifest.synthetic, version };
		})
		.sort((a, b) => Number(b.synthetic) - Number(a.synthetic) || (a.id < b.id ? -1 : 1));
	const catalogue: Catalogue = { format: 1, datasets };
	const fresh = join(directory, 'index.json.new');
	writeFileSync(fresh, JSON.stringify(catalogue));
	renameSync(fresh, join(directory, 'index.json'));
}
