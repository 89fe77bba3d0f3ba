import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Partition } from '#cli/demo-city/land/partition.ts';
import type { Hierarchy } from './hierarchy.ts';

const zoneSize = 20;
/** Villages of the city's own district and of the one beside it that fill the zone. */
const evenness = 0.7;
const largestKm2 = 25;

/**
 * Villages of a development zone: on both sides of the border between the first district and another, out where a
 * city puts its new works, one connected piece.
 */
export function zoneVillages(
	villages: Partition,
	{ townshipOf, countyOf }: Hierarchy
): Set<number> {
	const countyAt = (village: number) => elementAt(countyOf, elementAt(townshipOf, village));
	let best: Set<number> | undefined;
	villages.sites.forEach((_, start) => {
		if (countyAt(start) !== 0) return;
		for (const partner of elementAt(villages.borders, start).keys()) {
			if (partner < 0 || ![1, 2].includes(countyAt(partner))) continue;
			const zone = grown(villages, [start, partner], countyAt);
			if (zone && (!best || isBetter(villages, zone, best))) best = zone;
		}
	});
	if (!best) throw new Error('no place for the zone was found');
	return best;
}

/** Takes the nearest village each time, of neither district more than its share. */
function grown(
	{ borders, ways, areas }: Partition,
	[start, partner]: [number, number],
	countyAt: (village: number) => number
): Set<number> | undefined {
	const counties = [countyAt(start), countyAt(partner)];
	const reached = new Map([
		[start, 0],
		[partner, elementAt(ways, start).get(partner) ?? 0]
	]);
	const zone = new Set([start, partner]);
	while (zone.size < zoneSize) {
		let nearest: number | undefined;
		let least = Infinity;
		for (const member of zone) {
			for (const other of elementAt(borders, member).keys()) {
				if (other < 0 || zone.has(other) || !counties.includes(countyAt(other))) continue;
				if (elementAt(areas, other) > largestKm2) continue;
				const kin = [...zone].filter((each) => countyAt(each) === countyAt(other));
				if (kin.length >= zoneSize * evenness) continue;
				const cost = (reached.get(member) ?? 0) + (elementAt(ways, member).get(other) ?? Infinity);
				if (cost >= least) continue;
				least = cost;
				nearest = other;
			}
		}
		if (nearest === undefined) return undefined;
		zone.add(nearest);
		reached.set(nearest, least);
	}
	return zone;
}

/** Closest in size to what a zone needs: neither the old town nor the open country. */
function isBetter({ areas }: Partition, one: Set<number>, other: Set<number>): boolean {
	const meant = 90;
	const total = (zone: Set<number>) =>
		[...zone].reduce((sum, village) => sum + elementAt(areas, village), 0);
	return Math.abs(total(one) - meant) < Math.abs(total(other) - meant);
}
