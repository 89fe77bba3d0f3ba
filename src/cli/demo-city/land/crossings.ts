import type { Point } from '#cli/demo-city/plane.ts';

interface Segment {
	key: string;
	from: Point;
	to: Point;
}

/**
 * Keys of the lines that cross another or themselves. Lines may meet at their ends, which must then
 * be the very same coordinates. `cell` is the width of the search grid, in the lines' own unit.
 */
export function crossingKeys(lines: ReadonlyMap<string, readonly Point[]>, cell = 1): Set<string> {
	const grid = new Map<string, Segment[]>();
	const crossing = new Set<string>();
	for (const [key, line] of lines) {
		line.slice(1).forEach((to, index) => {
			const from = line[index];
			if (from === undefined) return;
			const segment = { key, from, to };
			for (const square of squaresUnder(segment, cell)) {
				const others = grid.get(square) ?? [];
				for (const other of others) {
					if (!isCrossing(segment, other)) continue;
					crossing.add(segment.key).add(other.key);
				}
				grid.set(square, [...others, segment]);
			}
		});
	}
	return crossing;
}

function squaresUnder({ from, to }: Segment, cell: number): string[] {
	const [left, right] = [from[0], to[0]].sort(ascending).map((x) => Math.floor(x / cell));
	const [bottom, top] = [from[1], to[1]].sort(ascending).map((y) => Math.floor(y / cell));
	const squares: string[] = [];
	for (let column = left ?? 0; column <= (right ?? 0); column += 1) {
		for (let row = bottom ?? 0; row <= (top ?? 0); row += 1) squares.push(`${column},${row}`);
	}
	return squares;
}

function ascending(a: number, b: number): number {
	return a - b;
}

function isCrossing(one: Segment, other: Segment): boolean {
	const shared = [one.from, one.to].filter((a) => isSame(a, other.from) || isSame(a, other.to));
	if (shared.length === 2) return true;
	const sides = [
		side(one, other.from),
		side(one, other.to),
		side(other, one.from),
		side(other, one.to)
	] as const;
	if (shared.length === 1) return sides[0] === 0 && sides[1] === 0 && isFoldedBack(one, other);
	return sides[0] * sides[1] <= 0 && sides[2] * sides[3] <= 0 && sides.some((value) => value !== 0);
}

/** On which side of a segment's line the point lies: −1, 0 or 1. */
function side({ from, to }: Segment, point: Point): number {
	return Math.sign(
		(to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0])
	);
}

/** Two segments on one line that share an end: do they run over each other? */
function isFoldedBack(one: Segment, other: Segment): boolean {
	const joint = isSame(one.from, other.from) || isSame(one.from, other.to) ? one.from : one.to;
	const a = isSame(one.from, joint) ? one.to : one.from;
	const b = isSame(other.from, joint) ? other.to : other.from;
	return (a[0] - joint[0]) * (b[0] - joint[0]) + (a[1] - joint[1]) * (b[1] - joint[1]) > 0;
}

function isSame(a: Point, b: Point): boolean {
	return a[0] === b[0] && a[1] === b[1];
}
