import {
	boundariesOf,
	levels,
	outerRings,
	villageNeighbours,
	type BoundaryTopology,
	type Level
} from './boundaries.ts';
import { contextOf, type ContextTopology } from './context.ts';
import { draftsOf, type Draft } from './drafts.ts';
import { elementAt, valueOf } from './element-at.ts';
import { isAllowed } from './forbidden.ts';
import { innerPoint } from './inner-point.ts';
import { landOf } from './land/land.ts';
import { roadsOf } from './land/roads.ts';
import type { Name } from './names/name.ts';
import { rounded, type Point } from './plane.ts';
import { peopleOf, type People } from './settlement/population.ts';
import { settlementsOf, type TownshipKind, type UrbanRural } from './settlement/settlements.ts';
import { zoneVillages } from './settlement/zone.ts';

export interface Area extends People {
	code: string;
	name: Name;
	level: Level;
	parent: string;
	urbanRural: UrbanRural | '';
	lon: number;
	lat: number;
}

/** A village as the cases see it: where it is, who lives there, what kind of place it belongs to. */
export interface Home extends People {
	code: string;
	township: string;
	county: string;
	kind: TownshipKind;
	urbanRural: UrbanRural;
	/** Where its houses stand, in km. */
	site: Point;
	/** A point well inside its boundary, as in the table of areas. */
	lon: number;
	lat: number;
	/** Codes of the villages with which it shares a border. */
	neighbours: string[];
	/** Whether it belongs to the development zone too. */
	inZone: boolean;
}

export interface City {
	areas: Area[];
	homes: Home[];
	boundaries: BoundaryTopology;
	/** Rivers, roads and relief. */
	context: ContextTopology;
}

export function cityOf(seed: number): City {
	const land = landOf(seed);
	const { counties, hierarchy } = settlementsOf(seed, land);
	const { drafts, places } = draftsOf(seed, counties, peopleOf(seed, counties));
	const rings = new Map(
		places.map(({ code, village }) => [code, elementAt(land.rings, village.index)])
	);
	const boundaries = boundariesOf(rings, new Map(drafts.map(({ code, parent }) => [code, parent])));
	const areas = placed(drafts, boundaries);
	const byCode = new Map(areas.map((area) => [area.code, area]));
	const neighbours = villageNeighbours(boundaries);
	const zone = zoneVillages(land.villages, hierarchy);
	const homes = places.map(({ code, township, county, kind, village }): Home => {
		const { population, households, lon, lat } = valueOf(byCode, code);
		return {
			...{ code, township, county, kind, population, households, lon, lat },
			urbanRural: village.urbanRural,
			site: village.site,
			neighbours: valueOf(neighbours, code),
			inZone: zone.has(village.index)
		};
	});
	const seats = hierarchy.townshipSeats.map((village) => elementAt(land.villages.sites, village));
	return { areas, homes, boundaries, context: contextOf(land, roadsOf(land, seats)) };
}

/** Gives every area a point inside its published boundary. */
function placed(drafts: readonly Draft[], boundaries: BoundaryTopology): Area[] {
	const rings = new Map(levels.flatMap((level) => [...outerRings(boundaries, level)]));
	return drafts.map((draft): Area => {
		const [lon, lat] = innerPoint(valueOf(rings, draft.code)).map(allowedDegrees);
		return { ...draft, lon: lon ?? NaN, lat: lat ?? NaN };
	});
}

/** Five decimals, about a metre. */
function allowedDegrees(degrees: number): number {
	const value = rounded(degrees, 5);
	return isAllowed(value) ? value : allowedDegrees(degrees + 0.00001);
}
