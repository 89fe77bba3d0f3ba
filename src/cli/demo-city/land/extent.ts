import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Point } from '#cli/demo-city/plane.ts';
import { Random } from '#cli/demo-city/random.ts';
import { isRim, sizeOf, type Grid } from './grid.ts';
import type { Ground } from './ground.ts';
import { townSite } from './living.ts';
import { connectedTo } from './regions.ts';
import { journeysFrom, type Going } from './travel.ts';

/** About where the seats lie: the city itself, two more districts, two counties in the hills. */
const wishes: readonly { at: Point; reachKm: number }[] = [
	{ at: [-3, -4], reachKm: 7 },
	{ at: [-21, 9], reachKm: 8 },
	{ at: [20, -14], reachKm: 8 },
	{ at: [31, 26], reachKm: 10 },
	{ at: [-29, -28], reachKm: 10 }
];

/** Cells of the county-level seats, in code order; the first is the city's own. */
export function seatsOf(ground: Ground, steepness: Float64Array): number[] {
	return wishes.map(({ at, reachKm }) => townSite(ground, steepness, at, reachKm));
}

const neighbourCities = 13;
/** Its own seats reach further than those of the neighbours, in km of travel. */
const headStart = 7;
const reachX = 68.5;
const reachY = 62.5;

/**
 * The land that is nearer, by travel, to a seat of this city than to the cities around it: its border keeps to the
 * watersheds, and crosses the great valley where the two are equally far.
 */
export function extentOf(
	seed: number,
	ground: Ground,
	going: Going,
	steepness: Float64Array,
	seats: readonly number[]
): Uint8Array {
	const { grid } = ground;
	const random = new Random(seed, 'neighbour-cities');
	const others = Array.from({ length: neighbourCities }, (_, index) => {
		const angle = ((index + random.between(0.1, 0.9)) / neighbourCities) * 2 * Math.PI;
		const far = random.between(0.84, 1);
		const at: Point = [reachX * far * Math.cos(angle), reachY * far * Math.sin(angle)];
		return townSite(ground, steepness, at, 4);
	});
	const headStarts = [...seats.map(() => headStart), ...others.map(() => random.between(-6, 6))];
	// What lies along the rim of the raster belongs to nobody here.
	const rim = cellsAlongRim(grid);
	const { sources } = journeysFrom(going, [...seats, ...others, ...rim], undefined, headStarts);
	const inside = Uint8Array.from(sources, (source) =>
		source >= 0 && source < seats.length ? 1 : 0
	);
	const middle = elementAt(seats, 0);
	const whole = connectedTo(grid, middle, (cell) => inside[cell] === 1 && !isRim(grid, cell));
	const outside = connectedTo(grid, 0, (cell) => whole[cell] === 0);
	return outside.map((value) => 1 - value);
}

function cellsAlongRim(grid: Grid): number[] {
	const cells: number[] = [];
	for (let cell = 0; cell < sizeOf(grid); cell += 1) if (isRim(grid, cell)) cells.push(cell);
	return cells;
}

export function cellsOf(inside: Uint8Array): number[] {
	const cells: number[] = [];
	inside.forEach((value, cell) => {
		if (value === 1) cells.push(cell);
	});
	return cells;
}
