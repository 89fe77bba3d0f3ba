import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Partition } from '#cli/demo-city/land/partition.ts';
import { Random } from '#cli/demo-city/random.ts';
import { clustered, leastIndex, mostCentral } from './clusters.ts';
import { groupNeighbours, isRound, tidiedGroups, type Neighbours } from './grouping.ts';
import { travelTable } from './travel-table.ts';

export const townshipCount = 60;

export interface Hierarchy {
	/** The township (0 …) of each village. */
	townshipOf: number[];
	/** The county-level area (0 …, in the order of the seats) of each township. */
	countyOf: number[];
	/** The village that is each township's seat. */
	townshipSeats: number[];
	/** What the cheapest way between two villages costs. */
	table: number[][];
}

/** About how many townships each county-level area should have, in the order of the seats. */
const meantSizes = [16, 11, 11, 11, 11];

/** Townships and counties by travel cost; drawn again until each is one piece, has its size and encloses nothing. */
export function hierarchyOf(seed: number, villages: Partition): Hierarchy {
	const table = travelTable(villages.ways);
	const touching = villages.borders.map(
		(border) => new Map([...border].filter(([other]) => other >= 0))
	);
	const isAtEdge = (village: number) => elementAt(villages.borders, village).has(-1);
	for (let tries = 0; tries < 300; tries += 1) {
		const random = new Random(seed, 'townships', tries);
		const sizes = { least: 5, most: 13 };
		const townshipOf = tidiedGroups(touching, clustered(table, townshipCount, random), sizes);
		if (!isSound(touching, townshipOf, townshipCount, sizes, isAtEdge)) continue;
		const townshipSeats = seatsAmong(table, townshipOf, meantSizes.length);
		const around = groupNeighbours(touching, townshipOf, townshipCount);
		const range = { least: 8, most: 16 };
		const countyOf = tidiedGroups(around, nearestSeats(table, townshipOf, townshipSeats), range);
		const edges = new Set(townshipOf.filter((_, village) => isAtEdge(village)));
		const isCountySound = isSound(around, countyOf, meantSizes.length, range, (one) =>
			edges.has(one)
		);
		const isSeated = meantSizes.every(
			(_, county) => countyOf[elementAt(townshipOf, county)] === county
		);
		if (isCountySound && isSeated) return { townshipOf, countyOf, townshipSeats, table };
	}
	throw new Error('no sound grouping of the villages was found');
}

function isSound(
	neighbours: Neighbours,
	groups: readonly number[],
	count: number,
	sizes: { least: number; most: number },
	isAtEdge: (item: number) => boolean
): boolean {
	return Array.from({ length: count }, (_, group) => group).every((group) => {
		const size = groups.filter((other) => other === group).length;
		const isSized = size >= sizes.least && size <= sizes.most;
		return isSized && !isRound(neighbours, groups, group, isAtEdge);
	});
}

/** The first villages are the seats of the counties, and so of their townships; elsewhere the most central one is. */
function seatsAmong(
	table: readonly number[][],
	townshipOf: readonly number[],
	counties: number
): number[] {
	return Array.from({ length: townshipCount }, (_, township) => {
		const members = townshipOf.flatMap((other, village) => (other === township ? [village] : []));
		return members.find((village) => village < counties) ?? mostCentral(table, members);
	});
}

/** Each township goes to its nearest county seat; seats that gather too many lose reach (in km), and back. */
function nearestSeats(
	table: readonly number[][],
	townshipOf: readonly number[],
	townshipSeats: readonly number[]
): number[] {
	const reach = meantSizes.map(() => 0);
	let groups: number[] = [];
	for (let round = 0; round < 120; round += 1) {
		groups = townshipSeats.map((seat, township) => {
			const own = meantSizes.findIndex((_, county) => townshipOf[county] === township);
			if (own >= 0) return own;
			return leastIndex(
				meantSizes,
				(_, county) => elementAt(elementAt(table, seat), county) - elementAt(reach, county)
			);
		});
		meantSizes.forEach((meant, county) => {
			const size = groups.filter((group) => group === county).length;
			reach[county] = elementAt(reach, county) + ((meant - size) * 0.5) / (1 + round / 15);
		});
	}
	return groups;
}
