import { neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Codes of the areas of a level that share a border with one of them, in the file's order; a corner alone is none. */
export function sharedBorders(topology: Topology, level: string, code: string): string[] {
	const object = topology.objects[level] as GeometryCollection<object> | undefined;
	if (object?.type !== 'GeometryCollection') return [];
	const at = object.geometries.findIndex((geometry) => codeOf(geometry) === code);
	const beside = neighbors(object.geometries)[at] ?? [];
	return beside.flatMap((i) => codeOf(object.geometries[i]) ?? []);
}

function codeOf(geometry: { properties?: object | undefined } | undefined): string | undefined {
	const properties = geometry?.properties;
	if (!properties || !('code' in properties)) return undefined;
	return typeof properties.code === 'string' ? properties.code : undefined;
}
