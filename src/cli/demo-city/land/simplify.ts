import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Point } from '#cli/demo-city/plane.ts';

/** Fewer points, none further from the line than `tolerance` (Douglas & Peucker 1973); the ends stay. */
export function simplified(line: readonly Point[], tolerance: number): Point[] {
	const keep = new Set([0, line.length - 1]);
	const waiting: [number, number][] = [[0, line.length - 1]];
	for (let span = waiting.pop(); span !== undefined; span = waiting.pop()) {
		const [from, to] = span;
		let furthest = -1;
		let most = tolerance;
		for (let at = from + 1; at < to; at += 1) {
			const apart = apartFrom(elementAt(line, at), elementAt(line, from), elementAt(line, to));
			if (apart <= most) continue;
			most = apart;
			furthest = at;
		}
		if (furthest < 0) continue;
		keep.add(furthest);
		waiting.push([from, furthest], [furthest, to]);
	}
	return line.filter((_, at) => keep.has(at));
}

/** Distance of a point from a stretch of line. */
function apartFrom(point: Point, from: Point, to: Point): number {
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const square = dx * dx + dy * dy;
	const along = square === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / square;
	const share = Math.max(0, Math.min(1, along));
	const x = point[0] - from[0] - share * dx;
	const y = point[1] - from[1] - share * dy;
	return Math.sqrt(x * x + y * y);
}
