import type { AreaTree } from '#lib/domain/area.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import { makeHierarchy } from '#lib/domain/hierarchy.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import type { Text } from '#lib/domain/text.ts';
import { fillTemplate, type Boundaries } from './boundaries.ts';
import { parseCsv } from './csv.ts';
import type { Folder } from './folder.ts';
import { makePointFault } from './point-fault.ts';
import { readText } from './source-file.ts';
import { headerFaults, rowFault } from './table-faults.ts';

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
			? await rowsOfTable(folder, manifest, manifest.areas.files, boundaries)
			: rowsOfBoundaries(manifest, boundaries);
	// A table that cannot be read has no rows to be missed.
	const isWhole = rejections.length === 0;
	if (rows.length > 0) rejections.push(...faultsOf(rows, manifest, boundaries));
	if (isWhole && rows.length > 0) rejections.push(...unmatched(rows, manifest, boundaries));
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
	files: readonly string[],
	boundaries: Boundaries
): Promise<{ rows: AreaRow[]; rejections: Rejection[] }> {
	const read = await readText(folder, files);
	if (!read.ok) return { rows: [], rejections: [read.rejection] };
	const file = read.value.name;
	const table = parseCsv(read.value.text);
	const needed = ['code', 'name_zh', 'name_en', 'level', 'parent', 'population'];
	const missing = needed.filter((name) => !table.column.has(name));
	const rejections = headerFaults(file, table, missing, [...needed, 'lon', 'lat']);
	if (rejections.length > 0) return { rows: [], rejections };
	const levels = manifest.levels.map(({ id }) => id).join(', ');
	const pointFault = makePointFault(
		[...boundaries.values()].flatMap((level) => [...level.values()])
	);

	const rows = table.rows.flatMap((cells, i): AreaRow[] => {
		const line = table.lines[i] ?? 0;
		const fault = rowFault(file, table, i);
		if (fault) {
			rejections.push(fault);
			return [];
		}
		const cell = (name: string): string => (cells[table.column.get(name) ?? -1] ?? '').trim();
		const level = manifest.levels.findIndex((one) => one.id === cell('level'));
		const wrong = (
			column: string,
			reason: Rejection['reason'],
			more: Partial<Rejection> = {}
		): void => {
			rejections.push({ file, row: line, column, value: cell(column), reason, ...more });
		};
		if (level < 0) wrong('level', 'level-unknown', { expected: levels });
		if (cell('code') === '') wrong('code', 'value-missing');
		if (cell('name_zh') === '') wrong('name_zh', 'value-missing');
		const [lon, lat] = [cell('lon'), cell('lat')];
		// The point of an area is not used, but one that is exchanged tells that others may be.
		const turned = lon === '' || lat === '' ? undefined : pointFault(Number(lon), Number(lat));
		if (turned) wrong('lon', turned, { value: `${lon}, ${lat}` });
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
	return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
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
		{ file, line }: AreaRow,
		column: string,
		value: string,
		reason: Rejection['reason'],
		expected?: string
	): void => {
		faults.push({ file, row: line, column, value, reason, ...(expected && { expected }) });
	};
	// What has no code, or no level, has been told already.
	const known = rows.filter(({ code, level }) => code !== '' && level >= 0);
	for (const row of known) {
		const earlier = byCode.get(row.code);
		if (earlier) fault(row, 'code', row.code, 'area-duplicate', String(earlier.line));
		else byCode.set(row.code, row);
	}
	for (const row of known) {
		if (byCode.get(row.code) !== row) continue;
		const parent = byCode.get(row.parent);
		const isRoot = row.level === root && row.parent === '';
		// A parent must be of a coarser level: this also rules out rings of parents.
		if (!isRoot && !parent) fault(row, 'parent', row.parent, 'parent-unknown');
		else if (parent && parent.level <= row.level) fault(row, 'parent', row.parent, 'parent-level');
		const level = manifest.levels[row.level];
		if (level && !boundaries.get(level.id)?.has(row.code)) {
			fault(row, 'code', row.code, 'boundary-missing', level.boundaries.file);
		}
	}
	const [first, ...others] = known.filter(
		(row) => row.level === root && byCode.get(row.code) === row
	);
	for (const row of others) fault(row, 'level', row.code, 'root-second', first?.code);
	return faults;
}

/** Boundaries that no area of their level has; told only of a table without broken rows, which might be those areas. */
function unmatched(
	rows: readonly AreaRow[],
	{ levels }: Manifest,
	boundaries: Boundaries
): Rejection[] {
	return levels.flatMap(({ id, boundaries: { file, code: column } }, level) => {
		const codes = new Set(rows.filter((row) => row.level === level).map(({ code }) => code));
		return [...(boundaries.get(id)?.keys() ?? [])].flatMap((value, i): Rejection[] =>
			codes.has(value)
				? []
				: [{ file, row: i + 1, column, value, reason: 'boundary-unmatched', expected: id }]
		);
	});
}
