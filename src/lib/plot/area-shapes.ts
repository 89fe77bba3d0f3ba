import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

export interface Outlined {
	readonly id?: number | string | undefined;
	readonly geometry: Polygon | MultiPolygon;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Where longitude and latitude (degrees) lie in a picture, in pixels from its upper left corner. */
export type Projection = (lon: number, lat: number) => Point;

interface Box {
	readonly width: number;
	readonly height: number;
	/** Room to leave at the edges. */
	readonly padding: {
		readonly top: number;
		readonly right: number;
		readonly bottom: number;
		readonly left: number;
	};
}

/** Web Mercator, in radians, y to the south: the projection of the drawn map, so that the two look alike. */
const mercator = ([lon = NaN, lat = NaN]: Position): Point => ({
	x: (lon * Math.PI) / 180,
	y: -Math.asinh(Math.tan((lat * Math.PI) / 180))
});

const ringsOf = ({ geometry }: Outlined): Position[][] =>
	geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/**
 * The projection in which the areas fill the box as far as their shape allows, in the middle of what the padding
 * leaves. No areas, areas without extent, or a box without room: undefined.
 */
export function fitProjection(
	areas: readonly Outlined[],
	{ width, height, padding }: Box
): Projection | undefined {
	let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const area of areas) {
		for (const ring of ringsOf(area)) {
			for (const position of ring) {
				const { x, y } = mercator(position);
				[west, east] = [Math.min(west, x), Math.max(east, x)];
				[north, south] = [Math.min(north, y), Math.max(south, y)];
			}
		}
	}
	const room = {
		width: width - padding.left - padding.right,
		height: height - padding.top - padding.bottom
	};
	const scale = Math.min(room.width / (east - west), room.height / (south - north));
	if (!(scale > 0) || !Number.isFinite(scale)) return undefined;
	const left = padding.left + (room.width - scale * (east - west)) / 2;
	const top = padding.top + (room.height - scale * (south - north)) / 2;
	return (lon, lat) => {
		const { x, y } = mercator([lon, lat]);
		return { x: left + scale * (x - west), y: top + scale * (y - north) };
	};
}

/** A river or a road. */
export interface Course {
	readonly geometry: LineString | MultiLineString;
}

const pointIn =
	(project: Projection) =>
	([lon = NaN, lat = NaN]: Position): string => {
		const { x, y } = project(lon, lat);
		return `${rounded(x)},${rounded(y)}`;
	};

/** The outline of an area as an SVG path, to a tenth of a pixel; holes are holes under either fill rule. */
export function shapeOf(area: Outlined, project: Projection): string {
	const point = pointIn(project);
	return ringsOf(area)
		.map((ring) => `M${withoutRepeats(ring.slice(0, -1).map(point)).join('L')}Z`)
		.join('');
}

/** A course as an open SVG path, to a tenth of a pixel. */
export function courseOf({ geometry }: Course, project: Projection): string {
	const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
	return lines.map((line) => `M${withoutRepeats(line.map(pointIn(project))).join('L')}`).join('');
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Corners that fall on the one before them say nothing at this size. */
const withoutRepeats = (points: string[]): string[] =>
	points.filter((point, i) => i === 0 || point !== points[i - 1]);
