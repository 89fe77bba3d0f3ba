import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Boundary } from './boundary.ts';

/** Finds the area that a point lies in, or undefined outside all of them. Longitude, latitude. */
export function makeLocator(
	boundaries: ReadonlyMap<string, Boundary>
): (lon: number, lat: number) => string | undefined {
	const boxed = [...boundaries].map(([code, boundary]) => ({
		code,
		boundary,
		box: boxOf(boundary)
	}));
	return (lon, lat) =>
		boxed.find(
			({ boundary, box }) =>
				lon >= box.west &&
				lon <= box.east &&
				lat >= box.south &&
				lat <= box.north &&
				booleanPointInPolygon([lon, lat], boundary)
		)?.code;
}

/** Degrees. */
export interface Box {
	west: number;
	south: number;
	east: number;
	north: number;
}

export function boxOf(boundary: Boundary): Box {
	const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	const { geometry } = boundary;
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	for (const [lon = NaN, lat = NaN] of polygons.flat(2)) {
		box.west = Math.min(box.west, lon);
		box.east = Math.max(box.east, lon);
		box.south = Math.min(box.south, lat);
		box.north = Math.max(box.north, lat);
	}
	return box;
}

/** The box around all of them. */
export function boxAround(boxes: Iterable<Box>): Box {
	const all: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	for (const { west, south, east, north } of boxes) {
		all.west = Math.min(all.west, west);
		all.south = Math.min(all.south, south);
		all.east = Math.max(all.east, east);
		all.north = Math.max(all.north, north);
	}
	return all;
}
