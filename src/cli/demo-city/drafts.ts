import type { Level } from './boundaries.ts';
import { cityCode, countyCode, townshipCodes, villageCodes } from './codes.ts';
import { elementAt, valueOf } from './element-at.ts';
import type { Name } from './names/name.ts';
import { cityName, countyNames, townshipNamer } from './names/townships.ts';
import { villageNames } from './names/villages.ts';
import { Random } from './random.ts';
import { sumOf, type People } from './settlement/population.ts';
import {
	isCommunity,
	type Township,
	type TownshipKind,
	type UrbanRural,
	type Village
} from './settlement/settlements.ts';

/** An area that knows everything but its place. */
export interface Draft extends People {
	code: string;
	name: Name;
	level: Level;
	parent: string;
	urbanRural: UrbanRural | '';
}

/** Which village of the land bears which code. */
export interface Place {
	code: string;
	township: string;
	county: string;
	kind: TownshipKind;
	village: Village;
}

/** Codes, names and people of all areas, parents before their children. */
export function draftsOf(
	seed: number,
	counties: readonly (readonly Township[])[],
	people: ReadonlyMap<number, People>
): { drafts: Draft[]; places: Place[] } {
	const nextTownshipName = townshipNamer(new Random(seed, 'township-names'));
	const places: Place[] = [];
	const families = counties.map((townships, number) => {
		const county = countyCode(number);
		const codes = townshipCodes(
			number,
			townships.map((township) => township.kind)
		);
		const drafts = townships.map((township, rank) => {
			const code = elementAt(codes, rank);
			const name = nextTownshipName(township.kind);
			const villages = villagesOf(seed, township, code, name, people);
			villages.forEach((draft, place) => {
				const { kind } = township;
				const village = elementAt(township.villages, place);
				places.push({ code: draft.code, township: code, county, kind, village });
			});
			return [parentOf('township', code, name, county, villages), ...villages];
		});
		const name = elementAt(countyNames, number);
		return [parentOf('county', county, name, cityCode, drafts.map(headOf)), ...drafts.flat()];
	});
	const city = parentOf('city', cityCode, cityName, '', families.map(headOf));
	return { drafts: [city, ...families.flat()], places };
}

function villagesOf(
	seed: number,
	{ kind, villages }: Township,
	code: string,
	{ zh }: Name,
	people: ReadonlyMap<number, People>
): Draft[] {
	const areCommunities = villages.map(({ urbanRural }) => isCommunity(urbanRural));
	const codes = villageCodes(code, areCommunities);
	const township = { core: zh.slice(0, 2), isStreet: kind === 'street' };
	const names = villageNames(new Random(seed, 'village-names', code), township, areCommunities);
	return villages.map(({ index, urbanRural }, place) => ({
		...valueOf(people, index),
		code: elementAt(codes, place),
		name: elementAt(names, place),
		level: 'village',
		parent: code,
		urbanRural
	}));
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
	return { ...sumOf(children), code, name, level, parent, urbanRural: '' };
}
