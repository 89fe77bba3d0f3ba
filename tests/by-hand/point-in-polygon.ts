type Point = readonly [lon: number, lat: number];
/** Outer ring first, then holes; GeoJSON's Polygon. */
type Polygon = readonly (readonly Point[])[];

/** Even–odd rule over all rings of all polygons: a line from the point to the east crosses borders an odd number of times. */
export function isInside([lon, lat]: Point, polygons: readonly Polygon[]): boolean {
	let inside = false;
	for (const ring of polygons.flat()) {
		for (const [i, [x1, y1]] of ring.entries()) {
			const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
			const crossesHeight = y1 > lat !== y2 > lat;
			if (crossesHeight && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
		}
	}
	return inside;
}
