import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Land } from '#cli/demo-city/land/land.ts';
import { middleOf } from '#cli/demo-city/land/grid.ts';
import type { Point } from '#cli/demo-city/plane.ts';
import { Random } from '#cli/demo-city/random.ts';
import { hierarchyOf, townshipCount, type Hierarchy } from './hierarchy.ts';

export type TownshipKind = 'street' | 'town' | 'township';

/** 统计用区划 urban–rural classes: 11x in the city, 12x in a town, 2xx in the country. */
export type UrbanRural = '111' | '112' | '121' | '122' | '123' | '210' | '220';

export interface Township {
	county: number;
	kind: TownshipKind;
	/** Communities before villages, as their codes run; among each the seat first, then the nearest by travel. */
	villages: Village[];
}

export interface Village {
	/** Its number in the land. */
	index: number;
	/** Where its houses stand. */
	site: Point;
	areaKm2: number;
	/** What the way to the nearest county seat costs, in km of level walking. */
	remoteness: number;
	urbanRural: UrbanRural;
}

export interface Settlements {
	/** Townships of each county-level area, streets first. */
	counties: Township[][];
	hierarchy: Hierarchy;
}

/** The first three are districts, and only districts have streets. */
const districtCount = 3;
const mostStreetKm2 = 3;
const townCount = 27;

export function settlementsOf(seed: number, land: Land): Settlements {
	const hierarchy = hierarchyOf(seed, land.villages);
	const random = new Random(seed, 'settlements');
	const villages = land.villages.sites.map((cell, index) => ({
		index,
		site: land.bend(middleOf(land.ground.grid, cell)),
		areaKm2: elementAt(land.villages.areas, index),
		remoteness: elementAt(land.remoteness, cell)
	}));
	const bare = Array.from({ length: townshipCount }, (_, township) => {
		const seat = elementAt(hierarchy.townshipSeats, township);
		const fromSeat = elementAt(hierarchy.table, seat);
		return {
			county: elementAt(hierarchy.countyOf, township),
			villages: villages
				.filter(({ index }) => hierarchy.townshipOf[index] === township)
				.sort((one, other) => elementAt(fromSeat, one.index) - elementAt(fromSeat, other.index))
		};
	});
	const kinds = kindsOf(bare);
	const townships = bare.map((township, number): Township => {
		const kind = elementAt(kinds, number);
		return {
			county: township.county,
			kind,
			villages: communitiesFirst(
				township.villages.map((village, rank) => ({
					...village,
					urbanRural: classOf(kind, village.areaKm2, rank, random)
				}))
			)
		};
	});
	const order: TownshipKind[] = ['street', 'town', 'township'];
	const counties = land.seats.map((_, county) =>
		townships
			.filter((township) => township.county === county)
			.sort(
				(one, other) =>
					order.indexOf(one.kind) - order.indexOf(other.kind) ||
					elementAt(one.villages, 0).remoteness - elementAt(other.villages, 0).remoteness
			)
	);
	return { counties, hierarchy };
}

interface Unclassed {
	county: number;
	villages: Omit<Village, 'urbanRural'>[];
}

/** Closely settled townships of a district are streets; the least remote of the others are towns (镇). */
function kindsOf(townships: readonly Unclassed[]): TownshipKind[] {
	const remoteness = (number: number) => {
		const { villages } = elementAt(townships, number);
		return elementAt(villages, 0).remoteness + meanArea(villages) / 2;
	};
	const isStreet = ({ county, villages }: Unclassed) =>
		county < districtCount && meanArea(villages) <= mostStreetKm2;
	const rural = townships.flatMap((township, number) => (isStreet(township) ? [] : [number]));
	const towns = rural.sort((a, b) => remoteness(a) - remoteness(b)).slice(0, townCount);
	return townships.map((township, number) => {
		if (isStreet(township)) return 'street';
		return towns.includes(number) ? 'town' : 'township';
	});
}

function meanArea(villages: readonly { areaKm2: number }[]): number {
	return villages.reduce((sum, { areaKm2 }) => sum + areaKm2, 0) / villages.length;
}

function classOf(kind: TownshipKind, areaKm2: number, rank: number, random: Random): UrbanRural {
	if (kind === 'street') return areaKm2 < 2.5 ? '111' : '112';
	if (kind === 'township') return rank === 0 ? '210' : '220';
	if (rank === 0 || areaKm2 < 2) return '121';
	if (areaKm2 < 3.5 || rank === 1) return '122';
	return random.isTrueWith(0.012) ? '123' : '220';
}

function communitiesFirst(villages: readonly Village[]): Village[] {
	return [
		...villages.filter(({ urbanRural }) => isCommunity(urbanRural)),
		...villages.filter(({ urbanRural }) => !isCommunity(urbanRural))
	];
}

/** Communities (社区) have a residents' committee, villages (村) a villagers' one. */
export function isCommunity(urbanRural: UrbanRural): boolean {
	return urbanRural.startsWith('11') || urbanRural === '121';
}
