import type { Position } from 'geojson';
import polylabel from 'polylabel';
import type { AreaTree } from '#lib/domain/area.ts';
import type { Manifest } from '#lib/domain/manifest.ts';
import type { Boundaries } from '#lib/ingest/boundaries.ts';
import type { Boundary } from '#lib/ingest/boundary.ts';

/** About a metre: as fine as the boundaries are kept. */
const DIGITS = 5;

/** For each area the point furthest from its border, in its largest part. */
export function labelPoints(
	manifest: Manifest,
	areas: AreaTree,
	boundaries: Boundaries
): { lon: number[]; lat: number[] } {
	const points = areas.codes.map((code, i) => {
		const level = manifest.levels[areas.level[i] ?? 0];
		const boundary = boundaries.get(level?.id ?? '')?.get(code);
		if (!boundary) throw new RangeError(`Area ${code} has no boundary.`);
		return innerPoint(boundary);
	});
	return { lon: points.map(([lon]) => lon), lat: points.map(([, lat]) => lat) };
}

function innerPoint({ geometry }: Boundary): [number, number] {
	const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const largest = parts.reduce((a, b) => (extent(b) > extent(a) ? b : a));
	const [lon = NaN, lat = NaN] = polylabel(largest as [number, number][][], 0.0005);
	return [Number(lon.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))];
}

/** Area of the outer ring in square degrees: enough to compare parts of one area. */
function extent(polygon: Position[][]): number {
	const ring = polygon[0] ?? [];
	let twice = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [x1 = 0, y1 = 0] = ring[i] ?? [];
		const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
		twice += x1 * y2 - x2 * y1;
	}
	return Math.abs(twice);
}
