import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CatalogueSchema, type Catalogue } from '#lib/domain/dataset-index.ts';
import { TextSchema } from '#lib/domain/text.ts';
import { writeFiles } from './directory.ts';

type Entry = Catalogue['datasets'][number];

/** As much of an index as the catalogue repeats: it may be one of an earlier version of this program. */
const Head = v.object({
	manifest: v.object({ id: v.string(), title: TextSchema, synthetic: v.boolean() }),
	version: v.string()
});

/**
 * Writes the list of datasets that the site offers from the datasets that are there; synthetic ones first.
 * A folder that does not bear the name of its dataset (`boston.old`) is none. One whose index cannot be read does not
 * keep the others from the site: it is left out, and its file returned.
 */
export function writeCatalogue(directory: string): string[] {
	mkdirSync(directory, { recursive: true });
	const datasets: Entry[] = [];
	const leftOut: string[] = [];
	for (const id of readdirSync(directory)) {
		const file = join(directory, id, 'index.json');
		if (!existsSync(file)) continue;
		const head = headOf(readFileSync(file, 'utf8'));
		if (!head) leftOut.push(file);
		else if (head.manifest.id === id) {
			const { title, synthetic } = head.manifest;
			datasets.push({ id, title, synthetic, version: head.version });
		}
	}
	datasets.sort((a, b) => Number(b.synthetic) - Number(a.synthetic) || (a.id < b.id ? -1 : 1));
	const catalogue = v.parse(CatalogueSchema, { format: 1, datasets });
	writeFiles(directory, new Map([['index.json', JSON.stringify(catalogue)]]));
	return leftOut;
}

function headOf(text: string): v.InferOutput<typeof Head> | undefined {
	try {
		const read = v.safeParse(Head, JSON.parse(text));
		return read.success ? read.output : undefined;
	} catch {
		return undefined;
	}
}
