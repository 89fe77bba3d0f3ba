import * as v from 'valibot';
import { makeHierarchy, type Hierarchy, type Node } from '#lib/domain/hierarchy.ts';
import { CodesSchema, type Code, type Manifest } from '#lib/domain/manifest.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import type { FieldPath } from '#lib/domain/manifest-faults.ts';
import { parseCsv } from './csv.ts';
import type { Folder } from './folder.ts';
import { jsonPlaces } from './json-places.ts';
import { fieldRejections, schemaFaults } from './schema-faults.ts';
import { readJson, readText, refuse, type Read } from './source-file.ts';
import { headerFaults, rowFault } from './table-faults.ts';

/** A code list and how a source file writes its codes. */
export interface CodeList {
	readonly tree: Hierarchy;
	/** Position of a code by the text that stands in the source (the code itself where nothing else is said). */
	readonly bySource: ReadonlyMap<string, number>;
}

/** `line` is that of the file, 0 where it is not known. */
type Entry = Code & { readonly line: number };

type ListSpec = Manifest['codeLists'][string];

/** The manifest's own text, and where in it the list stands: for lists that are written there. */
export interface ListPlace {
	readonly text: string;
	readonly path: FieldPath;
}

/** Reads a code list; one fault, the first, refuses it as a whole. */
export async function readCodeList(
	folder: Folder,
	spec: ListSpec,
	place: ListPlace = { text: '', path: [] }
): Promise<Read<CodeList>> {
	const read = await entriesOf(folder, spec, place);
	if (!read.ok) return read;
	const entries = read.value;
	const rejection = faultOf(spec.file ?? 'dataset.json', entries);
	if (rejection) return { ok: false, rejection };
	const { tree, order } = makeHierarchy(entries.map(nodeOf));
	const bySource = new Map<string, number>();
	order.forEach((i, at) => {
		const entry = entries[i];
		if (entry) bySource.set(entry.source || entry.code, at);
	});
	return { ok: true, value: { tree, bySource } };
}

/**
 * Codes or names that are empty, codes or words of the source that stand twice, parents that are not there or go
 * round in a ring.
 */
function faultOf(file: string, entries: readonly Entry[]): Rejection | undefined {
	const byCode = new Map<string, Entry>();
	const bySource = new Map<string, Entry>();
	const fault = (
		{ line }: Entry,
		column: string,
		value: string,
		reason: Rejection['reason'],
		first?: Entry
	): Rejection => ({
		file,
		row: line,
		column,
		value,
		reason,
		...(first && { expected: String(first.line) })
	});
	for (const entry of entries) {
		const { code, zh, source = '' } = entry;
		if (code === '') return fault(entry, 'code', '', 'value-missing');
		if (zh === '') return fault(entry, 'zh', '', 'value-missing');
		const same = byCode.get(code);
		if (same) return fault(entry, 'code', code, 'id-duplicate', same);
		const written = source === '' ? undefined : bySource.get(source);
		if (written) return fault(entry, 'source', source, 'source-duplicate', written);
		byCode.set(code, entry);
		bySource.set(source, entry);
	}
	for (const entry of entries) {
		let at = entry;
		for (let steps = 0; at.parent; steps++) {
			const parent = byCode.get(at.parent);
			if (!parent) return fault(at, 'parent', at.parent, 'parent-unknown');
			if (steps > entries.length) return fault(entry, 'parent', entry.parent ?? '', 'parent-ring');
			at = parent;
		}
	}
	return undefined;
}

function nodeOf({ code, zh, en, parent }: Entry): Node {
	return { code, parent: parent === '' ? undefined : parent, name: { zh, en: en || zh } };
}

async function entriesOf(
	folder: Folder,
	spec: ListSpec,
	{ text, path }: ListPlace
): Promise<Read<Entry[]>> {
	if (spec.codes) return { ok: true, value: withLines(spec.codes, text, [...path, 'codes']) };
	const file = spec.file ?? '';
	if (spec.key === undefined) return entriesOfTable(folder, file);
	const read = await readJson(folder, file);
	if (!read.ok) return read;
	const list = v.safeParse(v.object({ [spec.key]: CodesSchema }), read.value.json);
	const codes = list.success ? list.output[spec.key] : undefined;
	if (codes) return { ok: true, value: withLines(codes, read.value.text, [spec.key]) };
	const [rejection] = fieldRejections(file, read.value, schemaFaults(list.issues ?? []));
	return rejection ? { ok: false, rejection } : refuse(file, 'field-missing', '', spec.key);
}

function withLines(codes: readonly Code[], text: string, path: FieldPath): Entry[] {
	const places = jsonPlaces(text);
	return codes.map((code, i) => ({
		...code,
		line: places.fault === undefined ? places.lineOf([...path, i]) : 0
	}));
}

async function entriesOfTable(folder: Folder, file: string): Promise<Read<Entry[]>> {
	const read = await readText(folder, [file]);
	if (!read.ok) return read;
	const table = parseCsv(read.value.text);
	const { rows, lines, column } = table;
	const needed = ['code', 'parent', 'zh', 'en'];
	const missing = needed.filter((name) => !column.has(name));
	const [wrong] = headerFaults(file, table, missing, [...needed, 'source']);
	if (wrong) return { ok: false, rejection: wrong };
	const entries: Entry[] = [];
	for (const [i, cells] of rows.entries()) {
		const rejection = rowFault(file, table, i);
		if (rejection) return { ok: false, rejection };
		const cell = (name: string): string => (cells[column.get(name) ?? -1] ?? '').trim();
		entries.push({
			code: cell('code'),
			parent: cell('parent'),
			zh: cell('zh'),
			en: cell('en'),
			source: cell('source'),
			line: lines[i] ?? 0
		});
	}
	return { ok: true, value: entries };
}
