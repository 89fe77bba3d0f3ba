import * as v from 'valibot';
import { makeHierarchy, type Hierarchy, type Node } from '#lib/domain/hierarchy.ts';
import { CodesSchema, type Code, type Manifest } from '#lib/domain/manifest.ts';
import { parseCsv } from './csv.ts';
import type { Folder } from './folder.ts';
import { readJson, readText, refuse, type Read } from './source-file.ts';

/** A code list and how a source file writes its codes. */
export interface CodeList {
	readonly tree: Hierarchy;
	/** Position of a code by the text that stands in the source (the code itself where nothing else is said). */
	readonly bySource: ReadonlyMap<string, number>;
}

/** `line` is 0 where the list is no table. */
type Entry = Code & { readonly line: number };

type ListSpec = Manifest['codeLists'][string];

/** Reads a code list; one fault, the first, refuses it as a whole. */
export async function readCodeList(folder: Folder, spec: ListSpec): Promise<Read<CodeList>> {
	const read = await entriesOf(folder, spec);
	if (!read.ok) return read;
	const entries = read.value;
	const fault = faultOf(spec.file ?? 'dataset.json', entries);
	if (fault) return fault;
	const { tree, order } = makeHierarchy(entries.map(nodeOf));
	const bySource = new Map<string, number>();
	order.forEach((i, at) => {
		const entry = entries[i];
		if (entry) bySource.set(entry.source || entry.code, at);
	});
	return { ok: true, value: { tree, bySource } };
}

/** Codes or names that are empty, codes that stand twice, parents that are not there or go round in a ring. */
function faultOf(file: string, entries: readonly Entry[]): ReturnType<typeof refuse> | undefined {
	const parents = new Map<string, string | undefined>();
	for (const { code, zh, parent, line } of entries) {
		if (code === '') return refuse(file, 'value-missing', '', 'code', line);
		if (zh === '') return refuse(file, 'value-missing', '', 'zh', line);
		if (parents.has(code)) return refuse(file, 'id-duplicate', code, 'code', line);
		parents.set(code, parent);
	}
	for (const { code, parent, line } of entries) {
		let steps = 0;
		let at: string | undefined = code;
		while (at && parents.has(at) && steps <= entries.length) {
			at = parents.get(at);
			steps++;
		}
		if (at) return refuse(file, 'parent-unknown', parent, 'parent', line);
	}
	return undefined;
}

function nodeOf({ code, zh, en, parent }: Entry): Node {
	return { code, parent: parent === '' ? undefined : parent, name: { zh, en: en || zh } };
}

async function entriesOf(folder: Folder, spec: ListSpec): Promise<Read<Entry[]>> {
	if (spec.codes) return { ok: true, value: withoutLines(spec.codes) };
	const file = spec.file ?? '';
	if (spec.key === undefined) return entriesOfTable(folder, file);
	const read = await readJson(folder, file);
	if (!read.ok) return read;
	const list = v.safeParse(v.object({ [spec.key]: CodesSchema }), read.value);
	const codes = list.success ? list.output[spec.key] : undefined;
	return codes
		? { ok: true, value: withoutLines(codes) }
		: refuse(file, 'manifest-field', '', spec.key);
}

function withoutLines(codes: readonly Code[]): Entry[] {
	return codes.map((code) => ({ ...code, line: 0 }));
}

async function entriesOfTable(folder: Folder, file: string): Promise<Read<Entry[]>> {
	const read = await readText(folder, [file]);
	if (!read.ok) return read;
	const { header, rows, lines, column } = parseCsv(read.value.text);
	for (const name of ['code', 'parent', 'zh', 'en']) {
		if (!column.has(name)) return refuse(file, 'column-missing', '', name, 1);
	}
	const entries: Entry[] = [];
	for (const [i, cells] of rows.entries()) {
		const line = lines[i] ?? 0;
		if (cells.length !== header.length) {
			const widths = `${String(cells.length)} ≠ ${String(header.length)}`;
			return refuse(file, 'cells-missing', widths, '', line);
		}
		const cell = (name: string): string => cells[column.get(name) ?? -1] ?? '';
		entries.push({
			code: cell('code'),
			parent: cell('parent'),
			zh: cell('zh'),
			en: cell('en'),
			source: cell('source'),
			line
		});
	}
	return { ok: true, value: entries };
}
