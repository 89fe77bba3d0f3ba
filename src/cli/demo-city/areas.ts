import {
	boundariesOf,
	levels,
	outerRings,
	villageNeighbours,
	type BoundaryTopology,
	type Level
} from './boundaries.ts';
import { cityCode, countyCode, townshipCodes, villageCode } from './codes.ts';
import { elementAt, valueOf } from './element-at.ts';
import { isAllowed } from './forbidden.ts';
import { innerPoint } from './inner-point.ts';
import { landscapeOf } from './landscape.ts';
import { cityName, countyNames, townshipNamer, villageNames, type Name } from './names.ts';
import { rounded, type Point } from './plane.ts';
import { peopleOf, sumOf, type People } from './population.ts';
import { Random } from './random.ts';
import { settlementsOf, type TownshipKind, type UrbanRural } from './settlements.ts';

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
	site: Point;
	/** Codes of the villages that share a border. */
	neighbours: string[];
}

export interface City {
	areas: Area[];
	homes: Home[];
	boundaries: BoundaryTopology;
}

type Draft = Omit<Area, 'lon' | 'lat'>;

export function cityOf(seed: number): City {
	const landscape = landscapeOf(seed);
	const counties = settlementsOf(seed, landscape);
	const people = peopleOf(seed, counties);
	const nextTownshipName = townshipNamer(new Random(seed, 'township-names'));
	const homes: Omit<Home, 'neighbours'>[] = [];
	const rings = new Map<string, Point[]>();

	const countyDrafts = counties.map((townships, number) => {
		const county = countyCode(number);
		const codes = townshipCodes(
			number,
			townships.map((township) => township.kind)
		);
		const drafts = townships.map((township, rank) => {
			const code = elementAt(codes, rank);
			const name = nextTownshipName(township.kind);
			const random = new Random(seed, 'village-names', code);
			const names = villageNames(random, township.kind, name, township.villages.length);
			const villages = township.villages.map((village, place): Draft => {
				const own = villageCode(code, place);
				const residents = valueOf(people, village.index);
				const { kind } = township;
				rings.set(own, elementAt(landscape.villageRings, village.index));
				homes.push({
					...residents,
					code: own,
					township: code,
					county,
					kind,
					urbanRural: village.urbanRural,
					site: village.site
				});
				return {
					...residents,
					code: own,
					name: elementAt(names, place),
					level: 'village',
					parent: code,
					urbanRural: village.urbanRural
				};
			});
			return [parentOf('township', code, name, county, villages), ...villages];
		});
		const name = elementAt(countyNames, number);
		return [parentOf('county', county, name, cityCode, drafts.map(headOf)), ...drafts.flat()];
	});
	const city = parentOf('city', cityCode, cityName, '', countyDrafts.map(headOf));
	const made = placed([city, ...countyDrafts.flat()], rings);
	const around = villageNeighbours(made.boundaries);
	return {
		...made,
		homes: homes.map((home) => ({ ...home, neighbours: around.get(home.code) ?? [] }))
	};
}

function headOf(family: readonly Draft[]): Draft {
	return elementAt(family, 0);
}

function parentOf(
	level: Level,
	code: string,
	name: Name,
	parent: string,
	children: readonly Draft[]
): Draft {
	const people = sumOf(children);
	return { ...people, code, name, level, parent, urbanRural: '' };
}

/** Gives every area a point inside its published boundary. */
function placed(
	drafts: readonly Draft[],
	villageRings: ReadonlyMap<string, Point[]>
): { areas: Area[]; boundaries: BoundaryTopology } {
	const parents = new Map(drafts.map(({ code, parent }) => [code, parent]));
	const boundaries = boundariesOf(villageRings, parents);
	const rings = new Map(levels.flatMap((level) => [...outerRings(boundaries, level)]));
	const areas = drafts.map((draft): Area => {
		const [lon, lat] = innerPoint(valueOf(rings, draft.code)).map(allowedDegrees);
		return { ...draft, lon: lon ?? NaN, lat: lat ?? NaN };
	});
	return { areas, boundaries };
}

/** Five decimals, about a metre. */
function allowedDegrees(degrees: number): number {
	const value = rounded(degrees, 5);
	return isAllowed(value) ? value : allowedDegrees(degrees + 0.00001);
}
