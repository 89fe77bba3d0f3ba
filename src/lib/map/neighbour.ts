export type Direction = 'left' | 'right' | 'up' | 'down';

const TOWARDS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
	left: [-1, 0],
	right: [1, 0],
	up: [0, 1],
	down: [0, -1]
};

/**
 * The area that an arrow key leads to: the nearest one that lies more in that direction than to the
 * side of it, distance sideways counting double. Undefined at the edge of the map.
 * Points are longitude and latitude; at city scale a degree of longitude is narrowed by cos(latitude).
 */
export function neighbourTowards(
	direction: Direction,
	from: number,
	candidates: readonly number[],
	lon: ArrayLike<number>,
	lat: ArrayLike<number>
): number | undefined {
	const narrowing = Math.cos(((lat[from] ?? 0) * Math.PI) / 180);
	const [dx, dy] = TOWARDS[direction];
	let best: number | undefined;
	let shortest = Infinity;
	for (const candidate of candidates) {
		const x = ((lon[candidate] ?? NaN) - (lon[from] ?? NaN)) * narrowing;
		const y = (lat[candidate] ?? NaN) - (lat[from] ?? NaN);
		const ahead = x * dx + y * dy;
		const aside = Math.abs(x * dy) + Math.abs(y * dx);
		if (candidate === from || !(ahead > 0) || aside > ahead) continue;
		const distance = ahead + 2 * aside;
		if (distance < shortest) [best, shortest] = [candidate, distance];
	}
	return best;
}
