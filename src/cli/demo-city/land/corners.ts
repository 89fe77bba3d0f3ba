import type { Point } from '#cli/demo-city/plane.ts';

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

/** Keys of the lines that turn back on themselves somewhere on their way. */
export function spikedKeys(lines: ReadonlyMap<string, readonly Point[]>): Set<string> {
	const spiked = new Set<string>();
	for (const [key, line] of lines) {
		for (let at = 1; at < line.length - 1; at += 1) {
			const [corner, before, after] = [line[at], line[at - 1], line[at + 1]];
			if (!corner || !before || !after) continue;
			if (angle(bearingOf(corner, before), bearingOf(corner, after)) < narrowestDegrees) {
				spiked.add(key);
			}
		}
	}
	return spiked;
}

function addEnd(
	corners: Map<string, End[]>,
	key: string,
	corner: Point | undefined,
	next: Point | undefined
): void {
	if (corner === undefined || next === undefined) return;
	const bearing = bearingOf(corner, next);
	const place = corner.join();
	corners.set(place, [...(corners.get(place) ?? []), { key, bearing }]);
}

function bearingOf(from: Point, to: Point): number {
	return (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
}

function angle(one: number, other: number): number {
	const turn = Math.abs(one - other);
	return Math.min(turn, 360 - turn);
}
