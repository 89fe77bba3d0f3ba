import type { Feature, FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { refuse, type Read } from './source-file.ts';

/** What a file may hold that is neither GeoJSON nor TopoJSON, nobody knows. */
interface Json {
	readonly type?: unknown;
	readonly features?: unknown;
	readonly objects?: Partial<Topology['objects']> | null;
}

/**
 * The features of a GeoJSON file, or of one object of a TopoJSON file. Refused where the file is neither, or holds no
 * such object (then `field` is the manifest's field that names it), or one that points at arcs that are not there.
 */
export function featuresOf<T extends Feature>(
	json: unknown,
	file: string,
	object: string | undefined,
	field: string
): Read<(T | null)[]> {
	const source = json as Json | null;
	if (source?.type === 'FeatureCollection' && Array.isArray(source.features)) {
		return { ok: true, value: source.features as (T | null)[] };
	}
	if (source?.type !== 'Topology') return refuse(file, 'boundaries-unreadable', typeNameOf(source));
	const names = Object.keys(source.objects ?? {});
	if (object === undefined || !names.includes(object)) {
		const expected = names.join(', ');
		const { rejection } = refuse(file, 'object-missing', object ?? '', field);
		return { ok: false, rejection: { ...rejection, expected } };
	}
	try {
		const geometry = source.objects?.[object];
		if (!geometry) return refuse(file, 'boundaries-unreadable', object);
		const made: Feature | FeatureCollection = feature(json as Topology, geometry);
		return {
			ok: true,
			value: (made.type === 'FeatureCollection' ? made.features : [made]) as T[]
		};
	} catch {
		return refuse(file, 'boundaries-unreadable', object);
	}
}

function typeNameOf(source: Json | null): string {
	return typeof source?.type === 'string' ? source.type : '';
}
