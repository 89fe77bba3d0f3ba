/** Kilometres east and north of the middle of the city. */
export type Point = readonly [x: number, y: number];

export function distance(a: Point, b: Point): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export function between(a: Point, b: Point, share: number): Point {
	return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

export function meanOf(points: readonly Point[]): Point {
	let x = 0;
	let y = 0;
	for (const point of points) {
		x += point[0];
		y += point[1];
	}
	return [x / points.length, y / points.length];
}

/** Positive when the ring runs counter-clockwise. The ring may be open or closed. */
export function signedArea(ring: readonly Point[]): number {
	let doubled = 0;
	let previous = ring[ring.length - 1];
	for (const point of ring) {
		if (previous) doubled += previous[0] * point[1] - point[0] * previous[1];
		previous = point;
	}
	return doubled / 2;
}

const middleLongitude = 104.86;
const middleLatitude = 28.94;
const kmPerDegreeLatitude = 110.8;
const kmPerDegreeLongitude = 97.5;

/** Six decimals: about 0.1 m, far below the quantisation of the boundary file. */
export function lonLatOf(point: Point): [lon: number, lat: number] {
	return [
		rounded(middleLongitude + point[0] / kmPerDegreeLongitude, 6),
		rounded(middleLatitude + point[1] / kmPerDegreeLatitude, 6)
	];
}

export function rounded(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}
