import type { AreaFeature } from './level-features.ts';

export interface Size {
	readonly width: number;
	readonly height: number;
}

export interface Padding {
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly left: number;
}

/** Steps in which room is made at the bottom, in pixels. */
const STEP = 12;

/**
 * The smallest room at the bottom of the map that keeps every area clear of the legend in the lower
 * left corner: most cities have a corner to spare, and then nothing need be given up for it.
 * `legend` is the box that must stay free, measured from the corner; sizes in pixels.
 */
export function clearPadding(
	features: readonly AreaFeature[],
	map: Size,
	legend: Size,
	edges: Padding
): Padding {
	const points = projected(features);
	const fullest = Math.min(legend.height, map.height / 2) + STEP;
	for (let bottom = edges.bottom; bottom < fullest; bottom += STEP) {
		const padding = { ...edges, bottom };
		if (isClear(points, map, legend, padding)) return padding;
	}
	return { ...edges, bottom: Math.max(edges.bottom, fullest) };
}

interface Points {
	readonly x: number[];
	readonly y: number[];
	readonly west: number;
	readonly east: number;
	readonly south: number;
	readonly north: number;
}

/** Corners of all boundaries in the map's own projection (Web Mercator, radians, y to the north). */
function projected(features: readonly AreaFeature[]): Points {
	const x: number[] = [];
	const y: number[] = [];
	for (const { geometry } of features) {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		for (const [lon = NaN, lat = NaN] of polygons.flat(2)) {
			x.push((lon * Math.PI) / 180);
			y.push(Math.asinh(Math.tan((lat * Math.PI) / 180)));
		}
	}
	const lowest = (values: number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
	const highest = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
	return { x, y, west: lowest(x), east: highest(x), south: lowest(y), north: highest(y) };
}

function isClear(points: Points, map: Size, legend: Size, padding: Padding): boolean {
	const width = map.width - padding.left - padding.right;
	const height = map.height - padding.top - padding.bottom;
	const scale = Math.min(
		width / (points.east - points.west),
		height / (points.north - points.south)
	);
	const left = padding.left + (width - scale * (points.east - points.west)) / 2;
	const bottom = padding.bottom + (height - scale * (points.north - points.south)) / 2;
	return !points.x.some(
		(x, i) =>
			left + scale * (x - points.west) < legend.width &&
			bottom + scale * ((points.y[i] ?? NaN) - points.south) < legend.height
	);
}
