import polylabel from 'polylabel';
import { signedArea, type Point } from './plane.ts';

const precisionDegrees = 0.0005;

/** The point of a ring (in degrees) furthest from its outline, for labels. */
export function innerPoint(ring: readonly Point[]): Point {
	const [lon, lat] = polylabel([ring.map(([x, y]): [number, number] => [x, y])], precisionDegrees);
	return [lon, lat];
}

export function isInside(ring: readonly Point[], [x, y]: Point): boolean {
	let inside = false;
	let previous = ring[ring.length - 1];
	for (const point of ring) {
		if (previous && previous[1] > y !== point[1] > y) {
			const crossing =
				previous[0] + ((y - previous[1]) / (point[1] - previous[1])) * (point[0] - previous[0]);
			if (x < crossing) inside = !inside;
		}
		previous = point;
	}
	return inside;
}

/** The outer ring of a polygon given as rings in any order. */
export function largestRing(rings: readonly (readonly Point[])[]): readonly Point[] {
	return rings.reduce((one, other) =>
		Math.abs(signedArea(other)) > Math.abs(signedArea(one)) ? other : one
	);
}
