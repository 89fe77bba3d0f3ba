import { elementAt } from '#cli/demo-city/element-at.ts';
import { meanOf, type Point } from '#cli/demo-city/plane.ts';

/** Shrinking and growing steps in turn (Taubin 1995) take out the steps of the raster and keep every area's size. */
const shrink = 0.5;
const grow = -0.52;

/** Where a border follows something drawn: the place to be, for a corner and the direction it runs in; or nothing. */
export type Pull = (corner: number, at: Point, along: Point) => Point | undefined;

/**
 * Moves all corners of a network of borders at once. Where borders meet they move too, towards the middle of all their
 * lines: so the lines leave them at wide angles, and two neighbours keep one line between them.
 */
export function smoothed(
	corners: readonly Point[],
	links: readonly (readonly number[])[],
	rounds: number,
	pull: Pull = () => undefined
): Point[] {
	let places = [...corners];
	for (let round = 0; round < rounds; round += 1) {
		places = moved(places, links, shrink);
		places = moved(places, links, grow);
		if (round >= 2) places = pulled(places, links, pull);
	}
	return moved(places, links, 0.35);
}

function moved(
	places: readonly Point[],
	links: readonly (readonly number[])[],
	strength: number
): Point[] {
	return places.map((place, corner): Point => {
		const [x, y] = meanOf(elementAt(links, corner).map((other) => elementAt(places, other)));
		return [place[0] + strength * (x - place[0]), place[1] + strength * (y - place[1])];
	});
}

function pulled(
	places: readonly Point[],
	links: readonly (readonly number[])[],
	pull: Pull
): Point[] {
	return places.map((place, corner): Point => {
		const [one, other] = elementAt(links, corner);
		if (one === undefined || other === undefined) return place;
		const [a, b] = [elementAt(places, one), elementAt(places, other)];
		const target = pull(corner, place, [b[0] - a[0], b[1] - a[1]]);
		if (target === undefined) return place;
		return [(place[0] + target[0]) / 2, (place[1] + target[1]) / 2];
	});
}
