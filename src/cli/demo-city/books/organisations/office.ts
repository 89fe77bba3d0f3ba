import type { BookArea } from '#cli/demo-city/books/book-city.ts';
import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import { isAllowed } from '#cli/demo-city/forbidden.ts';
import type { Text } from '#lib/domain/text.ts';
import { seatOf, type Places } from '#cli/demo-city/books/places.ts';
import type { Random } from '#cli/demo-city/random.ts';
import type { Charter, OrganisationRow } from './organisation.ts';

const urbanRoads = roads(
	"和顺路 Heshun 文昌路 Wenchang 民安路 Min'an 同心路 Tongxin 长兴街 Changxing 明德路 Mingde 育英街 Yuying 康乐街 Kangle 青年路 Qingnian 滨江路 Binjiang"
);
const ruralRoads = roads(
	'新村路 Xincun 河边路 Hebian 老街 Laojie 场口路 Changkou 石桥路 Shiqiao 幸福路 Xingfu 丰收路 Fengshou 桥头路 Qiaotou'
);

function roads(list: string): Text[] {
	const words = list.split(' ');
	return words.flatMap((zh, index) => {
		const en = elementAt(words, index + 1 - (index % 2));
		return index % 2 === 0 ? [{ zh, en: `${en} ${zh.endsWith('街') ? 'Street' : 'Road'}` }] : [];
	});
}

/** 5 decimals; at most about 50 m from the middle of the area, which every published outline holds. */
export function pointIn(random: Random, area: BookArea): { lon: number; lat: number } {
	for (;;) {
		const lon = Number((area.lon + random.between(-0.0005, 0.0005)).toFixed(5));
		const lat = Number((area.lat + random.between(-0.0004, 0.0004)).toFixed(5));
		if (isAllowed(lon) && isAllowed(lat)) return { lon, lat };
	}
}

/** From the area's own names, with a road that is nowhere. */
export function addressOf(random: Random, places: Places, area: BookArea): Text {
	const isUrban = area.name.zh.endsWith('社区') || area.name.zh.endsWith('街道');
	const list = isUrban ? urbanRoads : ruralRoads;
	const road = elementAt(list, random.integer(list.length));
	const number = 1 + random.integer(isUrban ? 180 : 60);
	const around = placesAround(places, area);
	return {
		zh: `${[...around]
			.reverse()
			.map(({ name }) => name.zh)
			.join('')}${road.zh}${number}号`,
		en: [`${number} ${road.en}`, ...around.map(({ name }) => name.en)].join(', ')
	};
}

/** The area and those that hold it, below the city. */
function placesAround(places: Places, area: BookArea): BookArea[] {
	if (area.level === 'city') return [];
	return [area, ...placesAround(places, valueOf(places.byCode, area.parent))];
}

type Hours = Pick<OrganisationRow, 'hours_zh' | 'hours_en'>;

const officeHours: Hours = {
	hours_zh: '周一至周五 9:00–12:00，13:30–17:30',
	hours_en: 'Mon–Fri 9:00–12:00, 13:30–17:30'
};
const villageHours: readonly Hours[] = [
	{ hours_zh: '周一至周五 8:30–11:30，14:30–17:30', hours_en: 'Mon–Fri 8:30–11:30, 14:30–17:30' },
	{
		hours_zh: '周一、周三、周五及赶场日 9:00–12:00',
		hours_en: 'Mon, Wed, Fri and market days 9:00–12:00'
	},
	{ hours_zh: '周二、周四 9:00–16:00', hours_en: 'Tue, Thu 9:00–16:00' }
];
const roomHours: Hours = {
	hours_zh: '周二至周六 9:00–12:00，14:00–18:00',
	hours_en: 'Tue–Sat 9:00–12:00, 14:00–18:00'
};
const stationHours: Hours = {
	hours_zh: '每日 9:00–18:00',
	hours_en: 'Every day 9:00–18:00'
};

export function hoursOf(random: Random, { kind, area }: Charter): Hours {
	if (kind === 'marriage_family_room') return roomHours;
	if (kind === 'consumer_station') return stationHours;
	if (area.level !== 'village') return officeHours;
	return area.name.zh.endsWith('社区')
		? elementAt(villageHours, 0)
		: elementAt(villageHours, random.integer(villageHours.length));
}

/** Numbers that nobody has: no area has the code 0000. */
export function phoneNumbers(): () => string {
	let next = 6_100_000;
	return () => {
		do next += 37;
		while (!isAllowed(next));
		return `0000-${next}`;
	};
}

/** Offices of the city and the county-level areas stand in the township of their seat. */
export function standsIn(places: Places, { area }: Charter): BookArea {
	return seatOf(places, area.code);
}
