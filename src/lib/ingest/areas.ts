import type { AreaTree } from '#lib/domain/area.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import { makeHierarchy } from '#lib/domain/hierarchy.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import type { Text } from '#lib/domain/text.ts';
import { fillTemplate, type Boundaries } from './boundaries.ts';
import { parseCsv } from './csv.ts';
import type { Folder } from './folder.ts';
import { readText } from './source-file.ts';

interface AreaRow {
	readonly code: string;
	readonly name: Text;
	readonly level: number;
	/** Empty for the root. */
	readonly parent: string;
	readonly population: number;
	readonly file: string;
	readonly line: number;
}

/** Reads the areas of every level and joins them to their boundaries; undefined where anything is wrong. */
export async function readAreas(
	folder: Folder,
	manifest: Manifest,
	boundaries: Boundaries
): Promise<{ areas: AreaTree | undefined; rejections: Rejection[] }> {
	const { rows, rejections } =
		manifest.areas.from === 'table'
			? await rowsOfTable(folder, manifest, manifest.areas.files)
			: rowsOfBoundaries(manifest, boundaries);
	rejections.push(...faultsOf(rows, manifest, boundaries));
	if (rows.length === 0 && rejections.length === 0) rejections.push(noArea(manifest));
	return { areas: rejections.length === 0 ? treeOf(rows) : undefined, rejections };
}

function noArea({ areas, levels }: Manifest): Rejection {
	const root = levels.at(-1);
	const file = (areas.from === 'table' ? areas.files[0] : root?.boundaries.file) ?? '';
	return { file, row: 0, column: 'level', value: root?.id ?? '', reason: 'value-missing' };
}

function treeOf(rows: readonly AreaRow[]): AreaTree {
	const { tree, order } = makeHierarchy(
		rows.map(({ code, parent, name }) => ({
			code,
			name,
			parent: parent === '' ? undefined : parent
		}))
	);
	const level = Uint8Array.from(order, (i) => rows[i]?.level ?? 0);
	const population = Float64Array.from(order, (i) => rows[i]?.population ?? NaN);
	return { ...tree, level, population };
}

async function rowsOfTable(
	folder: Folder,
	manifest: Manifest,
	files: readonly string[]
): Promise<{ rows: AreaRow[]; rejections: Rejection[] }> {
	const read = await readText(folder, files);
	if (!read.ok) return { rows: [], rejections: [read.rejection] };
	const file = read.value.name;
	const table = parseCsv(read.value.text);
	const rejections: Rejection[] = [];
	const missing = ['code', 'name_zh', 'name_en', 'level', 'parent', 'population'].filter(
		(name) => !table.column.has(name)
	);
	for (const column of missing) {
		rejections.push({ file, row: 1, column, value: '', reason: 'column-missing' });
	}
	if (missing.length > 0) return { rows: [], rejections };

	const rows = table.rows.flatMap((cells, i): AreaRow[] => {
		const line = table.lines[i] ?? 0;
		if (cells.length !== table.header.length) {
			const value = `${String(cells.length)} ≠ ${String(table.header.length)}`;
			rejections.push({ file, row: line, column: '', value, reason: 'cells-missing' });
			return [];
		}
		const cell = (name: string): string => (cells[table.column.get(name) ?? -1] ?? '').trim();
		const level = manifest.levels.findIndex((one) => one.id === cell('level'));
		const wrong = (column: string, reason: Rejection['reason']): void => {
			rejections.push({ file, row: line, column, value: cell(column), reason });
		};
		if (level < 0) wrong('level', 'level-unknown');
		if (cell('code') === '') wrong('code', 'value-missing');
		if (cell('name_zh') === '') wrong('name_zh', 'value-missing');
		const population = peopleIn(cell('population'));
		if (population === undefined) wrong('population', 'number-invalid');
		return [
			{
				code: cell('code'),
				name: { zh: cell('name_zh'), en: cell('name_en') || cell('name_zh') },
				level,
				parent: cell('parent'),
				population: population ?? NaN,
				file,
				line
			}
		];
	});
	return { rows, rejections };
}

/** NaN where nothing is said, undefined where it is no number of people. */
function peopleIn(text: string): number | undefined {
	if (text === '') return NaN;
	const people = Number(text);
	return people >= 0 && people < Infinity ? people : undefined;
}

function rowsOfBoundaries(
	manifest: Manifest,
	boundaries: Boundaries
): { rows: AreaRow[]; rejections: Rejection[] } {
	const rows: AreaRow[] = [];
	const rejections: Rejection[] = [];
	for (const [level, { id, boundaries: spec }] of manifest.levels.entries()) {
		const sorted = [...(boundaries.get(id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
		for (const [i, [code, { properties }]] of sorted.entries()) {
			const place = { file: spec.file, row: i + 1 };
			const value = fillTemplate(spec.population ?? '', properties) ?? '';
			const population = peopleIn(value);
			if (population === undefined) {
				rejections.push({ ...place, column: 'population', value, reason: 'number-invalid' });
			}
			rows.push({
				code,
				name: {
					zh: fillTemplate(spec.label?.zh ?? '', properties) ?? code,
					en: fillTemplate(spec.label?.en ?? '', properties) ?? code
				},
				level,
				parent: fillTemplate(spec.parent ?? '', properties) ?? '',
				population: population ?? NaN,
				file: place.file,
				line: place.row
			});
		}
	}
	return { rows, rejections };
}

/** Codes that stand twice, parents that do not exist, a second root, areas without a boundary. */
function faultsOf(
	rows: readonly AreaRow[],
	manifest: Manifest,
	boundaries: Boundaries
): Rejection[] {
	const faults: Rejection[] = [];
	const byCode = new Map<string, AreaRow>();
	const root = manifest.levels.length - 1;
	const fault = (
		row: AreaRow,
		column: string,
		value: string,
		reason: Rejection['reason']
	): void => {
		faults.push({ file: row.file, row: row.line, column, value, reason });
	};
	for (const row of rows) {
		if (byCode.has(row.code)) fault(row, 'code', row.code, 'area-duplicate');
		byCode.set(row.code, row);
	}
	for (const row of rows) {
		const parent = byCode.get(row.parent);
		const isRoot = row.level === root && row.parent === '';
		// A parent must be of a coarser level: this also rules out rings of parents.
		if (!isRoot && !(parent && parent.level > row.level)) {
			fault(row, 'parent', row.parent, 'parent-unknown');
		}
		const level = manifest.levels[row.level];
		if (level && !boundaries.get(level.id)?.has(row.code)) {
			fault(row, 'code', row.code, 'boundary-missing');
		}
	}
	const roots = rows.filter((row) => row.level === root);
	for (const row of roots.slice(1)) fault(row, 'level', row.code, 'area-duplicate');
	return faults;
}
