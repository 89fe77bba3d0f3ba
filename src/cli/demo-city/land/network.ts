import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import type { Point } from '#cli/demo-city/plane.ts';
import type { Bend } from './bend.ts';
import { middleOf, type Grid } from './grid.ts';
import { simplified } from './simplify.ts';
import { smoothed } from './smoothing.ts';

/**
 * Lines of cells as curves: made smooth together, so that where lines meet they still do, and with fewer points, none
 * further off than `toleranceKm`.
 */
export function curvesOf(
	grid: Grid,
	bend: Bend,
	lines: readonly (readonly number[])[],
	rounds: number,
	toleranceKm: number
): Point[][] {
	const numbers = new Map<number, number>();
	const links: Set<number>[] = [];
	const corners: Point[] = [];
	const numberOf = (cell: number): number => {
		const known = numbers.get(cell);
		if (known !== undefined) return known;
		numbers.set(cell, corners.length);
		corners.push(bend(middleOf(grid, cell)));
		links.push(new Set());
		return corners.length - 1;
	};
	for (const line of lines) {
		line.slice(1).forEach((cell, at) => {
			const [one, other] = [numberOf(elementAt(line, at)), numberOf(cell)];
			elementAt(links, one).add(other);
			elementAt(links, other).add(one);
		});
	}
	// An end has nowhere to go: it is its own only neighbour, and stays.
	const pulls = links.map((around, corner) => (around.size === 1 ? [corner] : [...around]));
	const places = smoothed(corners, pulls, rounds);
	const meetings = new Set(pulls.flatMap((around, corner) => (around.length > 2 ? [corner] : [])));
	return lines.map((line) => {
		const course = line.map((cell) => valueOf(numbers, cell));
		return simplifiedBetween(course, places, meetings, toleranceKm);
	});
}

/** Simplifies from meeting to meeting, so that no line loses the point where another joins it. */
function simplifiedBetween(
	course: readonly number[],
	places: readonly Point[],
	meetings: ReadonlySet<number>,
	toleranceKm: number
): Point[] {
	const curve: Point[] = [];
	let part: Point[] = [];
	course.forEach((corner, at) => {
		part.push(elementAt(places, corner));
		if (at === 0 || (at < course.length - 1 && !meetings.has(corner))) return;
		curve.push(...simplified(part, toleranceKm).slice(curve.length === 0 ? 0 : 1));
		part = part.slice(-1);
	});
	return curve;
}
