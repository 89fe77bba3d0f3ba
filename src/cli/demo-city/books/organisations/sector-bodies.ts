import type { BookArea } from '#cli/demo-city/books/book-city.ts';
import { fullName, largestFirst, seatOf, type Places } from '#cli/demo-city/books/places.ts';
import { Random } from '#cli/demo-city/random.ts';
import { anyDay } from './opening-days.ts';
import type { Charter } from './organisation.ts';
import { oneOfAKind } from './one-of-a-kind.ts';

const roomCount = 38;
const stationCount = 90;
const ruralStations = 10;

/** Bodies for one kind of dispute: rooms, committees, platforms, tribunals, stations, windows, pilots. */
export function sectorBodiesOf(seed: number, places: Places): Charter[] {
	const random = new Random(seed, 'sector-bodies');
	return [
		...rooms(random, places),
		...medicalCommittees(random, places),
		...trafficPlatforms(random, places),
		...labourTribunals(random, places),
		...consumerStations(random, places),
		...oneOfAKind(places)
	];
}

/** In the larger townships. */
function rooms(random: Random, { townships }: Places): Charter[] {
	return largestFirst(townships)
		.slice(0, roomCount)
		.map((area) => ({
			id: `MFR-${area.code}`,
			kind: 'marriage_family_room',
			name: {
				zh: `${area.name.zh}婚姻家庭纠纷调解室`,
				en: `${area.name.en} Marriage and Family Mediation Room`
			},
			area,
			openedOn: anyDay(random, '2014-03-03', '2018-05-31'),
			matters: ['marriage_family'],
			isFree: true
		}));
}

/** One of the city for its districts, one for each county. */
function medicalCommittees(random: Random, { city, counties }: Places): Charter[] {
	const isDistrict = ({ name }: BookArea) => name.zh.endsWith('区');
	const districts = counties.filter(isDistrict).map(({ code }) => code);
	const homes = [city, ...counties.filter((county) => !isDistrict(county))];
	return homes.map((area) => ({
		id: `MED-${area.code}`,
		kind: 'medical_committee',
		name: {
			zh: `${area.name.zh}医疗纠纷人民调解委员会`,
			en: `${area.name.en} Medical Dispute Mediation Committee`
		},
		area,
		...(area === city ? { serves: districts } : {}),
		openedOn: anyDay(random, '2011-05-03', '2013-12-20'),
		matters: ['medical'],
		isFree: true
	}));
}

/** The city's own, and two in every county-level area: at its seat, and in the largest township beside it. */
function trafficPlatforms(random: Random, places: Places): Charter[] {
	const { city, counties, townships } = places;
	const second = ({ code }: BookArea) =>
		largestFirst(townships)
			.filter((township) => township.parent === code && township !== seatOf(places, code))
			.slice(0, 1);
	return [city, ...counties.flatMap((county) => [county, ...second(county)])].map((area) => ({
		id: `TRA-${area.code}`,
		kind: 'traffic_platform',
		name: {
			zh: `${area.name.zh}道路交通事故纠纷联调平台`,
			en: `${area.name.en} Traffic Accident Joint Mediation Platform`
		},
		area,
		openedOn: anyDay(random, '2012-03-01', '2017-06-30'),
		matters: ['traffic'],
		isFree: true
	}));
}

function labourTribunals(random: Random, { counties }: Places): Charter[] {
	return counties.map((area) => ({
		id: `LAB-${area.code}`,
		kind: 'labour_tribunal',
		name: {
			zh: `${area.name.zh}劳动人事争议仲裁庭`,
			en: `${area.name.en} Labour and Personnel Arbitration Tribunal`
		},
		area,
		openedOn: anyDay(random, '2010-03-01', '2013-06-28'),
		matters: ['labour'],
		isFree: true
	}));
}

/** In the most urban communities, and in a few large villages; the first of a township serves all of it. */
function consumerStations(random: Random, places: Places): Charter[] {
	const byPopulation = largestFirst(places.villages);
	const urban = byPopulation.filter(({ urbanRural }) => urbanRural.startsWith('1'));
	const rural = byPopulation.filter(({ urbanRural }) => !urbanRural.startsWith('1'));
	const inTown = urban.slice(0, stationCount - ruralStations);
	const homes = [...inTown, ...rural.slice(0, stationCount - inTown.length)];
	const served = new Set<string>();
	return homes.map((area) => {
		const isFirst = !served.has(area.parent);
		served.add(area.parent);
		const name = fullName(places, area);
		return {
			id: `CON-${area.code}`,
			kind: 'consumer_station',
			name: {
				zh: `${name.zh}消费维权服务站`,
				en: `${name.en} Consumer Rights Station`
			},
			area,
			...(isFirst ? { serves: [area.code, area.parent] } : {}),
			openedOn: anyDay(random, '2012-03-15', '2018-03-15'),
			matters: ['consumer'],
			isFree: true
		};
	});
}
