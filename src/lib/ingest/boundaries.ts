import type { Rejection } from '#lib/domain/errors.ts';
import type { Level, Manifest } from '#lib/domain/manifest.ts';
import type { Boundary } from './boundary.ts';
import { placeFault, shapeFault } from './boundary-faults.ts';
import { featuresOf } from './features.ts';
import type { Folder } from './folder.ts';
import { boxAround, boxOf, type Box } from './locate.ts';
import { readJson, type Read } from './source-file.ts';

/** Boundaries of each level, by the code of the area, each with the source's own properties. */
export type Boundaries = ReadonlyMap<string, ReadonlyMap<string, Boundary>>;

/** Reads the boundaries of every level; the first fault of each feature is told, and a file that is none once. */
export async function readBoundaries(
	folder: Folder,
	manifest: Manifest
): Promise<{ boundaries: Boundaries; rejections: Rejection[] }> {
	const boundaries = new Map<string, Map<string, Boundary>>();
	const rejections: Rejection[] = [];
	const read = new Map<string, Read<unknown>>();
	for (const level of manifest.levels) {
		const { file } = level.boundaries;
		const known = read.get(file);
		const json = known ?? (await jsonOf(folder, file));
		read.set(file, json);
		if (!json.ok) {
			// Said once, though several levels lie in the file.
			if (!known) rejections.push(json.rejection);
			continue;
		}
		const found = readLevel(json.value, level);
		boundaries.set(level.id, found.boundaries);
		rejections.push(...found.rejections);
	}
	if (rejections.length === 0) rejections.push(...elsewhere(manifest, boundaries));
	return { boundaries, rejections };
}

async function jsonOf(folder: Folder, file: string): Promise<Read<unknown>> {
	const read = await readJson(folder, file);
	return read.ok ? { ok: true, value: read.value.json } : read;
}

function readLevel(
	json: unknown,
	level: Level
): { boundaries: Map<string, Boundary>; rejections: Rejection[] } {
	const { file, object, code } = level.boundaries;
	const byCode = new Map<string, Boundary>();
	const read = featuresOf<Boundary>(json, file, object, 'levels');
	if (!read.ok) return { boundaries: byCode, rejections: [read.rejection] };
	const rejections: Rejection[] = [];
	const ordinals = new Map<string, number>();
	for (const [i, boundary] of read.value.entries()) {
		const place = { file, row: i + 1, column: code };
		const value = fillTemplate(code, boundary?.properties ?? null);
		if (value === undefined) {
			const expected = Object.keys(boundary?.properties ?? {}).join(', ');
			rejections.push({ ...place, value: '', reason: 'boundary-without-code', expected });
			continue;
		}
		const earlier = ordinals.get(value);
		if (earlier !== undefined) {
			rejections.push({ ...place, value, reason: 'boundary-duplicate', expected: String(earlier) });
			continue;
		}
		ordinals.set(value, i + 1);
		const fault = shapeFault(boundary?.geometry);
		if (fault) {
			rejections.push({ ...place, value: fault.value, reason: fault.reason, expected: value });
		} else if (boundary) byCode.set(value, boundary);
	}
	return { boundaries: byCode, rejections };
}

/**
 * Areas that lie outside the box of the whole city, each with the corner that shows it. Where the whole city and
 * all its leaves lie apart, it is the one boundary of the city that is told, and not hundreds.
 */
function elsewhere(manifest: Manifest, boundaries: Boundaries): Rejection[] {
	const boxesOf = ({ id }: Level): [string, Box][] =>
		[...(boundaries.get(id) ?? [])].map(([code, boundary]) => [code, boxOf(boundary)]);
	const boxAt = (level: Level | undefined): Box =>
		boxAround(level ? boxesOf(level).map(([, box]) => box) : []);
	const root = manifest.levels.at(-1);
	const leaves = boxAt(manifest.levels[0]);
	const isRootApart = placeFault(boxAt(root), leaves) !== undefined;
	const [judged, city] = isRootApart && root ? [[root], leaves] : [manifest.levels, boxAt(root)];
	return judged.flatMap((level) =>
		boxesOf(level).flatMap(([expected, box], i): Rejection[] => {
			const reason = placeFault(box, city);
			if (!reason) return [];
			const { file, code } = level.boundaries;
			const value = `${String(box.west)}, ${String(box.south)}`;
			return [{ file, row: i + 1, column: code, value, reason, expected }];
		})
	);
}

/** Replaces {NAME} by the property; undefined where one is missing or empty. */
export function fillTemplate(
	template: string,
	properties: Readonly<Record<string, unknown>> | null
): string | undefined {
	const missing: string[] = [];
	const text = template.replace(/\{([^}]+)\}/g, (_, name: string) => {
		const value = properties?.[name];
		if (typeof value === 'number') return String(value);
		if (typeof value === 'string' && value !== '') return value;
		missing.push(name);
		return '';
	});
	return missing.length === 0 && text !== '' ? text : undefined;
}
