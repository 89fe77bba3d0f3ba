import { elementAt } from './element-at.ts';
import { leastIndex } from './grouping.ts';
import type { Landscape } from './landscape.ts';
import { distance, signedArea, type Point } from './plane.ts';
import { Random } from './random.ts';
import { hubs, settlementDensity } from './terrain.ts';

export type TownshipKind = 'street' | 'town' | 'township';

/** 统计用区划 urban–rural classes: 11x in the city, 12x in a town, 2xx in the country. */
export type UrbanRural = '111' | '112' | '121' | '122' | '123' | '210' | '220';

export interface Township {
	county: number;
	kind: TownshipKind;
	centre: Point;
	villages: Village[];
}

export interface Village {
	/** Its number in the landscape. */
	index: number;
	site: Point;
	urbanRural: UrbanRural;
}

/** Streets of each district, in the order of the hubs; counties have none. */
const streetCounts = [10, 3, 3, 0, 0];
const townCount = 28;

/** Townships of each county-level area, streets first; in each township the seat village first. */
export function settlementsOf(seed: number, landscape: Landscape): Township[][] {
	const random = new Random(seed, 'settlements');
	const kinds = kindsOf(landscape);
	const townships = landscape.townshipCentres.map((middle, number): Township => {
		const kind = elementAt(kinds, number);
		const indexes = landscape.villageSites.flatMap((_, village) =>
			landscape.townshipOf[village] === number ? [village] : []
		);
		const centre = seatOf(indexes, landscape.villageSites, middle);
		const villages = indexes
			.map((index) => ({ index, site: elementAt(landscape.villageSites, index) }))
			.sort((one, other) => distance(one.site, centre) - distance(other.site, centre))
			.map((village, rank) => ({
				...village,
				urbanRural: classOf(kind, village.site, rank, random)
			}));
		return { county: elementAt(landscape.countyOf, number), kind, centre, villages };
	});
	const order: TownshipKind[] = ['street', 'town', 'township'];
	return hubs.map((hub, county) =>
		townships
			.filter((township) => township.county === county)
			.sort(
				(one, other) =>
					order.indexOf(one.kind) - order.indexOf(other.kind) ||
					distance(one.centre, hub.at) - distance(other.centre, hub.at)
			)
	);
}

/** Streets lie nearest the centre of a district; the remotest of the rest are townships (乡). */
function kindsOf(landscape: Landscape): TownshipKind[] {
	const areas = landscape.townshipCentres.map(() => 0);
	landscape.villageRings.forEach((ring, village) => {
		const township = elementAt(landscape.townshipOf, village);
		areas[township] = elementAt(areas, township) + signedArea(ring);
	});
	const numbers = landscape.townshipCentres.map((_, number) => number);
	const byRemoteness = [...numbers].sort(
		(a, b) => remoteness(landscape, areas, a) - remoteness(landscape, areas, b)
	);
	const streets = hubs.flatMap((hub, county) => {
		const apart = (number: number) =>
			distance(elementAt(landscape.townshipCentres, number), hub.at);
		return numbers
			.filter((number) => landscape.countyOf[number] === county)
			.sort((a, b) => apart(a) - apart(b))
			.slice(0, elementAt(streetCounts, county));
	});
	const towns = byRemoteness.filter((number) => !streets.includes(number)).slice(0, townCount);
	return numbers.map((number) => {
		if (streets.includes(number)) return 'street';
		return towns.includes(number) ? 'town' : 'township';
	});
}

function remoteness(landscape: Landscape, areas: number[], township: number): number {
	const centre = elementAt(landscape.townshipCentres, township);
	const nearestHub = Math.min(...hubs.map((hub) => distance(hub.at, centre)));
	const villages = landscape.townshipOf.filter((other) => other === township).length;
	return nearestHub / 20 + elementAt(areas, township) / villages / 25;
}

/** The village at the hub, where the township holds one; else the most central. */
function seatOf(indexes: number[], sites: readonly Point[], middle: Point): Point {
	const candidates = indexes.map((index) => elementAt(sites, index));
	const hub = hubs.find((each) => candidates.some((site) => distance(site, each.at) < 2.5));
	const target = hub?.at ?? middle;
	return elementAt(
		candidates,
		leastIndex(candidates, (site) => distance(site, target))
	);
}

function classOf(kind: TownshipKind, site: Point, rank: number, random: Random): UrbanRural {
	const density = settlementDensity(site);
	if (kind === 'street') return density > 2.6 ? '111' : '112';
	if (kind === 'township') return rank === 0 ? '210' : '220';
	if (rank === 0 || density > 2.5) return '121';
	if (rank === 1 || density > 2) return '122';
	return random.isTrueWith(0.012) ? '123' : '220';
}
