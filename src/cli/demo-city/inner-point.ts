import { signedArea, type Point } from './plane.ts';

/**
 * A point well inside a ring, for labels: the centre of the emptiest square of a grid that is made
 * finer around the best place found so far.
 */
export function innerPoint(ring: readonly Point[]): Point {
	const xs = ring.map((point) => point[0]);
	const ys = ring.map((point) => point[1]);
	let centre: Point = [
		(Math.min(...xs) + Math.max(...xs)) / 2,
		(Math.min(...ys) + Math.max(...ys)) / 2
	];
	let reach: Point = [
		(Math.max(...xs) - Math.min(...xs)) / 2,
		(Math.max(...ys) - Math.min(...ys)) / 2
	];
	for (let round = 0; round < 4; round += 1) {
		centre = bestOnGrid(ring, centre, reach);
		reach = [reach[0] / 5, reach[1] / 5];
	}
	return centre;
}

function bestOnGrid(ring: readonly Point[], centre: Point, reach: Point): Point {
	let best = centre;
	let widest = roomAt(ring, centre);
	for (let column = -6; column <= 6; column += 1) {
		for (let row = -6; row <= 6; row += 1) {
			const point: Point = [
				centre[0] + (reach[0] * column) / 6.5,
				centre[1] + (reach[1] * row) / 6.5
			];
			const room = roomAt(ring, point);
			if (room <= widest) continue;
			widest = room;
			best = point;
		}
	}
	return best;
}

/** Squared distance to the outline; negative outside. */
function roomAt(ring: readonly Point[], point: Point): number {
	let nearest = Infinity;
	for (const [x, y] of ring) {
		const dx = x - point[0];
		const dy = y - point[1];
		nearest = Math.min(nearest, dx * dx + dy * dy);
	}
	return isInside(ring, point) ? nearest : -nearest;
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
