import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Point } from '#cli/demo-city/plane.ts';
import { Random } from '#cli/demo-city/random.ts';
import { middleOf } from './grid.ts';
import { sidesOf, tidied } from './regions.ts';
import { villageArea, villageSites, type Country } from './sites.ts';
import { journeysFrom, stepCost, type Going } from './travel.ts';

/** The villages as parts of the raster. */
export interface Partition {
	/** The cell of each village's seat. */
	sites: number[];
	/** The village of each cell; −1 outside. */
	labels: Int32Array;
	/** Square kilometres of each village. */
	areas: number[];
	/** For each village the length of the border (km) with each neighbour; −1 is the world outside. */
	borders: Map<number, number>[];
	/** For each village what the way to each neighbour's seat costs. */
	ways: Map<number, number>[];
}

const smallestKm2 = 0.4;
/** Squared border length over area, on a raster: 16 for a square. */
const thinnest = 62;

/**
 * Gives every cell to the village whose seat is nearest by travel. Where that leaves a village too small, too thin or
 * inside another, its seat is tried elsewhere.
 */
export function partitionOf(
	seed: number,
	country: Country,
	going: Going,
	inside: Uint8Array,
	count: number
): Partition {
	const random = new Random(seed, 'village-sites');
	const unfit: Point[] = [];
	let kept = [...country.seats];
	for (let tries = 0; tries < 40; tries += 1) {
		const sites = villageSites(random, country, count, kept, unfit);
		const partition = dividedAmong(going, inside, sites);
		kept = sites.filter((_, village) => !isUnfit(country, partition, village));
		if (kept.length === count) return partition;
		const lost = sites.filter((_, village) => isUnfit(country, partition, village));
		unfit.push(...lost.map((cell) => middleOf(going.grid, cell)));
	}
	throw new Error('no sound division of the land was found');
}

function dividedAmong(going: Going, inside: Uint8Array, sites: number[]): Partition {
	const { grid } = going;
	const journeys = journeysFrom(going, sites, (cell) => inside[cell] === 1);
	const labels = tidied(grid, journeys.sources, 2);
	const cells = sites.map(() => 0);
	const borders = sites.map(() => new Map<number, number>());
	const ways = sites.map(() => new Map<number, number>());
	labels.forEach((own, cell) => {
		if (own < 0) return;
		cells[own] = elementAt(cells, own) + 1;
		for (const by of sidesOf(grid)) {
			const other = elementAt(labels, cell + by);
			if (other === own) continue;
			const border = elementAt(borders, own);
			border.set(other, (border.get(other) ?? 0) + grid.cellKm);
			if (other < 0) continue;
			const cost =
				elementAt(journeys.costs, cell) +
				elementAt(journeys.costs, cell + by) +
				stepCost(going, cell, cell + by, grid.cellKm);
			const way = elementAt(ways, own);
			way.set(other, Math.min(cost, way.get(other) ?? Infinity));
		}
	});
	const areas = cells.map((number) => number * grid.cellKm * grid.cellKm);
	return { sites, labels, areas, borders, ways };
}

function isUnfit(country: Country, { sites, areas, borders }: Partition, village: number): boolean {
	const wanted = villageArea(country, elementAt(sites, village));
	const area = elementAt(areas, village);
	const around = elementAt(borders, village);
	const length = [...around.values()].reduce((sum, km) => sum + km, 0);
	if (area < smallestKm2 || area < wanted / 5) return true;
	return around.size < 2 || (length * length) / area > thinnest;
}
