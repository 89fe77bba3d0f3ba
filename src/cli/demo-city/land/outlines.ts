import { narrowKeys, spikedKeys } from './corners.ts';
import { crossingKeys } from './crossings.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import { type Point } from '#cli/demo-city/plane.ts';
import type { Bend } from './bend.ts';
import { bordersOf, type BorderLine } from './borders.ts';
import { LineIndex } from './follow.ts';
import type { Grid } from './grid.ts';
import { simplified } from './simplify.ts';
import { smoothed } from './smoothing.ts';

const toleranceKm = 0.018;
const rounds = 7;

/**
 * The outline of each label of a raster, closed and counter-clockwise: the borders made smooth, laid into the rivers
 * beside which they run. Neighbours share every point.
 */
export function outlinesOf(
	grid: Grid,
	bend: Bend,
	labels: Int32Array,
	count: number,
	rivers: readonly (readonly Point[])[]
): Point[][] {
	const { corners: raw, links, lines } = bordersOf(grid, labels);
	const corners = raw.map(bend);
	const index = new LineIndex(rivers);
	// Lines that cannot follow the river without crossing another stay as they are.
	const free = new Set<number>();
	for (let tries = 0; ; tries += 1) {
		const places = smoothed(corners, links, rounds, (corner, at, along) =>
			elementAt(links, corner).length === 2 && !free.has(corner)
				? index.nearest(at, along)
				: undefined
		);
		const drawn = lines.map((line) => line.corners.map((corner) => elementAt(places, corner)));
		const courses = new Map(drawn.map((line, at) => [String(at), simplified(line, toleranceKm)]));
		const unsound = new Set([
			...crossingKeys(courses),
			...narrowKeys(courses),
			...spikedKeys(courses)
		]);
		if (unsound.size === 0 || tries === 6) {
			return ringsOf(
				lines,
				count,
				drawn.map((line, at) => courses.get(String(at)) ?? line)
			);
		}
		for (const key of unsound) {
			for (const corner of elementAt(lines, Number(key)).corners) free.add(corner);
		}
	}
}

/** Chains the lines around each label. */
function ringsOf(
	lines: readonly BorderLine[],
	count: number,
	courses: readonly (readonly Point[])[]
): Point[][] {
	const around = Array.from({ length: count }, () => new Map<number, Point[]>());
	const ends = Array.from({ length: count }, () => new Map<number, number>());
	lines.forEach(({ corners, left, right }, at) => {
		const [first, last] = [elementAt(corners, 0), elementAt(corners, corners.length - 1)];
		const course = [...elementAt(courses, at)];
		if (left >= 0) {
			elementAt(around, left).set(first, course);
			elementAt(ends, left).set(first, last);
		}
		if (right >= 0) {
			elementAt(around, right).set(last, [...course].reverse());
			elementAt(ends, right).set(last, first);
		}
	});
	return around.map((pieces, label) => {
		const next = elementAt(ends, label);
		const [start] = pieces.keys();
		if (start === undefined) throw new Error(`label ${label} has no border`);
		const ring: Point[] = [];
		let corner = start;
		let used = 0;
		do {
			ring.push(...(pieces.get(corner) ?? []).slice(0, -1));
			corner = next.get(corner) ?? start;
			used += 1;
		} while (corner !== start);
		if (used !== pieces.size) throw new Error(`label ${label} is not one piece without holes`);
		return [...ring, elementAt(ring, 0)];
	});
}
