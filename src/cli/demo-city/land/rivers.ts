import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Point } from '#cli/demo-city/plane.ts';
import type { Bend } from './bend.ts';
import type { Ground } from './ground.ts';
import { curvesOf } from './network.ts';

/** A river as it is drawn, from its upper end down to the river it joins. */
export interface River {
	/** 1 the main river, 2 its large tributaries, 3 streams. */
	rank: 1 | 2 | 3;
	line: Point[];
}

const streamKm2 = 90;
const tributaryKm2 = 380;
const mainKm2 = 6000;
const shortestCells = 14;
const rounds = 8;
const toleranceKm = 0.02;

/** Rivers inside the city, each from its source (or the border) to the confluence or the border. */
export function riversOf(ground: Ground, inside: Uint8Array, bend: Bend): River[] {
	const reaches = coursesOf(ground, inside)
		.flatMap((cells) => byRank(ground, cells))
		.filter(({ rank, cells }) => rank < 3 || cells.length >= shortestCells);
	const lines = curvesOf(
		ground.grid,
		bend,
		reaches.map(({ cells }) => cells),
		rounds,
		toleranceKm
	);
	return reaches.map(({ rank }, at) => ({ rank, line: elementAt(lines, at) }));
}

/** The cells of each river, source first; the last one belongs to the river that it joins. */
function coursesOf({ drainage, catchments }: Ground, inside: Uint8Array): number[][] {
	const { receivers, order } = drainage;
	const isRiver = (cell: number) => inside[cell] === 1 && elementAt(catchments, cell) >= streamKm2;
	const mainAbove = new Map<number, number>();
	for (const cell of order) {
		const receiver = elementAt(receivers, cell);
		if (receiver === cell || elementAt(catchments, cell) < streamKm2) continue;
		const main = mainAbove.get(receiver);
		if (main === undefined || elementAt(catchments, cell) > elementAt(catchments, main)) {
			mainAbove.set(receiver, cell);
		}
	}
	const courses: number[][] = [];
	for (const mouth of order) {
		const below = elementAt(receivers, mouth);
		if (!isRiver(mouth) || (mainAbove.get(below) === mouth && isRiver(below))) continue;
		const course = [below];
		for (let cell: number | undefined = mouth; cell !== undefined; cell = mainAbove.get(cell)) {
			course.push(cell);
			if (!isRiver(cell)) break;
		}
		courses.push(course.reverse());
	}
	return courses;
}

/** Cuts a river where it becomes a larger one; the parts share the cell between them. */
function byRank(
	{ catchments }: Ground,
	course: readonly number[]
): { rank: River['rank']; cells: number[] }[] {
	const parts: { rank: River['rank']; cells: number[] }[] = [];
	course.forEach((cell, at) => {
		const rank = rankAt(elementAt(catchments, cell));
		const last = parts.at(-1);
		last?.cells.push(cell);
		if (last?.rank === rank || (last && at === course.length - 1)) return;
		parts.push({ rank, cells: [cell] });
	});
	return parts;
}

function rankAt(km2: number): River['rank'] {
	if (km2 >= mainKm2) return 1;
	return km2 >= tributaryKm2 ? 2 : 3;
}
