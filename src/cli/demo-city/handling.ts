import type { Home } from './areas.ts';
import type { CaseType, Channel } from './case-types.ts';
import { drawFrom } from './draw.ts';
import type { Random } from './random.ts';
import { monthOf, type Day } from './calendar.ts';

export type HandledLevel = 'village' | 'township' | 'county';
export type Source =
	'reported' | 'screening_concentrated' | 'screening_special' | 'screening_routine' | 'referred';

export interface Handling {
	area: string;
	handledLevel: HandledLevel;
	channel: Channel;
	source: Source;
	isOnTheSpot: boolean;
	isMajor: boolean;
	people: number;
}

/** Months in which the city runs a concentrated screening. */
const campaignMonths = [3, 6, 9, 12];

/** Who takes the case, how it was found, and how big it is. */
export function handlingOf(random: Random, day: Day, home: Home, type: CaseType): Handling {
	const isOnTheSpot = random.isTrueWith(type.onTheSpot);
	const { isMajor, people } = sizeOf(random, type, isOnTheSpot);
	const area = recordedArea(random, home);
	return {
		area,
		handledLevel: levelOf(random, type, home, area, isOnTheSpot, isMajor),
		channel: channelOf(random, type, isOnTheSpot),
		source: sourceOf(random, day, isOnTheSpot),
		isOnTheSpot,
		isMajor,
		people
	};
}

/** Some records name only the township or the county. */
function recordedArea(random: Random, home: Home): string {
	const share = random.next();
	if (share < 0.003) return home.county;
	return share < 0.018 ? home.township : home.code;
}

function sizeOf(
	random: Random,
	type: CaseType,
	isOnTheSpot: boolean
): { isMajor: boolean; people: number } {
	const isMajor = !isOnTheSpot && random.isTrueWith(Math.min(0.25, 0.022 * type.gravity));
	const extra = Math.floor(random.logNormal(0.95, 0.9));
	if (!isMajor) return { isMajor, people: 2 + Math.min(extra, 27) };
	// Major cases have a long tail of people: most a dozen, some a whole village.
	return { isMajor, people: 5 + Math.min(Math.floor(random.logNormal(11, 1.15)), 620) };
}

function levelOf(
	random: Random,
	type: CaseType,
	home: Home,
	area: string,
	isOnTheSpot: boolean,
	isMajor: boolean
): HandledLevel {
	if (area === home.county) return 'county';
	const isKnown = area === home.code;
	if (isMajor)
		return drawFrom({ village: isKnown ? 0.12 : 0, township: 0.53, county: 0.35 }, random);
	if (isOnTheSpot) return drawFrom({ village: isKnown ? 0.86 : 0, township: 0.14 }, random);
	const isSpecial = type.hardness > 1.25;
	const village = isSpecial ? 0.3 : 0.66;
	const county = isSpecial ? 0.13 : 0.03;
	return drawFrom(
		{ village: isKnown ? village : 0, township: 1 - village - county, county },
		random
	);
}

function channelOf(random: Random, type: CaseType, isOnTheSpot: boolean): Channel {
	const share = Math.min(0.6, (isOnTheSpot ? 0.035 : 0.08) * (1 + type.hardness * type.hardness));
	if (random.isTrueWith(share)) return type.specialist;
	const rest = { people: 0.93, administrative: 0.035, judicial: 0.02, third_party: 0.015 };
	return drawFrom<Channel>(rest, random);
}

function sourceOf(random: Random, day: Day, isOnTheSpot: boolean): Source {
	const concentrated = campaignMonths.includes(monthOf(day)) ? 0.2 : 0.035;
	if (isOnTheSpot) {
		return drawFrom<Source>({ reported: 0.7, screening_routine: 0.26, referred: 0.01 }, random);
	}
	const shares = {
		reported: 0.58,
		screening_concentrated: concentrated,
		screening_special: 0.06,
		screening_routine: 0.15,
		referred: 0.1
	};
	return drawFrom<Source>(shares, random);
}
