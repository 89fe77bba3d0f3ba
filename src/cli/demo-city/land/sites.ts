import { elementAt } from '#cli/demo-city/element-at.ts';
import { distance, type Point } from '#cli/demo-city/plane.ts';
import type { Random } from '#cli/demo-city/random.ts';
import { WeightedDraw } from '#cli/demo-city/draw.ts';
import { middleOf } from './grid.ts';
import type { Ground } from './ground.ts';
import { ramp } from './noise.ts';

/** Everything that decides how closely people live. */
export interface Country {
	ground: Ground;
	steepness: Float64Array;
	/** Cells of the county-level seats, the city's first. */
	seats: readonly number[];
	/** Travel cost to the nearest seat. */
	remoteness: Float64Array;
	cells: readonly number[];
}

/** Square kilometres of one community in the middle of each seat, and how far (km) the town reaches. */
const towns = [
	{ area: 0.95, spread: 5.2 },
	{ area: 1.3, spread: 2.6 },
	{ area: 1.3, spread: 2.6 },
	{ area: 1.7, spread: 1.9 },
	{ area: 1.7, spread: 1.9 }
];

/** How many km² a village takes at a cell: small in town, larger in the plain, largest in the mountains. */
export function villageArea(country: Country, cell: number): number {
	const { ground, steepness, seats, remoteness } = country;
	const steep = ramp(elementAt(steepness, cell), 8, 190);
	const remote = ramp(elementAt(remoteness, cell), 6, 55);
	const rural = 7 + 19 * steep + 17 * remote;
	let density = 1 / rural;
	const at = middleOf(ground.grid, cell);
	towns.forEach(({ area, spread }, number) => {
		const apart = distance(at, middleOf(ground.grid, elementAt(seats, number))) / spread;
		density += 1 / area / (1 + Math.pow(apart, 5));
	});
	return 1 / density;
}

/**
 * Seats of `count` villages: those `kept` first, then level places near water, none too near another, nor to a place
 * that has proved unfit.
 */
export function villageSites(
	random: Random,
	country: Country,
	count: number,
	kept: readonly number[],
	unfit: readonly Point[]
): number[] {
	const { grid } = country.ground;
	const areas = new Map(country.cells.map((cell) => [cell, villageArea(country, cell)]));
	const draw = new WeightedDraw(country.cells, (cell) => 1 / (areas.get(cell) ?? 1));
	const expected = draw.total * grid.cellKm * grid.cellKm;
	const scale = Math.sqrt(expected / count);
	const sites = [...kept];
	const places = sites.map((cell) => middleOf(grid, cell));
	for (let closeness = 0.86; sites.length < count; closeness -= 0.02) {
		for (let dart = 0; dart < 2500 && sites.length < count; dart += 1) {
			const cell = bestOf(country, draw, random);
			const at = middleOf(grid, cell);
			const room = closeness * scale * Math.sqrt(areas.get(cell) ?? 1);
			if (places.some((other) => distance(at, other) < room)) continue;
			if (unfit.some((other) => distance(at, other) < room / 2)) continue;
			sites.push(cell);
			places.push(at);
		}
	}
	return sites;
}

/** People settle on the better of a few places: level ground with water. */
function bestOf(
	{ ground, steepness }: Country,
	draw: WeightedDraw<number>,
	random: Random
): number {
	let best = draw.next(random);
	const merit = (cell: number) =>
		Math.min(1, Math.sqrt(elementAt(ground.catchments, cell)) / 6) -
		elementAt(steepness, cell) / 80;
	for (let look = 0; look < 3; look += 1) {
		const other = draw.next(random);
		if (merit(other) > merit(best)) best = other;
	}
	return best;
}
