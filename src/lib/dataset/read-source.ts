import * as v from 'valibot';
import type { AreaTree } from '#lib/domain/area.ts';
import type { Account } from '#lib/domain/dataset-index.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import { danglingNames, ManifestSchema, type Manifest } from '#lib/domain/manifest.ts';
import { readAreas } from '#lib/ingest/areas.ts';
import { readBoundaries, type Boundaries } from '#lib/ingest/boundaries.ts';
import type { CaseTable } from '#lib/ingest/case-table.ts';
import { readCases } from '#lib/ingest/cases.ts';
import { readCodeList, type CodeList } from '#lib/ingest/code-list.ts';
import type { Folder } from '#lib/ingest/folder.ts';
import { readJson, readText } from '#lib/ingest/source-file.ts';

/** A dataset folder, read and validated: what `check` reports and `build` writes. */
export interface Source {
	readonly manifest: Manifest;
	readonly areas: AreaTree;
	readonly boundaries: Boundaries;
	readonly lists: Readonly<Record<string, CodeList>>;
	readonly table: CaseTable;
	readonly account: Account;
}

/**
 * `source` is undefined when the folder cannot be used at all; `rejections` then say why. Rejected
 * case rows alone do not stop a dataset: they are counted in the account.
 */
export interface ReadSource {
	readonly source: Source | undefined;
	readonly rejections: readonly Rejection[];
}

export async function readSource(folder: Folder): Promise<ReadSource> {
	const read = await readManifest(folder);
	if ('rejections' in read) return { source: undefined, rejections: read.rejections };
	const { manifest } = read;
	const { boundaries, rejections } = await readBoundaries(folder, manifest);
	if (rejections.length > 0) return { source: undefined, rejections };
	const lists: Record<string, CodeList> = {};
	for (const [name, spec] of Object.entries(manifest.codeLists)) {
		const list = await readCodeList(folder, spec);
		if (!list.ok) return { source: undefined, rejections: [list.rejection] };
		lists[name] = list.value;
	}
	const { areas, rejections: areaFaults } = await readAreas(folder, manifest, boundaries);
	if (!areas) return { source: undefined, rejections: areaFaults };
	const file = await readText(folder, manifest.cases.files);
	if (!file.ok) return { source: undefined, rejections: [file.rejection] };
	const leaves = boundaries.get(manifest.levels[0]?.id ?? '') ?? new Map();
	const { name, text } = file.value;
	const cases = readCases(name, text, { manifest, areas, leaves, lists });
	const { table, account } = cases;
	const unusable = cases.rejections.some(({ reason }) => reason === 'column-missing');
	return {
		source: unusable ? undefined : { manifest, areas, boundaries, lists, table, account },
		rejections: cases.rejections
	};
}

export async function readManifest(
	folder: Folder
): Promise<{ manifest: Manifest } | { rejections: Rejection[] }> {
	const file = 'dataset.json';
	const read = await readJson(folder, file);
	if (!read.ok) return { rejections: [read.rejection] };
	const parsed = v.safeParse(ManifestSchema, read.value);
	const fault = (column: string, value: string): Rejection => ({
		file,
		row: 0,
		column,
		value,
		reason: 'manifest-field'
	});
	if (!parsed.success) {
		return {
			rejections: parsed.issues.map((issue) => fault(v.getDotPath(issue) ?? '', issue.message))
		};
	}
	const dangling = danglingNames(parsed.output).map(({ field, value }) => fault(field, value));
	return dangling.length > 0 ? { rejections: dangling } : { manifest: parsed.output };
}
