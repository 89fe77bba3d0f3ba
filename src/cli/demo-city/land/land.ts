import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Point } from '#cli/demo-city/plane.ts';
import { bendOf, type Bend } from './bend.ts';
import { erodedTerrain } from './erosion.ts';
import { cellsOf, extentOf, seatsOf } from './extent.ts';
import { groundOf, type Ground } from './ground.ts';
import { steepnessOf } from './living.ts';
import { outlinesOf } from './outlines.ts';
import { partitionOf, type Partition } from './partition.ts';
import { riversOf, type River } from './rivers.ts';
import { goingOf, journeysFrom, type Going } from './travel.ts';

export const villageCount = 481;

/** The land of the city, from its mountains to the outlines of its villages. */
export interface Land {
	ground: Ground;
	bend: Bend;
	going: Going;
	/** 1 for the cells of the city. */
	inside: Uint8Array;
	/** Cells of the county-level seats, in code order. */
	seats: number[];
	/** Travel cost to the nearest of them, by cell. */
	remoteness: Float64Array;
	rivers: River[];
	villages: Partition;
	/** The closed outline of each village, counter-clockwise, sharing every point with its neighbours. */
	rings: Point[][];
}

export function landOf(seed: number): Land {
	const ground = groundOf(seed, erodedTerrain(seed));
	const going = goingOf(seed, ground);
	const steepness = steepnessOf(ground);
	const seats = seatsOf(ground, steepness);
	const inside = extentOf(seed, ground, going, steepness, seats);
	const remoteness = journeysFrom(going, seats, (cell) => elementAt(inside, cell) === 1).costs;
	const country = { ground, steepness, seats, remoteness, cells: cellsOf(inside) };
	const villages = partitionOf(seed, country, going, inside, villageCount);
	const bend = bendOf(seed);
	const rivers = riversOf(ground, inside, bend);
	const rings = outlinesOf(
		ground.grid,
		bend,
		villages.labels,
		villageCount,
		rivers.map(({ line }) => line)
	);
	return { ground, bend, going, inside, seats, remoteness, rivers, villages, rings };
}
