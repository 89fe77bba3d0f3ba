import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Point } from '#cli/demo-city/plane.ts';
import type { Land } from './land.ts';
import { curvesOf } from './network.ts';
import { journeysFrom, wayFrom, type Going } from './travel.ts';

export interface Road {
	/** 1 between the seats of the counties and to the neighbouring cities, 2 to the towns. */
	rank: 1 | 2;
	line: Point[];
}

const rounds = 10;
const toleranceKm = 0.035;

/** Main roads along the easiest ways: from the city to the other seats and out of it, then to every town. */
export function roadsOf(land: Land, townSeats: readonly number[]): Road[] {
	const going = roadGoing(land.going);
	const isOpen = (cell: number) => land.inside[cell] === 1;
	const [city = 0, ...seats] = land.seats;
	const fromCity = journeysFrom(going, [city], isOpen);
	const built = new Set<number>([city]);
	const first = [...seats, ...gatesOf(land, fromCity.costs)]
		.map((cell) => untilBuilt(wayFrom(fromCity, cell), built))
		.filter((way) => way.length > 1);
	const fromRoads = journeysFrom(going, [...built], isOpen);
	const second = townSeats
		.map((cell) => untilBuilt(wayFrom(fromRoads, cell), built))
		.filter((way) => way.length > 1);
	const lines = curvesOf(land.ground.grid, land.bend, [...first, ...second], rounds, toleranceKm);
	return lines.map((line, at) => ({ rank: at < first.length ? 1 : 2, line }));
}

/** A road winds round hills rather than over them, crosses from valley to valley, and has bridges. */
function roadGoing(going: Going): Going {
	return {
		...going,
		tolls: going.tolls.map((toll) => toll / 5),
		perMetre: 0.03,
		perDivide: 0
	};
}

/** Where main roads leave the city: the easiest way out in each of four directions. */
function gatesOf({ ground, inside }: Land, costs: Float64Array): number[] {
	const { columns, rows } = ground.grid;
	const gates = new Map<string, number>();
	inside.forEach((value, cell) => {
		if (value === 0 || [1, -1, columns, -columns].every((by) => inside[cell + by] === 1)) return;
		const across = (cell % columns) / columns - 0.5;
		const up = Math.floor(cell / columns) / rows - 0.5;
		const isSideways = Math.abs(across) > Math.abs(up);
		const side = `${isSideways} ${(isSideways ? across : up) > 0}`;
		const best = gates.get(side);
		if (best === undefined || elementAt(costs, cell) < elementAt(costs, best)) {
			gates.set(side, cell);
		}
	});
	return [...gates.values()];
}

/** The part of a way that is not yet a road, up to the road it joins; it then counts as one. */
function untilBuilt(way: readonly number[], built: Set<number>): number[] {
	const join = way.findIndex((cell) => built.has(cell));
	const fresh = way.slice(0, join < 0 ? way.length : join + 1);
	for (const cell of fresh) built.add(cell);
	return fresh;
}
