import type { Feature, Geometry, Position } from 'geojson';
import type { Rejection } from '#lib/domain/errors.ts';
import type { Context, ContextKind, Manifest } from '#lib/domain/manifest.ts';
import { isInside } from './boundary-faults.ts';
import type { Boundaries } from './boundaries.ts';
import { featuresOf } from './features.ts';
import type { Folder } from './folder.ts';
import { boxAround, boxOf, type Box } from './locate.ts';
import { readJson } from './source-file.ts';

/** Rivers, roads, relief: the features of each by its id. */
export type ContextFeatures = ReadonlyMap<string, readonly Feature[]>;

const SHAPES: Readonly<Record<ContextKind, readonly Geometry['type'][]>> = {
	relief: ['Polygon', 'MultiPolygon'],
	river: ['LineString', 'MultiLineString'],
	road: ['LineString', 'MultiLineString']
};

/** How far beyond the city's box (in its widths and heights) a river may come from: it is no fault of the file. */
const MARGIN = 0.5;

/** Reads what lies under and over the map; the first fault of each list is told. */
export async function readContext(
	folder: Folder,
	manifest: Manifest,
	boundaries: Boundaries
): Promise<{ context: ContextFeatures; rejections: Rejection[] }> {
	const context = new Map<string, readonly Feature[]>();
	const rejections: Rejection[] = [];
	const place = placeOf(manifest, boundaries);
	for (const layer of manifest.context ?? []) {
		const json = await readJson(folder, layer.file);
		const read = json.ok ? featuresOf(json.value.json, layer.file, layer.object, 'context') : json;
		if (!read.ok) {
			rejections.push(read.rejection);
			continue;
		}
		const fault = read.value.flatMap((one, i) => faultOf(layer, one, i + 1, place)).at(0);
		if (fault) rejections.push(fault);
		else
			context.set(
				layer.id,
				read.value.flatMap((one) => one ?? [])
			);
	}
	return { context, rejections };
}

function placeOf({ levels }: Manifest, boundaries: Boundaries): Box {
	const root = boundaries.get(levels.at(-1)?.id ?? '') ?? new Map();
	const { west, south, east, north } = boxAround([...root.values()].map(boxOf));
	const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN];
	return { west: west - dx, south: south - dy, east: east + dx, north: north + dy };
}

function faultOf(
	{ file, kind, id }: Context,
	feature: Feature | null,
	row: number,
	place: Box
): Rejection[] {
	const at = { file, row, column: `context ${id}` };
	const geometry = feature?.geometry;
	const type = geometry?.type ?? '';
	if (!SHAPES[kind].some((one) => one === type)) {
		return [{ ...at, value: type, reason: 'context-shape', expected: SHAPES[kind].join(' / ') }];
	}
	const astray = positionsOf(geometry).find(
		([lon, lat]) => typeof lon !== 'number' || typeof lat !== 'number' || !isInside(place, lon, lat)
	);
	if (!astray) return [];
	const value = astray
		.slice(0, 2)
		.map((part) => JSON.stringify(part))
		.join(', ');
	return [{ ...at, value, reason: 'context-place' }];
}

/** Every position of lines and areas, however deep they lie; what is no list of lists has none that is a place. */
function positionsOf(geometry: Geometry | undefined): Position[] {
	const { coordinates } = (geometry ?? {}) as { coordinates?: unknown };
	const flat = (value: unknown): Position[] => {
		if (!Array.isArray(value)) return [[NaN]];
		return value.some(Array.isArray) ? value.flatMap(flat) : [value as Position];
	};
	return flat(coordinates);
}
