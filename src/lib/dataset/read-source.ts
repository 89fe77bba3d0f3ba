import * as v from 'valibot';
import type { Account } from '#lib/domain/dataset-index.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import type { FieldPath, ManifestFault } from '#lib/domain/manifest-faults.ts';
import { SourceManifestSchema, type SourceManifest } from '#lib/domain/source-manifest.ts';
import { sourceManifestFaults } from '#lib/domain/source-manifest-faults.ts';
import { readAreas } from '#lib/ingest/areas.ts';
import { readBooks } from '#lib/ingest/books.ts';
import { readBoundaries } from '#lib/ingest/boundaries.ts';
import { readCases } from '#lib/ingest/cases.ts';
import { readCodeList, type CodeList } from '#lib/ingest/code-list.ts';
import { readContext } from '#lib/ingest/context.ts';
import type { Folder } from '#lib/ingest/folder.ts';
import { fieldRejections, schemaFaults } from '#lib/ingest/schema-faults.ts';
import { readJson, readText, type JsonFile } from '#lib/ingest/source-file.ts';
import { differingFigures } from './report-figures.ts';
import type { Source } from './source.ts';

/**
 * `source` is undefined when the folder cannot be used at all; `rejections` then say why. Rejected rows alone do not
 * stop a dataset while some cases are left: they are counted in the account, which is there once cases were read, and
 * in those of the other tables. Nor does a report whose figures differ from the books: that is said and no more.
 */
export interface ReadSource {
	readonly source: Source | undefined;
	readonly account: Account | undefined;
	readonly rejections: readonly Rejection[];
}

/** Faults of a case file that leave nothing to show, however many rows it has. */
const NO_CASES: readonly Rejection['reason'][] = [
	'column-missing',
	'column-duplicate',
	'cases-none'
];

export async function readSource(folder: Folder): Promise<ReadSource> {
	const read = await readManifest(folder);
	if ('rejections' in read) return unusable(read.rejections);
	const { manifest, file: manifestFile } = read;
	const { boundaries, rejections } = await readBoundaries(folder, manifest);
	if (rejections.length > 0) return unusable(rejections);
	const { context, rejections: contextFaults } = await readContext(folder, manifest, boundaries);
	if (contextFaults.length > 0) return unusable(contextFaults);
	const lists: Record<string, CodeList> = {};
	const broken: Rejection[] = [];
	for (const [name, spec] of Object.entries(manifest.codeLists)) {
		const path = ['codeLists', name];
		const list = await readCodeList(folder, spec, { text: manifestFile.text, path });
		if (list.ok) lists[name] = list.value;
		else broken.push(list.rejection);
	}
	if (broken.length > 0) return unusable(broken);
	const unknown = fieldRejections(MANIFEST, manifestFile, unknownCodes(manifest, lists));
	if (unknown.length > 0) return unusable(unknown);
	const { areas, rejections: areaFaults } = await readAreas(folder, manifest, boundaries);
	if (!areas) return unusable(areaFaults);
	const { books, ...ofBooks } = await readBooks(folder, manifest, { areas, lists });
	if (ofBooks.broken.length > 0) return unusable(ofBooks.broken);
	const file = await readText(folder, manifest.cases.files);
	if (!file.ok) return unusable([file.rejection]);
	const leaves = boundaries.get(manifest.levels[0]?.id ?? '') ?? new Map();
	const { name, text } = file.value;
	const cases = readCases(name, text, { manifest, areas, leaves, lists });
	const { table, account } = cases;
	if (table.rows === 0 || cases.rejections.some(({ reason }) => NO_CASES.includes(reason))) {
		return { source: undefined, account, rejections: cases.rejections };
	}
	const source = { manifest, areas, boundaries, context, lists, table, account, books };
	const differing = fieldRejections(MANIFEST, manifestFile, differingFigures(source));
	const all = [...cases.rejections, ...ofBooks.rejections, ...differing];
	return { source, account, rejections: all };
}

function unusable(rejections: readonly Rejection[]): ReadSource {
	return { source: undefined, account: undefined, rejections };
}

/**
 * Codes that the manifest counts or gives, and their list does not have: a tally of a misspelt code would
 * be 0 everywhere, and nobody would see why.
 */
function unknownCodes(
	{ tallies, cases }: Manifest,
	lists: Readonly<Record<string, CodeList>>
): ManifestFault[] {
	const named: [list: string, codes: readonly string[], ...path: FieldPath][] = [];
	for (const [i, { where }] of tallies.entries()) {
		for (const [list, codes] of Object.entries(where)) {
			named.push([list, codes, 'tallies', i, 'where', list]);
		}
	}
	for (const [list, field] of Object.entries(cases.codes)) {
		const path = ['cases', 'codes', list];
		if ('derived' in field) named.push([list, ['yes', 'no'], ...path, 'derived']);
		if ('rules' in field) {
			named.push([list, field.rules.map(({ code }) => code), ...path, 'rules']);
		}
	}
	return named.flatMap(([list, codes, ...path]) => {
		const known = lists[list]?.tree.codes ?? [];
		return [...new Set(codes)]
			.filter((code) => !known.includes(code))
			.map((value) => ({
				path,
				value,
				reason: 'field-name-unknown' as const,
				expected: known.join(', ')
			}));
	});
}

const MANIFEST = 'dataset.json';

export async function readManifest(
	folder: Folder
): Promise<{ manifest: SourceManifest; file: JsonFile } | { rejections: Rejection[] }> {
	const read = await readJson(folder, MANIFEST);
	if (!read.ok) return { rejections: [read.rejection] };
	const file = read.value;
	const parsed = v.safeParse(SourceManifestSchema, file.json);
	const faults = parsed.success ? sourceManifestFaults(parsed.output) : schemaFaults(parsed.issues);
	const rejections = fieldRejections(MANIFEST, file, faults);
	return parsed.success && rejections.length === 0
		? { manifest: parsed.output, file }
		: { rejections };
}
