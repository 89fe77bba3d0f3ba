import { makeHierarchy, type Hierarchy, type Node } from '#lib/domain/hierarchy.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import { parseCsv } from './csv.ts';
import type { Folder } from './folder.ts';
import { readJson, readText, refuse, type Read } from './source-file.ts';

/** A code list and how a source file writes its codes. */
export interface CodeList {
	readonly tree: Hierarchy;
	/** Position of a code by the text that stands in the source (the code itself where nothing else is said). */
	readonly bySource: ReadonlyMap<string, number>;
}

interface Entry {
	code: string;
	zh: string;
	en: string;
	parent?: string | undefined;
	source?: string | undefined;
}

type ListSpec = Manifest['codeLists'][string];

export async function readCodeList(folder: Folder, spec: ListSpec): Promise<Read<CodeList>> {
	const entries = await entriesOf(folder, spec);
	if (!entries.ok) return entries;
	const file = spec.file ?? 'dataset.json';
	const codes = new Set<string>();
	for (const { code } of entries.value) {
		if (code === '' || codes.has(code)) return refuse(file, 'id-duplicate', code, 'code');
		codes.add(code);
	}
	for (const { parent } of entries.value) {
		if (parent && !codes.has(parent)) return refuse(file, 'parent-unknown', parent, 'parent');
	}
	const { tree, order } = makeHierarchy(entries.value.map(nodeOf));
	const bySource = new Map<string, number>();
	order.forEach((i, at) => {
		const entry = entries.value[i];
		if (entry) bySource.set(entry.source ?? entry.code, at);
	});
	return { ok: true, value: { tree, bySource } };
}

function nodeOf({ code, zh, en, parent }: Entry): Node {
	return { code, parent: parent === '' ? undefined : parent, name: { zh, en } };
}

async function entriesOf(folder: Folder, spec: ListSpec): Promise<Read<Entry[]>> {
	if (spec.codes) return { ok: true, value: spec.codes };
	const file = spec.file ?? '';
	if (spec.key !== undefined) {
		const read = await readJson(folder, file);
		if (!read.ok) return read;
		const list = (read.value as Record<string, Entry[]>)[spec.key];
		return list ? { ok: true, value: list } : refuse(file, 'manifest-field', spec.key);
	}
	const read = await readText(folder, [file]);
	if (!read.ok) return read;
	const table = parseCsv(read.value.text);
	for (const name of ['code', 'parent', 'zh', 'en']) {
		if (!table.column.has(name)) return refuse(file, 'column-missing', '', name, 1);
	}
	const cell = (row: readonly string[], name: string): string =>
		row[table.column.get(name) ?? -1] ?? '';
	return {
		ok: true,
		value: table.rows.map((row) => ({
			code: cell(row, 'code'),
			parent: cell(row, 'parent'),
			zh: cell(row, 'zh'),
			en: cell(row, 'en'),
			source: table.column.has('source') ? cell(row, 'source') : undefined
		}))
	};
}
