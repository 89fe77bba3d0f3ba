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
	const unknown = unknownCodes(manifest, lists).map(manifestFault);
	if (unknown.length > 0) return { source: undefined, rejections: unknown };
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

/**
 * Codes that the manifest counts or gives, and their list does not have: a tally of a misspelt code would
 * be 0 everywhere, and nobody would see why.
 */
function unknownCodes(
	{ tallies, cases }: Manifest,
	lists: Readonly<Record<string, CodeList>>
): Fault[] {
	const named: [field: string, list: string, codes: readonly string[]][] = [];
	for (const { id, where } of tallies) {
		for (const [list, codes] of Object.entries(where)) {
			named.push([`tallies.${id}.where.${list}`, list, codes]);
		}
	}
	for (const [list, field] of Object.entries(cases.codes)) {
		if ('derived' in field) named.push([`cases.codes.${list}.derived`, list, ['yes', 'no']]);
		if ('rules' in field) {
			named.push([`cases.codes.${list}.rules`, list, field.rules.map(({ code }) => code)]);
		}
	}
	return named.flatMap(([field, list, codes]) =>
		[...new Set(codes)]
			.filter((code) => !lists[list]?.tree.position.has(code))
			.map((value) => ({ field, value }))
	);
}

/** Something wrong in the manifest, by the path of the field. */
interface Fault {
	readonly field: string;
	readonly value: string;
}

const MANIFEST = 'dataset.json';

function manifestFault({ field, value }: Fault): Rejection {
	return { file: MANIFEST, row: 0, column: field, value, reason: 'manifest-field' };
}

export async function readManifest(
	folder: Folder
): Promise<{ manifest: Manifest } | { rejections: Rejection[] }> {
	const read = await readJson(folder, MANIFEST);
	if (!read.ok) return { rejections: [read.rejection] };
	const parsed = v.safeParse(ManifestSchema, read.value);
	if (!parsed.success) {
		return {
			rejections: parsed.issues.map((issue) =>
				manifestFault({ field: v.getDotPath(issue) ?? '', value: issue.message })
			)
		};
	}
	const dangling = danglingNames(parsed.output).map(manifestFault);
	return dangling.length > 0 ? { rejections: dangling } : { manifest: parsed.output };
}
