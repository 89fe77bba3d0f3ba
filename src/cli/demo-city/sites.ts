import { Delaunay } from 'd3-delaunay';
import { elementAt } from './element-at.ts';
import type { Point } from './plane.ts';
import { Random } from './random.ts';
import { groundPlan, outerRadius, settlementDensity } from './terrain.ts';

const samplesPerSite = 70;
const relaxationRounds = 5;
/** Relaxation evens density out; drawing with more contrast than wanted makes up for it. */
const contrast = 1.3;
const densest = 6.6;

/**
 * Village sites inside the ground plan, and sites around it. The outer ones belong to no village:
 * they only make the outline of the city a chain of cell edges like every border inside it.
 */
export function settle(seed: number, villageCount: number): { inside: Point[]; outside: Point[] } {
	const isInside = groundPlan(seed);
	const random = new Random(seed, 'sites');
	const inside = relaxedSites(random, villageCount, (point) =>
		isInside(point) ? Math.pow(settlementDensity(point) / densest, contrast) : 0
	);
	const outside = relaxedSites(random, villageCount, (point) => (isInside(point) ? 0 : 1));
	return { inside, outside };
}

/** Lloyd's relaxation against random samples; few rounds, so that the cells stay uneven. */
function relaxedSites(
	random: Random,
	count: number,
	acceptance: (point: Point) => number
): Point[] {
	const samples: Point[] = [];
	while (samples.length < count * samplesPerSite) {
		const point: Point = [
			random.between(-outerRadius, outerRadius),
			random.between(-outerRadius, outerRadius)
		];
		if (random.isTrueWith(acceptance(point))) samples.push(point);
	}
	let sites = samples.slice(0, count);
	for (let round = 0; round < relaxationRounds; round += 1) sites = centresOfCells(sites, samples);
	return sites;
}

function centresOfCells(sites: Point[], samples: Point[]): Point[] {
	const delaunay = Delaunay.from(sites as [number, number][]);
	const sums = sites.map(() => ({ x: 0, y: 0, count: 0 }));
	let nearest = 0;
	for (const [x, y] of samples) {
		nearest = delaunay.find(x, y, nearest);
		const sum = elementAt(sums, nearest);
		sum.x += x;
		sum.y += y;
		sum.count += 1;
	}
	return sites.map((site, index): Point => {
		const { x, y, count } = elementAt(sums, index);
		return count === 0 ? site : [x / count, y / count];
	});
}
