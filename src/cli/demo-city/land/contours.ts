import { elementAt } from '#cli/demo-city/element-at.ts';
import { isInside } from '#cli/demo-city/inner-point.ts';
import { between, signedArea, type Point } from '#cli/demo-city/plane.ts';

/** Values at the points of a square lattice, row after row. */
export interface Field {
	columns: number;
	rows: number;
	values: Float64Array;
	placeOf: (index: number) => Point;
}

/**
 * Where a field is above a threshold, as polygons with their holes (marching squares, ends between two points by
 * proportion). The field must lie below it all along its edge.
 */
export function polygonsAbove(field: Field, threshold: number): Point[][][] {
	const rings = chained(segmentsOf(field, threshold)).map((ring) => ringOf(field, threshold, ring));
	const outer = rings.filter((ring) => signedArea(ring) > 0);
	const holes = rings.filter((ring) => signedArea(ring) < 0);
	return outer.map((ring) => [
		ring,
		...holes.filter((hole) => nearestAround(outer, elementAt(hole, 0)) === ring)
	]);
}

/** An edge of the lattice, written as the lower point and whether it goes up or to the right. */
type Edge = number;

/** Each short line from the edge it enters by to the edge it leaves by, the high side on its left. */
function segmentsOf({ columns, rows, values }: Field, threshold: number): Map<Edge, Edge> {
	const segments = new Map<Edge, Edge>();
	const isHigh = (index: number) => elementAt(values, index) >= threshold;
	for (let row = 0; row < rows - 1; row += 1) {
		for (let column = 0; column < columns - 1; column += 1) {
			const at = row * columns + column;
			const corners = [at, at + 1, at + columns + 1, at + columns];
			const edges = [at * 2, (at + 1) * 2 + 1, (at + columns) * 2, at * 2 + 1];
			// Counter-clockwise: a line leaves where high turns to low, and enters where low turns to high.
			for (let side = 0; side < 4; side += 1) {
				if (!isHigh(elementAt(corners, side)) || isHigh(elementAt(corners, (side + 1) % 4)))
					continue;
				let enter = side;
				do enter = (enter + 3) % 4;
				while (isHigh(elementAt(corners, enter)));
				segments.set(elementAt(edges, side), elementAt(edges, enter));
			}
		}
	}
	return segments;
}

function chained(segments: Map<Edge, Edge>): Edge[][] {
	const rings: Edge[][] = [];
	for (const start of [...segments.keys()]) {
		const ring: Edge[] = [];
		for (let edge = segments.get(start); edge !== undefined; edge = segments.get(edge)) {
			const from = ring.at(-1) ?? start;
			segments.delete(from);
			ring.push(edge);
			if (edge === start) break;
		}
		if (ring.length > 0) rings.push(ring);
	}
	return rings;
}

function ringOf({ columns, values, placeOf }: Field, threshold: number, ring: Edge[]): Point[] {
	const points = ring.map((edge) => {
		const low = edge >> 1;
		const high = edge % 2 === 1 ? low + columns : low + 1;
		const [a, b] = [elementAt(values, low), elementAt(values, high)];
		return between(placeOf(low), placeOf(high), (threshold - a) / (b - a));
	});
	return [...points, elementAt(points, 0)];
}

/** The smallest of some rings that a point lies in. */
function nearestAround(rings: readonly Point[][], point: Point): Point[] | undefined {
	let best: Point[] | undefined;
	for (const ring of rings) {
		if (!isInside(ring, point)) continue;
		if (best === undefined || signedArea(ring) < signedArea(best)) best = ring;
	}
	return best;
}
