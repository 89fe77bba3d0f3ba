import type { Point } from './area-shapes.ts';

/**
 * Which points lie inside a loop drawn by hand, by their place in the list. The loop closes itself; where it crosses
 * itself the even–odd rule holds, as it fills the drawn shape. A loop of fewer than three corners encloses nothing, and
 * neither does any loop enclose a point that is not on the map (undefined).
 */
export function enclosed(loop: readonly Point[], points: readonly (Point | undefined)[]): number[] {
	if (loop.length < 3) return [];
	return points.flatMap((point, i) => (point && isInside(loop, point) ? [i] : []));
}

/** Whether a ray from the point to the right crosses the loop an odd number of times. */
function isInside(loop: readonly Point[], { x, y }: Point): boolean {
	let inside = false;
	let from = loop.at(-1);
	for (const to of loop) {
		// A corner lies on one side of the ray or the other, never on it: edges that meet there are crossed once or not at all.
		if (from && from.y > y !== to.y > y) {
			const crossing = from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
			if (x < crossing) inside = !inside;
		}
		from = to;
	}
	return inside;
}
