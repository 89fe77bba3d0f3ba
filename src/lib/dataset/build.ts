import * as v from 'valibot';
import { packLinked } from '#lib/cube/pack-linked.ts';
import { packCube } from '#lib/cube/pack.ts';
import { datasetOf, nodesOf, type DatasetIndex } from '#lib/domain/dataset-index.ts';
import { ManifestSchema, type Manifest } from '#lib/domain/manifest.ts';
import type { SourceManifest } from '#lib/domain/source-manifest.ts';
import type { Database } from '#lib/engine/database.ts';
import { packed } from '#lib/ingest/bytes.ts';
import { casesByAreaAndMonth } from '#lib/questions/cases-by-area-and-month.ts';
import { openingCounts } from '#lib/questions/opening-counts.ts';
import { bookFile } from './book-file.ts';
import { boundaryTopology } from './boundary-topology.ts';
import { caseArrow } from './case-arrow.ts';
import { checkedReport } from './checked-report.ts';
import { contextTopology } from './context-topology.ts';
import { contentHash } from './hash.ts';
import { talliedIn } from './met-tallies.ts';
import { labelPoints } from './label-points.ts';
import { placePinyin } from './place-pinyin.ts';
import type { Source } from './source.ts';

export interface BuiltDataset {
	readonly index: DatasetIndex;
	/** Files by name, `index.json` last: a reader that finds it finds the others. */
	readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/**
 * Makes the files of a dataset that a page reads: cases (Arrow), opening cubes, boundaries and the
 * index. Names hold the hash of the content, so that a file never changes under its name. The
 * opening cubes are answers of the same questions that the page asks later, from the same rows.
 */
export async function buildDataset(source: Source, database: Database): Promise<BuiltDataset> {
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	const add = async (
		name: string,
		ending: string,
		content: Uint8Array<ArrayBuffer>
	): Promise<{ file: string; bytes: number }> => {
		const bytes = await packed(content);
		const file = `${name}.${contentHash(content)}.${ending}.gz`;
		files.set(file, bytes);
		return { file, bytes: bytes.length };
	};
	const { areas, lists, table, account } = source;
	const manifest = shownManifest(source.manifest);
	const books = bookFile(source.books);
	const report = checkedReport(source);
	const trees = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.tree]));
	const sizes = Object.fromEntries(
		Object.entries(trees).map(([name, tree]) => [name, tree.codes.length])
	);
	const arrow = caseArrow(
		table,
		{ ...sizes, area: areas.codes.length },
		talliedIn(table, manifest, trees)
	);
	const topology = new TextEncoder().encode(boundaryTopology(manifest, source.boundaries));
	const context = contextTopology(manifest, source.context);
	const described: Omit<DatasetIndex, 'opening' | 'explore' | 'version'> = {
		format: 1,
		manifest,
		areas: {
			...nodesOf(areas),
			pinyin: placePinyin(areas.names.map(({ zh }) => zh)),
			level: [...areas.level],
			population: Array.from(areas.population, (people) => (Number.isNaN(people) ? null : people)),
			...labelPoints(manifest, areas, source.boundaries)
		},
		codeLists: Object.fromEntries(
			Object.entries(trees).map(([name, tree]) => [name, nodesOf(tree)])
		),
		account,
		cases: { ...(await add('cases', 'arrow', arrow)), rows: table.rows },
		boundaries: await add('boundaries', 'topo.json', topology),
		...(books && { books: { ...(await add('books', 'json', books.bytes)), rows: books.rows } }),
		...(report && { report }),
		...(context !== undefined && {
			context: await add('context', 'topo.json', new TextEncoder().encode(context))
		})
	};
	const version = contentHash(new TextEncoder().encode(JSON.stringify(described)));
	const unopened: DatasetIndex = { ...described, version, opening: { file: '', bytes: 0 } };

	await database.load('cases', arrow);
	const dataset = datasetOf(unopened);
	const cube = await casesByAreaAndMonth(database, dataset, []);
	const explore = await openingCounts(database, dataset);
	const index: DatasetIndex = {
		...unopened,
		opening: await add('opening', 'cube', packCube(cube)),
		explore: await add('explore', 'cubes', packLinked(explore))
	};
	files.set('index.json', new TextEncoder().encode(JSON.stringify(index)));
	return { index, files };
}

/** What pages read of the manifest. What else it holds has become files, or the checked report, by now. */
function shownManifest(manifest: SourceManifest): Manifest {
	return v.parse(v.object(ManifestSchema.entries), manifest);
}
