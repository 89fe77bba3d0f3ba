import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Boundary } from './boundaries.ts';

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

export interface Box {
	west: number;
	south: number;
	east: number;
	north: number;
}

function boxOf(boundary: Boundary): Box {
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
