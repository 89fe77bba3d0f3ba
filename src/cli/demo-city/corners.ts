import type { Point } from './plane.ts';

interface End {
	key: string;
	bearing: number;
}

const narrowestDegrees = 28;

/** Keys of the lines that start from one corner at so small an angle that they make a spike. */
export function narrowKeys(lines: ReadonlyMap<string, readonly Point[]>): Set<string> {
	const corners = new Map<string, End[]>();
	for (const [key, line] of lines) {
		addEnd(corners, key, line[0], line[1]);
		addEnd(corners, key, line.at(-1), line.at(-2));
	}
	const narrow = new Set<string>();
	for (const ends of corners.values()) {
		for (const end of ends) {
			for (const other of ends) {
				if (end.key !== other.key && angle(end.bearing, other.bearing) < narrowestDegrees) {
					narrow.add(end.key);
				}
			}
		}
	}
	return narrow;
}

function addEnd(
	corners: Map<string, End[]>,
	key: string,
	corner: Point | undefined,
	next: Point | undefined
): void {
	if (corner === undefined || next === undefined) return;
	const bearing = (Math.atan2(next[1] - corner[1], next[0] - corner[0]) * 180) / Math.PI;
	const place = corner.join();
	corners.set(place, [...(corners.get(place) ?? []), { key, bearing }]);
}

function angle(one: number, other: number): number {
	const turn = Math.abs(one - other);
	return Math.min(turn, 360 - turn);
}
