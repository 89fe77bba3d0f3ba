import type { Home } from '#cli/demo-city/areas.ts';
import type { CaseType, Channel } from '#cli/demo-city/case-types.ts';
import { drawFrom } from '#cli/demo-city/draw.ts';
import type { Random } from '#cli/demo-city/random.ts';
import type { Campaign } from './campaigns.ts';

export type HandledLevel = 'village' | 'township' | 'county';
export type Source =
	'reported' | 'screening_concentrated' | 'screening_special' | 'screening_routine' | 'referred';
export type Referrer = 'court' | 'police' | 'procuratorate' | 'letters_visits';

export interface Handling {
	area: string;
	handledLevel: HandledLevel;
	channel: Channel;
	source: Source;
	referredFrom: Referrer | '';
	isOnTheSpot: boolean;
	isMajor: boolean;
	isMass: boolean;
	people: number;
	canEscalate: boolean;
}

/** Kinds of dispute that can turn violent; the list of types says so. */
const violent = ['marriage_family', 'neighbourhood', 'housing_homestead', 'damages'];

/** Who takes the case, how it was found, and how big it is. */
export function handlingOf(
	random: Random,
	home: Home,
	type: CaseType,
	campaign: Campaign | undefined
): Handling {
	const isOnTheSpot = random.isTrueWith(type.onTheSpot);
	const { isMajor, people } = sizeOf(random, type, isOnTheSpot);
	const area = recordedArea(random, home);
	const source = campaign ? foundBy(campaign) : sourceOf(random, isOnTheSpot);
	const escalating = violent.includes(type.code) || type.code === 'land_contract' ? 0.02 : 0.005;
	return {
		area,
		handledLevel: levelOf(random, type, home, area, isOnTheSpot, isMajor),
		channel: channelOf(random, type, isOnTheSpot),
		source,
		referredFrom: source === 'referred' ? referrerOf(random, type) : '',
		isOnTheSpot,
		isMajor,
		isMass: people >= 10 && random.isTrueWith(isMajor ? 0.8 : 0.3),
		people,
		canEscalate: !isOnTheSpot && random.isTrueWith(isMajor ? 0.16 : escalating)
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

function foundBy(campaign: Campaign): Source {
	return campaign.kind === 'special' ? 'screening_special' : 'screening_concentrated';
}

/** Outside the campaigns too a little is found by screening of one's own. */
function sourceOf(random: Random, isOnTheSpot: boolean): Source {
	if (isOnTheSpot) {
		return drawFrom<Source>({ reported: 0.72, screening_routine: 0.27, referred: 0.01 }, random);
	}
	return drawFrom<Source>(
		{
			reported: 0.66,
			screening_concentrated: 0.02,
			screening_special: 0.03,
			screening_routine: 0.17,
			referred: 0.12
		},
		random
	);
}

function referrerOf(random: Random, { code }: CaseType): Referrer {
	if (code === 'traffic' || code === 'neighbourhood' || code === 'damages') {
		return drawFrom<Referrer>({ police: 0.7, court: 0.22, letters_visits: 0.08 }, random);
	}
	return drawFrom<Referrer>(
		{ court: 0.45, police: 0.2, procuratorate: 0.05, letters_visits: 0.3 },
		random
	);
}
