import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Level, Manifest } from '#lib/domain/manifest.ts';
import type { Folder } from './folder.ts';
import { readJson, refuse, type Read } from './source-file.ts';

export type Boundary = Feature<Polygon | MultiPolygon, Record<string, unknown>>;

/** Boundaries of each level, by the code of the area, each with the source's own properties. */
export type Boundaries = ReadonlyMap<string, ReadonlyMap<string, Boundary>>;

export async function readBoundaries(
	folder: Folder,
	manifest: Manifest
): Promise<{ boundaries: Boundaries; rejections: Rejection[] }> {
	const boundaries = new Map<string, Map<string, Boundary>>();
	const rejections: Rejection[] = [];
	for (const level of manifest.levels) {
		const read = await readLevel(folder, level);
		if (read.ok) boundaries.set(level.id, read.value);
		else rejections.push(read.rejection);
	}
	return { boundaries, rejections };
}

async function readLevel(folder: Folder, level: Level): Promise<Read<Map<string, Boundary>>> {
	const { file, object, code } = level.boundaries;
	const read = await readJson(folder, file);
	if (!read.ok) return read;
	const features = featuresOf(read.value, object);
	if (!features) return refuse(file, 'boundary-missing', object ?? '', level.id);
	const byCode = new Map<string, Boundary>();
	for (const [i, boundary] of features.entries()) {
		const value = fillTemplate(code, boundary.properties);
		if (value === undefined) return refuse(file, 'boundary-without-code', '', code, i + 1);
		if (byCode.has(value)) return refuse(file, 'area-duplicate', value, code, i + 1);
		if (!isArea(boundary)) return refuse(file, 'boundary-missing', value, code, i + 1);
		byCode.set(value, boundary);
	}
	return { ok: true, value: byCode };
}

/** What a file may hold that is neither GeoJSON nor TopoJSON, nobody knows. */
interface Json {
	readonly type?: unknown;
	readonly features?: Boundary[];
	readonly objects?: Partial<Topology['objects']>;
}

/** Undefined where the file holds no such object, or one that points at arcs that are not there. */
function featuresOf(json: unknown, object: string | undefined): Boundary[] | undefined {
	const source = json as Json | null;
	if (source?.type === 'FeatureCollection') return source.features;
	const geometry = source?.objects?.[object ?? ''];
	if (!geometry) return undefined;
	try {
		const made: Feature | FeatureCollection = feature(json as Topology, geometry);
		return (made.type === 'FeatureCollection' ? made.features : [made]) as Boundary[];
	} catch {
		return undefined;
	}
}

function isArea({ geometry }: { readonly geometry: Geometry | null }): boolean {
	return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
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
